#include "core/verify/fieldreader.h"

#include <QtCore/QJsonArray>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

FieldReader::FieldReader(QJsonObject object, QString where, std::optional<Error> &problem, bool present)
    : m_object(std::move(object))
    , m_where(std::move(where))
    , m_problem(problem)
    , m_present(present)
{}

QJsonValue FieldReader::take(QLatin1StringView field)
{
    m_known.insert(QString(field));
    return m_object.value(field);
}

QByteArray FieldReader::text(QLatin1StringView field)
{
    const QJsonValue value = take(field);
    if (value.isString())
        return value.toString().toUtf8();
    if (!value.isUndefined() && !value.isNull())
        refuse(field, u"must be text"_s);
    return {};
}

QByteArray FieldReader::neededText(QLatin1StringView field)
{
    const QByteArray found = text(field);
    if (found.isEmpty())
        refuse(field, u"is missing"_s);
    return found;
}

QList<QByteArray> FieldReader::texts(QLatin1StringView field)
{
    const QJsonValue value = take(field);
    QList<QByteArray> found;
    if (!value.isArray() && !value.isUndefined())
        refuse(field, u"must be a list of texts"_s);
    for (const QJsonValue &item : value.toArray()) {
        if (item.toString().isEmpty())
            refuse(field, u"must be a list of texts"_s);
        else
            found << item.toString().toUtf8();
    }
    return found;
}

QByteArray FieldReader::pointer(QLatin1StringView field)
{
    const QByteArray found = text(field);
    if (!found.isEmpty() && !found.startsWith('/'))
        refuse(field, u"must be a JSON pointer, which begins with /"_s);
    return found;
}

std::optional<qint64> FieldReader::wholeNumber(QLatin1StringView field)
{
    const QJsonValue value = take(field);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const qint64 number = value.toInteger(-1);
    if (number < 0 || !value.isDouble()) {
        refuse(field, u"must be a whole number, 0 or more"_s);
        return std::nullopt;
    }
    return number;
}

FieldReader FieldReader::object(QLatin1StringView field)
{
    const QJsonValue value = take(field);
    if (!value.isUndefined() && !value.isNull() && !value.isObject())
        refuse(field, u"must be an object"_s);
    return {value.toObject(), m_where + u", "_s + field, m_problem, value.isObject()};
}

void FieldReader::refuse(QLatin1StringView field, const QString &why)
{
    if (!m_problem)
        m_problem = Error{ErrorCode::Malformed, u"%1: %2 %3."_s.arg(m_where, QString(field), why)};
}

void FieldReader::refuseValue(QLatin1StringView field, const QString &value)
{
    refuse(field, u"has the unknown value \"%1\""_s.arg(value));
}

void FieldReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_known.contains(it.key()) && !m_problem)
            m_problem = Error{ErrorCode::Malformed, u"%1: the field %2 is unknown."_s.arg(m_where, it.key())};
    }
}

} // namespace hookboard
