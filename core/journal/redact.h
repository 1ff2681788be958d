// Which header values are secrets and must not reach the disk. Signatures stay: they prove, they do not open doors.
// Immutable after construction; any thread.
#pragma once

#include "core/types/delivery.h"

namespace hookboard {

class Redaction
{
public:
    // The names of core/types/secretnames.h, and `extra`: header names in which a template carries its secret in clear.
    explicit Redaction(QList<QByteArray> extra = {});

    bool isSecret(QByteArrayView name) const;
    // What of a delivery's head may be stored.
    struct Head
    {
        QByteArray target;
        Headers headers;
    };
    Head head(const RawDelivery &raw) const { return {target(raw.target), apply(raw.headers)}; }

    // The same fields, secret values replaced by "(redacted)". Shares the list when there is none.
    Headers apply(const Headers &headers) const;
    // The request target with the values of such query parameters replaced likewise.
    QByteArray target(const QByteArray &target) const;

private:
    QList<QByteArray> m_extra; // compared without case
};

} // namespace hookboard
