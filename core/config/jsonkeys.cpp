#include "core/config/jsonkeys.h"

#include "core/config/duration.h"
#include "core/types/sentence.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// As people say it: "tile 2", not "tiles 2".
QString oneOf(QLatin1StringView key)
{
    return key.endsWith('s'_L1) ? QString(key.chopped(1)) : QString(key);
}

} // namespace

QString JsonKeys::text(QLatin1StringView key, const QString &absent)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isUndefined() && !value.isString())
        fail(key, u"text"_s);
    return value.toString(absent);
}

QStringList JsonKeys::texts(QLatin1StringView key)
{
    QStringList all;
    const QJsonArray list = array(key);
    for (const QJsonValue &value : list) {
        if (!value.isString())
            fail(key, Sentence::tr("a list of texts"));
        all.append(value.toString());
    }
    return all;
}

double JsonKeys::number(QLatin1StringView key, double absent)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isUndefined() && !value.isDouble())
        fail(key, Sentence::tr("a number"));
    return value.toDouble(absent);
}

std::optional<double> JsonKeys::maybeNumber(QLatin1StringView key)
{
    return contains(key) ? std::optional(number(key, 0)) : std::nullopt;
}

int JsonKeys::whole(QLatin1StringView key, int absent, int minimum, int maximum)
{
    const QJsonValue value = m_object.take(key);
    if (value.isUndefined())
        return absent;
    const qint64 found = value.toInteger(qint64(minimum) - 1);
    if (found < minimum || found > maximum) {
        fail(key, Sentence::tr("a whole number from %1 to %2").arg(minimum).arg(maximum));
        return absent;
    }
    return int(found);
}

bool JsonKeys::flag(QLatin1StringView key, bool absent)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isUndefined() && !value.isBool())
        fail(key, Sentence::tr("true or false"));
    return value.toBool(absent);
}

qint64 JsonKeys::duration(QLatin1StringView key, qint64 absent, QLatin1StringView word, qint64 wordUs)
{
    const QJsonValue value = m_object.take(key);
    if (value.isUndefined())
        return absent;
    if (!word.isEmpty() && value.toString() == word)
        return wordUs;
    const std::optional<qint64> us = durationFromText(value.toString());
    if (!us)
        fail(key, Sentence::tr("a duration such as \"90s\", \"15m\", \"6h\" or \"7d\""));
    return us.value_or(absent);
}

QJsonArray JsonKeys::array(QLatin1StringView key, qsizetype most)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isUndefined() && !value.isArray())
        fail(key, Sentence::tr("a list"));
    const QJsonArray list = value.toArray();
    if (list.size() <= most)
        return list;
    fail(key, Sentence::tr("a list of at most %1 entries").arg(most));
    return {};
}

QJsonObject JsonKeys::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isUndefined() && !value.isObject())
        fail(key, Sentence::tr("an object"));
    return value.toObject();
}

JsonKeys JsonKeys::entryOf(const QJsonArray &list, qsizetype index, QLatin1StringView key)
{
    const QJsonValue value = list.at(index);
    if (!value.isObject())
        fail(key, Sentence::tr("a list of objects"));
    return {value.toObject(), place(u"%1 %2"_s.arg(oneOf(key)).arg(index + 1))};
}

void JsonKeys::fail(QLatin1StringView key, const QString &expected)
{
    if (!m_error)
        m_error = Error{ErrorCode::Malformed, Sentence::tr("%1: \"%2\" must be %3.").arg(m_place, key, expected)};
}

void JsonKeys::failChoice(QLatin1StringView key, const QStringList &all)
{
    fail(key, Sentence::tr("one of %1").arg(all.join(u", "_s)));
}

void JsonKeys::adopt(const JsonKeys &inner)
{
    if (!m_error)
        m_error = inner.m_error;
}

QString JsonKeys::place(const QString &inner) const
{
    return m_place + u", "_s + inner;
}

} // namespace hookboard
