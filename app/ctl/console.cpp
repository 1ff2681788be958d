#include "app/ctl/console.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// What a terminal takes for a command, and what turns the direction of the text around it; QJsonDocument escapes the
// controls below U+0020 only.
bool steersTerminal(char16_t c)
{
    return (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

// In JSON they stand in texts only, where \uXXXX means the same.
QByteArray withoutTerminalCodes(const QByteArray &json)
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x7f; };
    if (std::all_of(json.begin(), json.end(), isPlain))
        return json;
    QString safe;
    for (const QChar c : QString::fromUtf8(json)) {
        if (steersTerminal(c.unicode()))
            safe += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
        else
            safe += c;
    }
    return safe.toUtf8();
}

} // namespace

bool printLine(QByteArrayView line)
{
    const auto size = static_cast<std::size_t>(line.size());
    return std::fwrite(line.data(), 1, size, stdout) == size && std::fputc('\n', stdout) != EOF;
}

bool printJsonLine(const QJsonObject &object)
{
    return printLine(withoutTerminalCodes(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void flushOutput()
{
    std::fflush(stdout);
}

void printProblem(const QString &message)
{
    const QByteArray line = "hookboardctl: " + message.simplified().toUtf8() + '\n';
    std::fflush(stdout);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace hookboard
