// Options: the arguments of one command, parsed and checked. A value; errors are InvalidArgument and name the argument.
#pragma once

#include "app/ctl/command.h"

#include <QtCore/QCommandLineOption>

#include <optional>

namespace hookboard {

class Options
{
public:
    // `--profile` is understood here too, behind the command.
    static Result<Options> parse(const Invocation &invocation, const QList<QCommandLineOption> &known,
                                 qsizetype positionalCount = 0);

    bool has(const QString &name) const;
    QString text(const QString &name) const; // empty when not given
    QStringList texts(const QString &name) const;
    // InvalidArgument when the option is missing or empty.
    Result<QString> required(const QString &name) const;
    // The given number inside [least, most], or `otherwise` when the option is absent.
    Result<qint64> number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const;
    // ISO 8601 time as microseconds; a time without an offset is local time.
    Result<std::optional<qint64>> timeUs(const QString &name) const;

    const QStringList &positional() const { return m_positional; }
    const Invocation &invocation() const { return m_invocation; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
    Invocation m_invocation;
};

// An option with a value.
QCommandLineOption valueOption(const QString &name);
QCommandLineOption flagOption(const QString &name);

// The whole of a file; "-" is standard input. Io names the file.
Result<QByteArray> readInput(const QString &path);

} // namespace hookboard
