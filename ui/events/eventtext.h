// Words and figures of the event list and its inspector: times, sizes, and payload text made safe to show.
// Pure functions, any thread; numbers and dates follow the default QLocale.
#pragma once

#include <QtCore/QString>

namespace hookboard {

inline constexpr int kShownCharacters = 256; // of one field of a payload in a cell or label

// Plain, one line, bounded: control and bidi characters become visible marks, the end is elided.
QString shownText(QStringView text, qsizetype limit = kShownCharacters);
QString shownText(const QByteArray &utf8, qsizetype limit = kShownCharacters);
QString emptyCell(); // en dash

// "13:02:41.208" for today, "22 Nov 13:02:41.208" before. The computer's time zone.
QString receivedText(qint64 us, qint64 nowUs);
// Date, time and zone in full.
QString exactTimeText(qint64 us);
QString bytesText(qint64 bytes);
// "41 ms", "0.8 ms", from nanoseconds.
QString latencyText(qint64 ns);

} // namespace hookboard
