// OutgoingRequests: HTTP requests signed as the provider of one source signs them, each with its own delivery id.
// Main thread; owns the templates its signer reads.
#pragma once

#include "core/types/clock.h"
#include "core/verify/signer.h"

#include <QtCore/QUrl>

#include <memory>

namespace hookboard {

struct OutgoingPlan
{
    SourceWithSecrets source;
    QUrl url; // http, with host and path
    QString type;
    QByteArray body; // sent as it is; empty = a generated document of about 1 KB, another one each time
};

class OutgoingRequests
{
public:
    ~OutgoingRequests();
    // Signs once to find out whether it can: what is wrong comes now, not from request().
    static Result<std::unique_ptr<OutgoingRequests>> create(OutgoingPlan plan, const Clock &clock);

    // Head and body of request number `index`.
    QByteArray request(qint64 index) const;
    // Unlike those of any other run; 36 characters in the form of a UUID.
    QByteArray deliveryId(qint64 index) const;

private:
    OutgoingRequests(OutgoingPlan plan, std::unique_ptr<TemplateRegistry> templates, Signer signer, const Clock &clock);
    Result<SignedRequest> sign(qint64 index) const;

    OutgoingPlan m_plan;
    std::unique_ptr<TemplateRegistry> m_templates;
    Signer m_signer;
    const Clock &m_clock;
    QByteArray m_headStart; // request line and the headers that never change
    QByteArray m_runId;
};

// A JSON document of about 1 KB; fields of several types to map.
QByteArray exampleBody(qint64 index);

} // namespace hookboard
