// The real hookboardctl in a temporary profile: a command run to its end, and a serving process.
#pragma once

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

namespace hookboard::test {

struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }
};

class CtlProfile
{
public:
    QString directory() const { return m_folder.filePath(QStringLiteral("profile")); }

    QString file(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runBare(QStringList{QStringLiteral("--profile"), directory()} + arguments, input);
    }

    static Ran runBare(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(QStringLiteral(HOOKBOARDCTL), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {-2, process.readAllStandardOutput(), "did not end: " + process.readAllStandardError()};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    // Writes these keys of settings.json; for the next start.
    bool set(const QJsonObject &changes) const
    {
        QFile settings(directory() + QStringLiteral("/settings.json"));
        if (!settings.open(QIODevice::ReadWrite))
            return false;
        QJsonObject all = QJsonDocument::fromJson(settings.readAll()).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            all.insert(it.key(), it.value());
        return settings.resize(0) && settings.write(QJsonDocument(all).toJson()) > 0;
    }

    // A profile with one github source "repo" whose secret is "s3cret".
    bool prepare() const
    {
        const QString secret = file(QStringLiteral("repo.secret"), "s3cret\n");
        return run({QStringLiteral("init"), QStringLiteral("--secrets"), QStringLiteral("file")}).code == 0 &&
               run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("repo"),
                    QStringLiteral("--provider"), QStringLiteral("github"), QStringLiteral("--secret-file"), secret})
                       .code == 0;
    }

private:
    QTemporaryDir m_folder;
};

// `serve` as a child process; killed, if need be, with this object.
class Serving
{
public:
    // False when it did not say where it listens.
    bool start(const QString &directory)
    {
        QElapsedTimer timer;
        timer.start();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(HOOKBOARDCTL), {QStringLiteral("--profile"), directory, QStringLiteral("serve"),
                                                       QStringLiteral("--port"), QStringLiteral("0")});
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 15'000))
            return false;
        m_startMs = timer.elapsed();
        m_firstLine = m_process.readLine();
        const QJsonObject ready = QJsonDocument::fromJson(m_firstLine).object();
        m_url = QUrl(ready.value(QLatin1StringView("listening")).toString());
        return m_url.port() > 0;
    }

    quint16 port() const { return static_cast<quint16>(m_url.port()); }
    QString url() const { return m_url.toString(); }
    QByteArray firstLine() const { return m_firstLine; }
    qint64 startMs() const { return m_startMs; }
    QProcess &process() { return m_process; }
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    // SIGTERM; the exit code, or -1 when it did not end in order.
    int stop()
    {
        m_process.terminate();
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20'000))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

    ~Serving()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

private:
    QProcess m_process;
    QUrl m_url;
    QByteArray m_firstLine;
    qint64 m_startMs = 0;
};

} // namespace hookboard::test
