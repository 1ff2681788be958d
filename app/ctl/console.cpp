#include "app/ctl/console.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

bool printLine(QByteArrayView line)
{
    const auto size = static_cast<std::size_t>(line.size());
    return std::fwrite(line.data(), 1, size, stdout) == size && std::fputc('\n', stdout) != EOF;
}

bool printJsonLine(const QJsonObject &object)
{
    return printLine(QJsonDocument(object).toJson(QJsonDocument::Compact));
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
