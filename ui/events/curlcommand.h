// The shell command that sends a stored delivery again, byte for byte. Pure, any thread.
#pragma once

#include "core/types/headers.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace hookboard {

// One word of a POSIX shell, whatever the text holds (NUL excepted, which no argument can carry).
QByteArray shellQuoted(QByteArrayView text);

struct CurlCommand
{
    // Longer bodies do not belong on a command line; the command then reads them from a file and says so.
    static constexpr qsizetype kMaxInlineBody = 64 * 1024;

    QByteArray text;
    QList<QByteArray> leftOut; // names of headers that carry secrets or that curl makes itself anew
    bool bodyFromFile = false;
};

// Headers whose stored value was redacted are left out, with a comment that names them: the command holds no secret.
CurlCommand curlCommand(const QString &url, const Headers &headers, const QByteArray &body);

// True for a field whose value never leaves the program: authorisation, cookies, tokens, and what was redacted.
bool isSecretHeader(const Header &field);

} // namespace hookboard
