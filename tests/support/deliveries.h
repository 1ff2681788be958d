// Deliveries for tests, made without a provider's signature.
#pragma once

#include "core/types/delivery.h"

namespace hookboard {

struct TestDeliveries
{
    static RawDelivery raw(const QByteArray &id, const QByteArray &body = QByteArrayLiteral("{}"),
                           const QString &source = QStringLiteral("shop"))
    {
        RawDelivery raw;
        raw.source = source;
        raw.method = "POST";
        raw.target = "/hooks/" + source.toUtf8() + "?n=" + id;
        raw.headers.append("Content-Type", "application/json");
        raw.body = body;
        raw.payload = body;
        raw.peer = "127.0.0.1";
        raw.receivedUs = 1'700'000'000'000'000;
        raw.receivedNs = 1;
        return raw;
    }
    static Verdict verdict(const QByteArray &id, const QString &type = QStringLiteral("order.paid"))
    {
        Verdict verdict;
        verdict.verified = true;
        verdict.scheme = QStringLiteral("github");
        verdict.secretIndex = 0;
        verdict.type = type;
        verdict.deliveryId = id;
        return verdict;
    }
    static VerifiedDelivery make(RawDelivery raw, Verdict verdict)
    {
        return VerifiedDelivery(std::move(raw), std::move(verdict), 2);
    }
    static VerifiedDelivery make(const QByteArray &id, const QByteArray &body = QByteArrayLiteral("{}"))
    {
        return make(raw(id, body), verdict(id));
    }
    static Rejection rejection(const QByteArray &id, const QByteArray &body = QByteArrayLiteral("{}"))
    {
        return {raw(id, body), {ErrorCode::SignatureMismatch, QStringLiteral("The signature does not match.")},
                QStringLiteral("order.paid"), id};
    }
};

} // namespace hookboard
