#include "core/simulator.h"

#include "core/types/clock.h"
#include "core/types/sentence.h"
#include "core/verify/templateregistry.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

// The sentence of a problem document, else the status.
Status statusOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300)
        return Done();
    if (status == 0)
        return {ErrorCode::Io, Sentence::tr("The listener did not answer: %1.").arg(reply.errorString())};
    const QString detail = QJsonDocument::fromJson(reply.readAll()).object().value("detail"_L1).toString();
    return {ErrorCode::Io, detail.isEmpty()
                               ? Sentence::tr("The listener answered %1.").arg(status)
                               : Sentence::tr("The listener answered %1: %2").arg(QString::number(status), detail)};
}

} // namespace

ProviderSamples samplesOf(const QString &provider)
{
    ProviderSamples samples;
    QFile file(":/hookboard/samples/"_L1 + provider + ".json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    samples.thing = object.value("thing"_L1).toString();
    const QJsonArray types = object.value("types"_L1).toArray();
    for (const QJsonValue &type : types)
        samples.types.append(type.toString());
    const QJsonArray deliveries = object.value("deliveries"_L1).toArray();
    for (const QJsonValue &value : deliveries) {
        const QJsonObject delivery = value.toObject();
        samples.deliveries.append({delivery.value("type"_L1).toString(),
                                   QJsonDocument(delivery.value("body"_L1).toObject()).toJson(QJsonDocument::Compact)});
    }
    return samples;
}

Result<SignedRequest> simulatedRequest(const TemplateRegistry &templates, const SourceWithSecrets &source, int index,
                                       const Clock &clock)
{
    Result<Signer> signer = Signer::create(templates, source);
    if (!signer)
        return signer.error();
    const ProviderSamples samples = samplesOf(source.config.provider);
    OutgoingDelivery delivery;
    if (samples.deliveries.isEmpty()) {
        delivery.type = u"example.created"_s;
        delivery.body = R"({"type":"example.created","amount":42,"country":"DE"})";
    } else {
        const SampleDelivery &sample = samples.deliveries.at(index % samples.deliveries.size());
        delivery.type = sample.type;
        delivery.body = sample.body;
    }
    delivery.deliveryId = "sim_" + QUuid::createUuid().toByteArray(QUuid::Id128).first(20);
    delivery.nowUs = clock.nowUs();
    delivery.simulated = true;
    delivery.body = signer->fillFacts(delivery);
    return signer->sign(delivery);
}

Simulator::Simulator(QObject *parent)
    : QObject(parent)
{}

Simulator::~Simulator() = default;

void Simulator::post(const QUrl &url, const SignedRequest &signedRequest, std::function<void(const Status &)> done)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxy(QNetworkProxy::NoProxy); // it goes to this computer
        m_network->setTransferTimeout(kPatienceMs);
    }
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : signedRequest.headers.fields())
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network->post(request, signedRequest.body);
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(statusOf(*reply));
    });
}

} // namespace hookboard
