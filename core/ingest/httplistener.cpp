#include "core/ingest/httplistener.h"

#include "core/ingest/hookserver.h"
#include "core/types/sentence.h"

#include <QtNetwork/QHostAddress>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

struct HttpListener::Private
{
    Private(const IngestSettings &listenerSettings, Acceptor &acceptor, const Clock &clock)
        : settings(listenerSettings)
        , server(settings, acceptor, clock)
    {}

    IngestSettings settings;
    HookServer server;
};

HttpListener::HttpListener(IngestSettings settings, Acceptor &acceptor, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(settings, acceptor, clock))
{}

HttpListener::~HttpListener() = default;

Result<quint16> HttpListener::listen()
{
    const QString &text = d->settings.address;
    const QHostAddress address = text == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(text);
    if (address.isNull())
        return {ErrorCode::InvalidArgument, Sentence::tr("“%1” is not an address to listen on.").arg(text)};
    ConnectionGuard &guard = d->server.guard();
    if (!guard.listen(address, d->settings.port)) {
        const bool taken = guard.serverError() == QAbstractSocket::AddressInUseError;
        return {taken ? ErrorCode::AlreadyRunning : ErrorCode::Io,
                Sentence::tr("Cannot listen on %1, port %2: %3. Choose another port, or 0 for a free one.")
                    .arg(text, QString::number(d->settings.port), guard.errorString())};
    }
    d->server.bind(&guard);
    return guard.serverPort();
}

void HttpListener::stopAccepting()
{
    d->server.guard().stopAccepting();
}

int HttpListener::connectionCount() const
{
    return d->server.guard().connectionCount();
}

bool HttpListener::isDrained() const
{
    return d->server.isDrained();
}

} // namespace hookboard
