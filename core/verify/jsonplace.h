// JsonPlaces: a JSON document in which values are set at RFC 6901 pointers; objects and arrays on the way are made.
// For small documents that this program writes itself. Plain value, any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>

namespace hookboard {

class JsonPlaces
{
public:
    // Empty bytes are a document that has nothing yet.
    explicit JsonPlaces(const QByteArray &json);

    bool isValid() const { return m_valid; }
    bool isChanged() const { return m_changed; }
    // A numeric step addresses an array where there is an array or nothing; an index past its end appends.
    void set(QByteArrayView pointer, const QJsonValue &value);
    // Compact.
    QByteArray toBytes() const;

private:
    QJsonValue m_root = QJsonValue::Undefined;
    bool m_valid = false;
    bool m_changed = false;
};

} // namespace hookboard
