// Windows and spans of time as combo boxes offer them: a box keeps a code, since a list of usual ones is no type. GUI
// thread.
#pragma once

#include "core/types/binding.h"

#include <QtCore/QLocale>

#include <initializer_list>

class QComboBox;

namespace hookboard {

// A length in microseconds, a calendar unit below zero, everything as zero.
qint64 windowCode(const Window &window);
// What of `window` the code changes; one that is about a number of events stays.
Window windowOf(qint64 code, Window window);

void addChoice(QComboBox &box, const QString &text, qint64 code);
// Selects the code; one that is not offered gets a line of its own.
void chooseCode(QComboBox &box, qint64 code, const QString &text);
void fillWindows(QComboBox &box, const QLocale &locale);
void fillSpans(QComboBox &box, const QLocale &locale, std::initializer_list<qint64> spans);

} // namespace hookboard
