// Writing keys of an object only where they say something. Pure.
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace hookboard {

inline void putText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

inline void putTexts(QJsonObject &object, QLatin1StringView key, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(key, QJsonArray::fromStringList(texts));
}

inline void putList(QJsonObject &object, QLatin1StringView key, const QJsonArray &list)
{
    if (!list.isEmpty())
        object.insert(key, list);
}

template <typename T> void putUnless(QJsonObject &object, QLatin1StringView key, const T &value, const T &standard)
{
    if (value != standard)
        object.insert(key, value);
}

template <typename T> void putIfThere(QJsonObject &object, QLatin1StringView key, const std::optional<T> &value)
{
    if (value)
        object.insert(key, *value);
}

// An object inside: known keys win; what a newer or foreign writer put beside them stays.
inline void putObject(QJsonObject &object, QLatin1StringView key, const QJsonObject &known)
{
    QJsonObject inner = object.value(key).toObject();
    for (auto it = known.begin(); it != known.end(); ++it)
        inner.insert(it.key(), it.value());
    if (!inner.isEmpty())
        object.insert(key, inner);
}

} // namespace hookboard
