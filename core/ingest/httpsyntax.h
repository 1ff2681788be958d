// The characters of HTTP/1.1 (RFC 9110 section 5, RFC 9112): what may stand where. Pure functions, any thread.
#pragma once

#include <QtCore/QByteArrayView>

namespace hookboard {

bool isDigit(char c);
// Not empty, and of the characters that names and methods are made of.
bool isToken(QByteArrayView text);
// No control bytes but the tab.
bool isFieldText(QByteArrayView text);
// Printable ASCII without the blank.
bool isVisible(QByteArrayView text);
// May stand in a Host header; empty may.
bool isHost(QByteArrayView text);
QByteArrayView withoutBlanks(QByteArrayView text);
// Without regard to case.
bool sameName(QByteArrayView a, QByteArrayView b);
// The name of a field line, or an empty view when the line is none.
QByteArrayView fieldName(QByteArrayView line);

} // namespace hookboard
