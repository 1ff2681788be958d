#include "app/ctl/options.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDateTime>
#include <QtCore/QFile>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Result<Options> Options::parse(const Invocation &invocation, const QList<QCommandLineOption> &known,
                               qsizetype positionalCount)
{
    QCommandLineParser parser;
    parser.addOptions(known);
    parser.addOption(valueOption(u"profile"_s));
    if (!parser.parse(QStringList{u"hookboardctl"_s} + invocation.arguments))
        return Error{ErrorCode::InvalidArgument, parser.errorText()};

    Options options;
    options.m_positional = parser.positionalArguments();
    if (options.m_positional.size() > positionalCount) {
        return Error{ErrorCode::InvalidArgument,
                     u"there is one argument too many: %1"_s.arg(options.m_positional.at(positionalCount))};
    }
    for (const QCommandLineOption &option : known) {
        const QString name = option.names().constFirst();
        if (parser.isSet(name))
            options.m_values.insert(name, parser.values(name));
    }
    options.m_invocation = invocation;
    if (parser.isSet(u"profile"_s))
        options.m_invocation.profileDirectory = parser.value(u"profile"_s);
    return options;
}

bool Options::has(const QString &name) const
{
    return m_values.contains(name);
}

QString Options::text(const QString &name) const
{
    const QStringList values = m_values.value(name);
    return values.isEmpty() ? QString() : values.constLast();
}

QStringList Options::texts(const QString &name) const
{
    return m_values.value(name);
}

Result<QString> Options::required(const QString &name) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"--%1 is missing."_s.arg(name)};
    return value;
}

Result<qint64> Options::number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const
{
    if (!has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most) {
        return Error{ErrorCode::InvalidArgument, u"--%1 must be a whole number from %2 to %3, not \"%4\"."_s.arg(
                                                     name, QString::number(least), QString::number(most), text(name))};
    }
    return value;
}

Result<std::optional<qint64>> Options::timeUs(const QString &name) const
{
    if (!has(name))
        return std::optional<qint64>();
    const QDateTime time = QDateTime::fromString(text(name), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return Error{ErrorCode::InvalidArgument,
                     u"--%1 must be a time like 2025-01-31T08:00:00Z, not \"%2\"."_s.arg(name, text(name))};
    }
    return std::optional<qint64>(time.toMSecsSinceEpoch() * 1000);
}

QCommandLineOption valueOption(const QString &name)
{
    return QCommandLineOption(name, QString(), u"value"_s);
}

QCommandLineOption flagOption(const QString &name)
{
    return QCommandLineOption(name);
}

Result<QByteArray> readInput(const QString &path)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{ErrorCode::Io, u"The file %1 cannot be read: %2."_s.arg(path, file.errorString())};
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, u"The file %1 cannot be read: %2."_s.arg(path, file.errorString())};
    return content;
}

} // namespace hookboard
