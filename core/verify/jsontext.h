// A JSON text, checked and looked into where it stands: no copy, no tree, one bit of memory for each open bracket. For
// what is too large for a parser that builds something, and for what such a parser cannot hold (RFC 8259 bounds neither
// numbers nor depth). Pure functions; any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace hookboard {

enum class JsonSyntax : quint8 {
    Good,
    TooDeep,    // JSON, nested deeper than 1024 levels
    BrokenText, // JSON but for text that is not UTF-8
    Bad
};

// An escaped half of a surrogate pair is no text and makes the document Bad, as for simdjson.
JsonSyntax checkJson(QByteArrayView json);

// What stands at an RFC 6901 pointer, as written: text with its quotes. Of members with one name the last, as for
// JSON.parse() and our paths. Empty when there is nothing. Precondition: checkJson() said Good.
QByteArrayView jsonTokenAt(QByteArrayView json, QByteArrayView pointer);
// A token that is a text, without its quotes and escapes.
QByteArray jsonPlainText(QByteArrayView token);

} // namespace hookboard
