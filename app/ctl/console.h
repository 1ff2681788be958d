// What hookboardctl prints: results on standard output, one line of what was wrong on standard error. Main thread only.
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace hookboard {

// One line, with its line break. False when standard output is gone (a closed pipe): stop printing.
bool printLine(QByteArrayView line);
// As UTF-8; characters that steer a terminal are written as \uXXXX.
bool printJsonLine(const QJsonObject &object);
// Hands what was printed to the reader at the other end of the pipe.
void flushOutput();

// `hookboardctl: <message>` as a single line, whatever the message holds.
void printProblem(const QString &message);

} // namespace hookboard
