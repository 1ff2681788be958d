#include "app/desktop/demosender.h"

#include "core/types/clock.h"
#include "core/verify/signer.h"
#include "core/verify/templateregistry.h"

#include <QtCore/QRandomGenerator>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPastUs = 3'600'000'000; // the demo begins with one hour of history
constexpr qint64 kPastStepUs = 800'000;   // the pace of the trickle: past and present look alike
constexpr int kBackfillInFlight = 48;
constexpr int kTrickleMs = 800;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

SourceWithSecrets source(const QString &name, const QString &provider, const QByteArray &secret)
{
    SourceWithSecrets made;
    made.config.name = name;
    made.config.provider = provider;
    made.config.secretCount = 1;
    made.secrets = {Secret(secret)};
    return made;
}

} // namespace

DemoSender::DemoSender()
    : m_events(QRandomGenerator::system()->generate())
{}

DemoSender::~DemoSender() = default;

QList<SourceWithSecrets> DemoSender::sources()
{
    return {source(u"shop"_s, u"standard-webhooks"_s, "whsec_" + randomBytes(24).toBase64()),
            source(u"payments"_s, u"stripe"_s, "whsec_" + randomBytes(24).toHex()),
            source(u"deploys"_s, u"github"_s, randomBytes(24).toHex()),
            source(u"monitor"_s, u"standard-webhooks"_s, "whsec_" + randomBytes(24).toBase64())};
}

void DemoSender::start(const QUrl &listener, const QList<SourceWithSecrets> &sources)
{
    m_listener = listener;
    if (m_network)
        return; // the listener moved to another port; the sending goes on there
    m_templates = std::make_unique<TemplateRegistry>();
    if (!m_templates->loadBuiltIn())
        return;
    for (const SourceWithSecrets &known : sources) {
        if (Result<Signer> signer = Signer::create(*m_templates, known))
            m_signers.emplace(known.config.name, std::move(*signer));
    }
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &DemoSender::trickle);
    m_backfillUs = SystemClock().nowUs() - kPastUs;
    backfill();
}

// Keeps a few requests on their way until the past is full; then the trickle begins.
void DemoSender::backfill()
{
    const qint64 now = SystemClock().nowUs();
    while (m_inFlight < kBackfillInFlight && m_backfillUs < now) {
        post(m_events.next(m_backfillUs));
        m_backfillUs += kPastStepUs;
    }
    if (m_backfillUs >= now && !m_timer->isActive())
        m_timer->start(kTrickleMs);
}

void DemoSender::trickle()
{
    if (m_inFlight < kBackfillInFlight) // a listener that does not answer gets no pile of requests
        post(m_events.next(SystemClock().nowUs()));
}

void DemoSender::post(const DemoEvent &event)
{
    const auto signer = m_signers.find(event.source);
    if (signer == m_signers.end())
        return;
    const Result<SignedRequest> signedRequest = signer->second.sign(
        {event.body, event.type, event.deliveryId, SystemClock().nowUs(), QByteArrayLiteral("POST"), true});
    if (!signedRequest)
        return;
    QUrl url = m_listener;
    url.setPath("/hooks/"_L1 + event.source);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : signedRequest->headers.fields())
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network->post(request, signedRequest->body);
    ++m_inFlight;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        --m_inFlight;
        if (!m_timer->isActive())
            backfill();
    });
}

} // namespace hookboard
