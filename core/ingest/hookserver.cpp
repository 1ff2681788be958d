#include "core/ingest/hookserver.h"

#include "core/ingest/contentencoding.h"

#include <QtCore/QPointer>
#include <QtHttpServer/QHttpServerRequest>

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView kHooks = "/hooks/";
constexpr QByteArrayView kHealth = "/healthz";

QByteArrayView pathOf(const QByteArray &target)
{
    QByteArrayView path = target;
    // The absolute form must be accepted (RFC 9112 section 3.2.2); what it says about the host is not used.
    if (!path.startsWith('/') &&
        path.first(std::min<qsizetype>(path.size(), 7)).compare("http://", Qt::CaseInsensitive) == 0) {
        const qsizetype slash = path.indexOf('/', 7);
        path = slash < 0 ? QByteArrayView("/") : path.sliced(slash);
    }
    const qsizetype end = path.indexOf('?');
    return end < 0 ? path : path.first(end);
}

// The name in /hooks/<name>, as it stands: a name needs no percent-encoding, so an encoded one is another name.
QByteArrayView sourceIn(QByteArrayView path)
{
    return path.startsWith(kHooks) ? path.sliced(kHooks.size()) : QByteArrayView();
}

Ruling refusal(ErrorCode code, const QString &message, const QByteArray &allow = {})
{
    return {0, Error{code, message}, allow};
}

} // namespace

HookServer::HookServer(const IngestSettings &settings, Acceptor &acceptor, const Clock &clock)
    : m_settings(settings)
    , m_acceptor(acceptor)
    , m_clock(clock)
    , m_guard(new ConnectionGuard(
          settings, clock, [this](const HttpRequest &head) { return rule(head); },
          [this] { return m_acceptor.heldBehind(); }, this))
{
    connect(m_guard, &ConnectionGuard::abandoned, this, [this](quint64 token) { m_waiting.erase(token); });
}

// Responders point into what the base class deletes.
HookServer::~HookServer()
{
    m_waiting.clear();
    delete m_guard;
}

Ruling HookServer::rule(const HttpRequest &head) const
{
    const QByteArrayView path = pathOf(head.target);
    if (path == kHealth) {
        if (head.method != "GET" && head.method != "HEAD")
            return refusal(ErrorCode::MethodNotAllowed, u"Ask /healthz with GET."_s, "GET, HEAD"_ba);
        return {};
    }
    const QByteArrayView source = sourceIn(path);
    if (source.isEmpty())
        return refusal(ErrorCode::UnknownPath, u"Deliveries go to /hooks/<source>."_s);
    const std::optional<qint64> maxBody = m_acceptor.maxBodyOf(QString::fromLatin1(source));
    if (!maxBody)
        return refusal(ErrorCode::UnknownSource, u"No source of that name is configured here."_s);
    if (head.method != "POST")
        return refusal(ErrorCode::MethodNotAllowed, u"Deliveries are sent with POST."_s, "POST"_ba);
    return {*maxBody, std::nullopt, {}};
}

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
bool HookServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    handle(request, responder);
    return true;
}

void HookServer::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    Q_UNREACHABLE(); // handleRequest() takes everything
}
#else
bool HookServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    handle(request, responder);
    return true;
}

void HookServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &)
{
    Q_UNREACHABLE(); // handleRequest() takes everything
}
#endif

void HookServer::handle(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const quint64 token = request.value(kExchangeHeader).toULongLong();
    Connection *connection = m_guard->exchange(token);
    if (connection == nullptr)
        return;
    m_waiting.emplace(token, Waiting{&responder, std::nullopt});
    if (request.method() == QHttpServerRequest::Method::Post)
        deliver(token, *connection);
    else
        answer(token, healthAnswer(m_acceptor.unhealthy()));
    const auto waiting = m_waiting.find(token);
    if (waiting != m_waiting.end()) {
        waiting->second.kept.emplace(std::move(responder));
        waiting->second.handedOver = nullptr;
    }
}

void HookServer::deliver(quint64 token, Connection &connection)
{
    HttpRequest request = connection.takeRequest();
    RawDelivery delivery;
    delivery.receivedUs = m_clock.nowUs();
    delivery.receivedNs = m_clock.steadyNs();
    const Result<BodyEncoding> encoding = bodyEncoding(request.headers.value("Content-Encoding"));
    if (!encoding)
        return answer(token, problemAnswer(encoding.error()));
    delivery.source = QString::fromLatin1(sourceIn(pathOf(request.target)));
    delivery.method = std::move(request.method);
    delivery.target = std::move(request.target);
    delivery.headers = std::move(request.headers);
    delivery.body = std::move(request.body);
    delivery.encoding = *encoding;
    delivery.peer = connection.peerText();
    const auto hold = [&connection](qint64 bytes) { return connection.hold(bytes); };
    m_acceptor.accept(std::move(delivery), hold, [self = QPointer(this), token](const Receipt &receipt) {
        if (self)
            self->answer(token, receiptAnswer(receipt));
    });
}

// A kept responder is destroyed before the connection goes on: newer Qt takes no further request while it lives.
void HookServer::answer(quint64 token, const Answer &answer)
{
    auto waiting = m_waiting.extract(token);
    Connection *connection = m_guard->exchange(token);
    if (waiting.empty() || connection == nullptr)
        return;
    QHttpServerResponder *handedOver = waiting.mapped().handedOver;
    QHttpServerResponder &responder = handedOver != nullptr ? *handedOver : *waiting.mapped().kept;
    responder.write(answer.body, answer.contentType, static_cast<QHttpServerResponder::StatusCode>(answer.status));
    waiting = {};
    connection->complete(answer.extraHead);
}

} // namespace hookboard
