#include "core/verify/jsonplace.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

// `node` with `value` at the pointer below it. Recursion ends with the pointer, which comes from a template.
QJsonValue withValue(const QJsonValue &node, QByteArrayView pointer, const QJsonValue &value)
{
    if (pointer.isEmpty())
        return value;
    const qsizetype next = pointer.indexOf('/', 1);
    const QByteArrayView step = pointer.sliced(1, (next < 0 ? pointer.size() : next) - 1);
    const QByteArrayView rest = next < 0 ? QByteArrayView() : pointer.sliced(next);
    bool isIndex = false;
    const int index = step.toByteArray().toInt(&isIndex);
    if (isIndex && index >= 0 && !node.isObject()) {
        QJsonArray array = node.toArray();
        const qsizetype at = qMin(qsizetype(index), array.size());
        const QJsonValue made = withValue(array.at(at), rest, value);
        if (at == array.size())
            array.append(made);
        else
            array.replace(at, made);
        return array;
    }
    const QString name = QString::fromUtf8(step).replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    QJsonObject object = node.toObject();
    object.insert(name, withValue(object.value(name), rest, value));
    return object;
}

} // namespace

JsonPlaces::JsonPlaces(const QByteArray &json)
    : m_valid(json.isEmpty())
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray())
        m_root = document.array();
    else if (document.isObject())
        m_root = document.object();
    m_valid = m_valid || !document.isNull();
}

void JsonPlaces::set(QByteArrayView pointer, const QJsonValue &value)
{
    m_root = withValue(m_root, pointer, value);
    m_changed = true;
}

QByteArray JsonPlaces::toBytes() const
{
    if (m_root.isArray())
        return QJsonDocument(m_root.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(m_root.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace hookboard
