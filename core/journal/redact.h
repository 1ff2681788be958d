// Which header values are secrets and must not reach the disk. Signatures stay: they prove, they do not open doors.
// Immutable after construction; any thread.
#pragma once

#include "core/types/headers.h"

namespace hookboard {

class Redaction
{
public:
    // Authorization, Cookie and their kin, every name that ends like a token, secret, password or API key, and `extra`:
    // header names in which a template carries its secret in clear.
    explicit Redaction(QList<QByteArray> extra = {});

    bool isSecret(QByteArrayView name) const;
    // The same fields, secret values replaced by "(redacted)". Shares the list when there is none.
    Headers apply(const Headers &headers) const;

private:
    QList<QByteArray> m_extra; // compared without case
};

} // namespace hookboard
