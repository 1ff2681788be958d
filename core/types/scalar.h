// Scalar: one JSON value without structure, exact. 64-bit integers stay integers; text stays UTF-8.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>
#include <variant>

namespace hookboard {

struct JsonNull
{
    friend bool operator==(JsonNull, JsonNull) { return true; }
};

class Scalar
{
public:
    using Value = std::variant<std::monostate, JsonNull, bool, qint64, quint64, double, QByteArray>;

    Scalar() = default; // absent
    Scalar(Value value) // NOLINT(google-explicit-constructor)
        : m_value(std::move(value))
    {}

    bool isAbsent() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isNull() const { return std::holds_alternative<JsonNull>(m_value); }
    bool isNumber() const
    {
        return std::holds_alternative<qint64>(m_value) || std::holds_alternative<quint64>(m_value) ||
               std::holds_alternative<double>(m_value);
    }
    bool isText() const { return std::holds_alternative<QByteArray>(m_value); }
    const Value &value() const { return m_value; }
    // Becomes this value; cheap when it holds one of the same type already.
    template <typename T> void assign(T value)
    {
        if (auto *same = std::get_if<T>(&m_value))
            *same = std::move(value);
        else
            m_value.template emplace<T>(std::move(value));
    }

    // The number as double, rounded for integers beyond 2^53; nullopt when not a number.
    std::optional<double> toDouble() const;
    // Plain text for people: integers in full, text as it is, true/false/null as words; empty when absent.
    // With C locale; the window formats numbers itself.
    QString toText() const;

    friend bool operator==(const Scalar &, const Scalar &) = default;

private:
    Value m_value;
};

} // namespace hookboard
