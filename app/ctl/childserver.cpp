#include "app/ctl/childserver.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStartMs = 10'000;
constexpr int kStopMs = 20'000;

} // namespace

Result<std::unique_ptr<ChildServer>> ChildServer::start(const QStringList &arguments)
{
    std::unique_ptr<ChildServer> server(new ChildServer);
    QProcess &process = server->m_process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    while (!process.canReadLine() && process.waitForReadyRead(kStartMs)) {
    }
    const QJsonObject ready = QJsonDocument::fromJson(process.readLine()).object();
    server->m_url = QUrl(ready.value("listening"_L1).toString());
    if (server->m_url.port() <= 0)
        return Error{ErrorCode::Io, u"%1 did not start."_s.arg(arguments.join(u' '))};
    return server;
}

ChildServer::~ChildServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kStopMs)) {
        m_process.kill();
        m_process.waitForFinished(kStopMs);
    }
}

} // namespace hookboard
