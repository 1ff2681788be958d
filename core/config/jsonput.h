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

} // namespace hookboard
