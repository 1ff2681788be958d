// FunctionRef: a borrowed callable, two pointers wide, never allocating. For callbacks that are called before the
// function that takes them returns; must not outlive the callable. Never empty.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace hookboard {

template <typename Signature> class FunctionRef;

template <typename R, typename... Args> class FunctionRef<R(Args...)>
{
public:
    template <typename F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<R, F &, Args...>)
        FunctionRef(F &&callable)
    noexcept // NOLINT(google-explicit-constructor, bugprone-forwarding-reference-overload)
        : m_callable(const_cast<void *>(static_cast<const void *>(std::addressof(callable))))
        , m_call([](void *object, Args... args) -> R {
            return (*static_cast<std::remove_reference_t<F> *>(object))(std::forward<Args>(args)...);
        })
    {
        static_assert(!std::is_function_v<std::remove_reference_t<F>>, "wrap a plain function in a lambda");
    }

    R operator()(Args... args) const { return m_call(m_callable, std::forward<Args>(args)...); }

private:
    void *m_callable;
    R (*m_call)(void *, Args...);
};

} // namespace hookboard
