// FieldReader: reads one JSON object field by field and remembers which fields were asked for, so that finish() can
// refuse the others. The first complaint is kept in the Error of the whole; reading goes on with defaults.
// Lives on the stack of a parser. A missing object reads as empty and isPresent() is false.
#pragma once

#include "core/types/error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <array>
#include <optional>

namespace hookboard {

template <typename T> struct Named
{
    QLatin1StringView name;
    T value;
};

class FieldReader
{
public:
    // `where` begins each complaint. `problem` outlives the reader.
    FieldReader(QJsonObject object, QString where, std::optional<Error> &problem, bool present = true);

    bool isPresent() const { return m_present; }
    // UTF-8; empty when the field is missing or null.
    QByteArray text(QLatin1StringView field);
    QByteArray neededText(QLatin1StringView field);
    QList<QByteArray> texts(QLatin1StringView field);
    // An RFC 6901 pointer to something inside the document, so never the empty one.
    QByteArray pointer(QLatin1StringView field);
    // Not negative; nullopt when missing or null.
    std::optional<qint64> wholeNumber(QLatin1StringView field);
    FieldReader object(QLatin1StringView field);

    template <typename T, std::size_t N>
    T choice(QLatin1StringView field, const std::array<Named<T>, N> &names, T fallback)
    {
        const QString text = QString::fromUtf8(this->text(field));
        if (text.isEmpty())
            return fallback;
        for (const Named<T> &known : names) {
            if (text == known.name)
                return known.value;
        }
        refuseValue(field, text);
        return fallback;
    }
    template <typename T, std::size_t N> T neededChoice(QLatin1StringView field, const std::array<Named<T>, N> &names)
    {
        if (neededText(field).isEmpty())
            return names.front().value;
        return choice(field, names, names.front().value);
    }

    void refuse(QLatin1StringView field, const QString &why);
    // Refuses every field that nobody asked for.
    void finish();

private:
    QJsonValue take(QLatin1StringView field);
    void refuseValue(QLatin1StringView field, const QString &value);

    QJsonObject m_object;
    QString m_where;
    std::optional<Error> &m_problem;
    QSet<QString> m_known;
    bool m_present;
};

} // namespace hookboard
