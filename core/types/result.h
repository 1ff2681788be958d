// Result<T>: a value or an Error. Nothing in this program throws; whoever calls must look.
#pragma once

#include "core/types/error.h"

#include <utility>
#include <variant>

namespace hookboard {

template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_value(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_value(std::in_place_index<1>, std::move(error))
    {}
    Result(ErrorCode code, QString message)
        : m_value(std::in_place_index<1>, Error{code, std::move(message)})
    {}

    bool ok() const { return m_value.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Precondition: ok().
    const T &value() const & { return std::get<0>(m_value); }
    T &value() & { return std::get<0>(m_value); }
    T &&value() && { return std::get<0>(std::move(m_value)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }

    // Precondition: !ok().
    const Error &error() const { return std::get<1>(m_value); }

private:
    std::variant<T, Error> m_value;
};

using Done = std::monostate;
using Status = Result<Done>; // success without a value: `return Done();`

} // namespace hookboard
