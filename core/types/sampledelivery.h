// SampleDelivery: what a provider typically sends, to try a source before anything real arrives. A plain value.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace hookboard {

struct SampleDelivery
{
    QString type;    // "payment_intent.succeeded"
    QByteArray body; // JSON; delivery id and times are put in when it is sent
};

struct ProviderSamples
{
    QString thing;                    // what one is, for a button: "payment"
    QStringList types;                // worth switching on at the provider
    QList<SampleDelivery> deliveries; // empty = none are known
};

} // namespace hookboard
