// What the columns of the events table mean to everything that reads or writes them: the bits of `flags`, and the range
// of types that a prefix stands for. The journal's file holds these numbers; they never change.
#pragma once

#include <QtCore/QByteArray>

namespace hookboard {

inline constexpr qint64 kVerifiedFlag = 1;
inline constexpr qint64 kSimulatedFlag = 2;

// Above every UTF-8 text that begins with `prefix`: it ends with the last code point.
inline QByteArray endOfPrefix(const QByteArray &prefix)
{
    return prefix + "\xf4\x8f\xbf\xbf";
}

} // namespace hookboard
