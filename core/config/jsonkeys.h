// JsonKeys: reads the keys of one JSON object of a profile's file and remembers the first thing that is wrong, with its
// place, so that the callers stay flat. What nobody asked for is left in rest(). Plain value; any thread.
#pragma once

#include "core/config/boardkeys.h"
#include "core/types/error.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <limits>
#include <optional>
#include <utility>

namespace hookboard {

class JsonKeys
{
public:
    JsonKeys(QJsonObject object, QString place)
        : m_object(std::move(object))
        , m_place(std::move(place))
    {}

    QString text(QLatin1StringView key, const QString &absent = {});
    QStringList texts(QLatin1StringView key);
    double number(QLatin1StringView key, double absent);
    std::optional<double> maybeNumber(QLatin1StringView key);
    int whole(QLatin1StringView key, int absent, int minimum, int maximum);
    bool flag(QLatin1StringView key, bool absent);
    // Absent stays `absent`; `word` (for example "auto") stands for `wordUs`.
    qint64 duration(QLatin1StringView key, qint64 absent, QLatin1StringView word = {}, qint64 wordUs = 0);
    QJsonArray array(QLatin1StringView key, qsizetype most = std::numeric_limits<qsizetype>::max());
    bool contains(QLatin1StringView key) const { return m_object.contains(key); }

    template <typename Enum> Enum choice(QLatin1StringView key, const EnumTexts<Enum> &texts, Enum absent)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return absent;
        const std::optional<Enum> found = texts.fromText(value.toString());
        if (!found)
            failChoice(key, texts.all());
        return found.value_or(absent);
    }
    // Calls take(keys of the object); they are empty when it is absent.
    template <typename Take> void within(QLatin1StringView key, Take take)
    {
        JsonKeys entry(object(key), place(key));
        take(entry);
        adopt(entry);
    }
    // The same; what take() left is kept in `unknown` under the key.
    template <typename Take> void within(QLatin1StringView key, QJsonObject &unknown, Take take)
    {
        within(key, [&](JsonKeys &entry) {
            take(entry);
            if (!entry.rest().isEmpty())
                unknown.insert(key, entry.rest());
        });
    }
    // Calls take(keys of the entry) for each entry of a list of objects; for none of a list that is longer than `most`.
    template <typename Take> void objects(QLatin1StringView key, Take take)
    {
        objects(key, std::numeric_limits<qsizetype>::max(), std::move(take));
    }
    template <typename Take> void objects(QLatin1StringView key, qsizetype most, Take take)
    {
        const QJsonArray all = array(key, most);
        for (qsizetype i = 0; i < all.size(); ++i) {
            JsonKeys entry = entryOf(all, i, key);
            take(entry);
            adopt(entry);
        }
    }

    void fail(QLatin1StringView key, const QString &expected);
    void failChoice(QLatin1StringView key, const QStringList &all);
    const std::optional<Error> &error() const { return m_error; }
    const QJsonObject &rest() const { return m_object; }

private:
    QJsonObject object(QLatin1StringView key);
    JsonKeys entryOf(const QJsonArray &list, qsizetype index, QLatin1StringView key);
    void adopt(const JsonKeys &inner);
    QString place(const QString &inner) const;

    QJsonObject m_object;
    QString m_place;
    std::optional<Error> m_error;
};

} // namespace hookboard
