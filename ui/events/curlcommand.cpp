#include "ui/events/curlcommand.h"

#include "core/types/secretnames.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

bool isTokenName(QByteArrayView name)
{
    const auto token = [](char c) {
        const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return alphanumeric || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), token);
}

// What belongs to the connection and not to the message; curl writes its own.
bool isOwnOfCurl(const QByteArray &lowerName)
{
    static constexpr std::array kNames{"host",   "content-length", "connection", "transfer-encoding",
                                       "expect", "keep-alive",     "te",         "upgrade"};
    return std::any_of(kNames.begin(), kNames.end(), [&](const char *name) { return lowerName == name; });
}

bool isPlainText(const QByteArray &body)
{
    // Control characters act on the terminal before its shell sees the quotes.
    const auto acts = [](char c) { return (uchar(c) < 0x20 && c != '\n') || c == 0x7f; };
    if (std::any_of(body.begin(), body.end(), acts)) {
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return !decoder.hasError() && text.toUtf8() == body;
}

void appendHeaders(CurlCommand &command, const Headers &headers, QByteArray &options)
{
    bool hasContentType = false;
    for (const Header &field : headers.fields()) {
        const QByteArray lower = field.first.toLower();
        if (isOwnOfCurl(lower) || !isTokenName(field.first)) {
            continue;
        }
        if (isSecretHeader(field)) {
            command.leftOut.append(field.first);
            continue;
        }
        hasContentType = hasContentType || lower == "content-type";
        // curl drops "Name:", and sends an empty value for "Name;".
        const QByteArray line = field.second.isEmpty() ? field.first + ';' : field.first + ": " + field.second;
        options += " \\\n  -H " + shellQuoted(line);
    }
    if (!hasContentType) {
        options += " \\\n  -H 'Content-Type:'"; // else curl claims a form
    }
}

} // namespace

QByteArray shellQuoted(QByteArrayView text)
{
    QByteArray quoted = text.toByteArray();
    quoted.replace('\'', "'\\''");
    return '\'' + quoted + '\'';
}

bool isSecretHeader(const Header &field)
{
    return isSecretName(field.first) || field.second.toLower().contains("redacted");
}

// An interactive zsh takes a line with # for a command: of a name that a sender chose only letters and the like stay.
static QList<QByteArray> commentable(QList<QByteArray> names)
{
    for (QByteArray &name : names) {
        name.removeIf([](char c) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            return !plain && c != '-' && c != '_';
        });
    }
    return names;
}

CurlCommand curlCommand(const QString &url, const Headers &headers, const QByteArray &body)
{
    CurlCommand command;
    QByteArray options = " -X POST";
    appendHeaders(command, headers, options);

    QByteArray before;
    if (!command.leftOut.isEmpty()) {
        before += "# Left out because they carry a secret: " + commentable(command.leftOut).join(", ") + '\n';
    }
    QByteArray pipe;
    if (body.size() > CurlCommand::kMaxInlineBody) {
        command.bodyFromFile = true;
        before += "# The body has " + QByteArray::number(body.size()) + " bytes: save it as payload.bin first\n";
        options += " \\\n  --data-binary @payload.bin";
    } else if (isPlainText(body)) {
        // --data-raw is --data-binary without a meaning for a leading @.
        options += " \\\n  --data-raw " + shellQuoted(body);
    } else {
        before += "# The body is not text: it travels as base64 and is sent as the exact bytes\n";
        pipe = "printf %s " + shellQuoted(body.toBase64()) + " | base64 -d | ";
        options += " \\\n  --data-binary @-";
    }
    command.text = before + pipe + "curl" + options + " \\\n  " + shellQuoted(url.toUtf8()) + '\n';
    return command;
}

} // namespace hookboard
