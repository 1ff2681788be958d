#include "ui/events/deliveryfacts.h"

#include "ui/events/eventtext.h"
#include "ui/sources/rejectionwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct DeliveryFacts
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryFacts)
};

// Genuine and answered as a duplicate, yet not what is stored.
bool isSetAside(const InspectedDelivery &delivery)
{
    return delivery.reason && delivery.reason->code == ErrorCode::BodyDiffers;
}

QString verdictText(const InspectedDelivery &delivery)
{
    if (delivery.reason) {
        const QString title = rejectionWords(delivery.reason->code).title;
        return isSetAside(delivery) ? DeliveryFacts::tr("Set aside: %1").arg(title)
                                    : DeliveryFacts::tr("Refused: %1").arg(title);
    }
    switch (delivery.row.state) {
    case EventState::Simulated:
        return DeliveryFacts::tr("Simulated, no real event inside");
    case EventState::Unverified:
        return DeliveryFacts::tr("Unverified: this source checks no signature");
    default:
        return DeliveryFacts::tr("Verified: the signature matches the bytes as they came");
    }
}

QString encodingText(BodyEncoding encoding)
{
    switch (encoding) {
    case BodyEncoding::Gzip:
        return DeliveryFacts::tr("gzip; the signature covers the compressed bytes");
    case BodyEncoding::Deflate:
        return DeliveryFacts::tr("deflate; the signature covers the compressed bytes");
    case BodyEncoding::Identity:
        break;
    }
    return {};
}

} // namespace

QList<Fact> verificationFacts(const InspectedDelivery &delivery)
{
    QList<Fact> facts;
    facts.append({DeliveryFacts::tr("Verdict"), verdictText(delivery)});
    facts.append({DeliveryFacts::tr("Scheme"), shownText(delivery.scheme)});
    if (delivery.secretIndex >= 0) {
        facts.append(
            {DeliveryFacts::tr("Secret"),
             delivery.secretIndex == 0
                 ? DeliveryFacts::tr("Number 1, the newest")
                 : DeliveryFacts::tr("Number %1, an older one").arg(QLocale().toString(delivery.secretIndex + 1))});
    }
    if (delivery.reason) {
        facts.append({DeliveryFacts::tr("What it means"), rejectionWords(delivery.reason->code).advice});
        facts.append({DeliveryFacts::tr("Finding"), delivery.reason->message});
        facts.append({DeliveryFacts::tr("For the numbers"), DeliveryFacts::tr("Kept aside and not counted anywhere.")});
    }
    facts.append({DeliveryFacts::tr("Encoding"), encodingText(delivery.encoding)});
    facts.append({DeliveryFacts::tr("Sender"), shownText(delivery.peer), true});
    facts.append({DeliveryFacts::tr("Delivery id"), shownText(delivery.row.deliveryId), true});
    return facts;
}

QList<Fact> answerFacts(const InspectedDelivery &delivery)
{
    QList<Fact> facts;
    if (delivery.reason) {
        const ErrorCode code = delivery.reason->code;
        facts.append({DeliveryFacts::tr("Answer"), u"%1 %2"_s.arg(httpStatus(code)).arg(codeText(code)), true});
    } else {
        facts.append({DeliveryFacts::tr("Answer"), DeliveryFacts::tr("Success, sent after the bytes were on disk")});
    }
    facts.append({DeliveryFacts::tr("Received"), exactTimeText(delivery.row.receivedUs)});
    if (delivery.occurredUs) {
        facts.append({DeliveryFacts::tr("Event time"), exactTimeText(*delivery.occurredUs)});
    }
    facts.append({DeliveryFacts::tr("Request"), u"POST "_s + shownText(delivery.target), true});
    facts.append({DeliveryFacts::tr("Size"), bytesText(delivery.body.size())});
    if (delivery.row.receivedNs == 0) {
        facts.append({DeliveryFacts::tr("Times"),
                      DeliveryFacts::tr("Step by step only for deliveries of this session, while they are listed")});
    }
    return facts;
}

QList<HandlingSteps::Step> handlingSteps(const InspectedDelivery &delivery)
{
    const ListedEvent &row = delivery.row;
    const auto since = [&row](qint64 ns) {
        return ns > 0 && row.receivedNs > 0 ? latencyText(ns - row.receivedNs) : QString();
    };
    QList<HandlingSteps::Step> steps;
    steps.append({DeliveryFacts::tr("Received"), since(row.receivedNs), false});
    if (delivery.reason) {
        steps.append({isSetAside(delivery) ? DeliveryFacts::tr("Set aside") : DeliveryFacts::tr("Refused"), {}, true});
        steps.append({DeliveryFacts::tr("%1 sent").arg(httpStatus(delivery.reason->code)), {}, false});
        return steps;
    }
    steps.append({row.state == EventState::Unverified ? DeliveryFacts::tr("Accepted") : DeliveryFacts::tr("Verified"),
                  since(row.verifiedNs), false});
    steps.append({DeliveryFacts::tr("On disk"), since(row.committedNs), false});
    return steps;
}

} // namespace hookboard
