// Headers: the header fields of one HTTP message in the order in which they came, names as sent.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>

namespace hookboard {

using Header = std::pair<QByteArray, QByteArray>; // name, value without surrounding blanks

class Headers
{
public:
    Headers() = default;
    explicit Headers(QList<Header> fields)
        : m_fields(std::move(fields))
    {}

    void append(QByteArray name, QByteArray value) { m_fields.append({std::move(name), std::move(value)}); }
    const QList<Header> &fields() const { return m_fields; }
    bool isEmpty() const { return m_fields.isEmpty(); }

    // Case-insensitive by RFC 9110. Absent is not the same as empty: ask contains().
    bool contains(QByteArrayView name) const;
    // Value of the field; several of one name joined with ", " (RFC 9110 section 5.3); null when absent.
    QByteArray value(QByteArrayView name) const;

    friend bool operator==(const Headers &, const Headers &) = default;

private:
    QList<Header> m_fields;
};

} // namespace hookboard
