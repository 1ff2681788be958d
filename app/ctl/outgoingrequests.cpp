#include "app/ctl/outgoingrequests.h"

#include "core/verify/templateregistry.h"

#include <QtCore/QRandomGenerator>

#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray hex(quint64 number, qsizetype digits)
{
    return QByteArray::number(number, 16).rightJustified(digits, '0');
}

QByteArray contentType(const QByteArray &body)
{
    const QByteArray start = body.left(64).trimmed();
    if (start.startsWith('{') || start.startsWith('['))
        return "application/json";
    return body.contains('=') && !start.contains(' ') ? "application/x-www-form-urlencoded"
                                                      : "application/octet-stream";
}

QByteArray headStart(const QUrl &url, const QByteArray &type)
{
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return "POST " + target + " HTTP/1.1\r\nHost: " + (host.contains(':') ? '[' + host + ']' : host) + ':' +
           QByteArray::number(url.port(80)) + "\r\nContent-Type: " + type +
           "\r\nUser-Agent: hookboardctl/" HOOKBOARD_VERSION "\r\n";
}

} // namespace

OutgoingRequests::OutgoingRequests(OutgoingPlan plan, std::unique_ptr<TemplateRegistry> templates, Signer signer,
                                   const Clock &clock)
    : m_plan(std::move(plan))
    , m_templates(std::move(templates))
    , m_signer(std::move(signer))
    , m_clock(clock)
    , m_headStart(
          headStart(m_plan.url, m_plan.body.isEmpty() ? QByteArray("application/json") : contentType(m_plan.body)))
    , m_runId(hex(QRandomGenerator::system()->generate(), 8))
{}

OutgoingRequests::~OutgoingRequests() = default;

Result<std::unique_ptr<OutgoingRequests>> OutgoingRequests::create(OutgoingPlan plan, const Clock &clock)
{
    auto templates = std::make_unique<TemplateRegistry>();
    if (const Status loaded = templates->loadBuiltIn(); !loaded)
        return loaded.error();
    Result<Signer> signer = Signer::create(*templates, plan.source);
    if (!signer)
        return signer.error();
    std::unique_ptr<OutgoingRequests> requests(
        new OutgoingRequests(std::move(plan), std::move(templates), std::move(*signer), clock));
    if (const Result<SignedRequest> first = requests->sign(0); !first)
        return first.error();
    return requests;
}

QByteArray OutgoingRequests::deliveryId(qint64 index) const
{
    return m_runId + "-0000-4000-8000-" + hex(static_cast<quint64>(index), 12);
}

Result<SignedRequest> OutgoingRequests::sign(qint64 index) const
{
    OutgoingDelivery delivery;
    delivery.type = m_plan.type;
    delivery.deliveryId = deliveryId(index);
    delivery.nowUs = m_clock.nowUs();
    delivery.body = m_plan.body;
    if (delivery.body.isEmpty()) {
        delivery.body = exampleBody(index);
        delivery.body = m_signer.fillFacts(delivery);
    }
    return m_signer.sign(delivery);
}

QByteArray OutgoingRequests::request(qint64 index) const
{
    const Result<SignedRequest> signedRequest = sign(index);
    if (!signedRequest)
        return {}; // create() has signed one like it
    QByteArray bytes;
    bytes.reserve(signedRequest->body.size() + 1024);
    bytes += m_headStart;
    for (const auto &[name, value] : signedRequest->headers.fields()) {
        bytes += name;
        bytes += ": ";
        bytes += value;
        bytes += "\r\n";
    }
    bytes += "Content-Length: " + QByteArray::number(signedRequest->body.size()) + "\r\n\r\n";
    bytes += signedRequest->body;
    return bytes;
}

QByteArray exampleBody(qint64 index)
{
    static constexpr std::array kCountries{"DE", "FR", "NL", "IT", "ES", "PL", "SE", "US"};
    static constexpr std::array kPlans{"free", "team", "business"};
    static const QByteArray padding(640, 'x');
    const auto pick = [index](const auto &list) { return list[static_cast<std::size_t>(index) % list.size()]; };
    return QByteArray("{\"number\":") + QByteArray::number(index) +
           ",\"amount\":" + QByteArray::number((index * 7919) % 100'000) +
           ",\"ratio\":" + QByteArray::number((index % 997) / 997.0, 'f', 4) +
           ",\"paid\":" + (index % 3 == 0 ? "false" : "true") + ",\"country\":\"" + pick(kCountries) +
           "\",\"customer\":{\"id\":\"c-" + QByteArray::number((index * 31) % 5'000) + "\",\"plan\":\"" + pick(kPlans) +
           "\"},\"items\":[{\"sku\":\"A-1\",\"quantity\":" + QByteArray::number(1 + index % 4) +
           "},{\"sku\":\"B-2\",\"quantity\":1}],\"note\":\"" + padding + "\"}";
}

} // namespace hookboard
