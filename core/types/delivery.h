// A delivery on its way in: RawDelivery (as it came), VerifiedDelivery (only a Verifier can make one), Rejection,
// and Receipt (what became of it). Plain values that cross threads; QByteArray shares, so copies are cheap.
#pragma once

#include "core/types/error.h"
#include "core/types/headers.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMetaType>

#include <memory>
#include <optional>

namespace hookboard {

// How the body bytes are wrapped (Content-Encoding). The wrapped bytes are what is signed and stored.
enum class BodyEncoding : quint8 { Identity = 0, Gzip = 1, Deflate = 2 };

// Times of one delivery on its way through the program, in Clock::steadyNs(); 0 = not reached or not sampled.
struct Trace
{
    quint64 seq = 0;
    qint64 receivedUs = 0; // wall clock, to match a sender's log
    qint64 receivedNs = 0;
    qint64 verifiedNs = 0;
    qint64 committedNs = 0;
    qint64 foldedNs = 0;
    qint64 paintedNs = 0;
};

struct RawDelivery
{
    QString source;    // name from /hooks/<source>
    QByteArray method; // "POST"
    QByteArray target; // request target as sent: path and query
    Headers headers;   // as sent; secrets in them are redacted before they are stored
    QByteArray body;   // exact bytes after de-chunking, before Content-Encoding is undone
    BodyEncoding encoding = BodyEncoding::Identity;
    QByteArray payload;    // body with Content-Encoding undone, once the verifier needed it; shares an unwrapped body
    QByteArray peer;       // address as text, without port
    qint64 receivedUs = 0; // arrival, microseconds since 1970 UTC
    qint64 receivedNs = 0; // arrival, Clock::steadyNs()
};

// Memory that a delivery holds: the body, and what it inflates to where that is something else.
inline qint64 heldBytes(const RawDelivery &delivery)
{
    return delivery.body.size() + (delivery.encoding == BodyEncoding::Identity ? 0 : delivery.payload.size());
}

// What the verifier learned. `verified` is false only for sources whose provider is "none".
struct Verdict
{
    bool verified = false;
    QString scheme;                   // template name, for example "github"
    int secretIndex = -1;             // which of the source's secrets matched
    QString type;                     // event type, empty when the template names none
    QByteArray deliveryId;            // never empty: falls back to the hex SHA-256 of the body and "@body"
    bool idIsDigest = false;          // the bare digest: nothing tells this from another delivery with an equal body
    std::optional<qint64> occurredUs; // event time when the template names one, microseconds since 1970 UTC
    bool simulated = false;           // sent by Hookboard's own simulator or demo
};

class VerifiedDelivery
{
public:
    const RawDelivery &raw() const { return m_raw; }
    const Verdict &verdict() const { return m_verdict; }
    qint64 verifiedNs() const { return m_verifiedNs; }

private:
    friend class Verifier;
    friend struct TestDeliveries; // tests make deliveries without a provider
    VerifiedDelivery(RawDelivery raw, Verdict verdict, qint64 verifiedNs)
        : m_raw(std::move(raw))
        , m_verdict(std::move(verdict))
        , m_verifiedNs(verifiedNs)
    {}
    RawDelivery m_raw;
    Verdict m_verdict;
    qint64 m_verifiedNs = 0;
};

// A delivery that was refused, with the reason; goes to quarantine.
struct Rejection
{
    RawDelivery raw;
    Error error;  // code and a sentence without secrets
    QString type; // when it could still be read
    QByteArray deliveryId;
};

// What became of one delivery.
struct Receipt
{
    enum class Outcome : quint8 { Stored, Duplicate, Refused };
    Outcome outcome = Outcome::Refused;
    quint64 seq = 0; // Stored: the new number; Duplicate: the number of the first one
    QByteArray deliveryId;
    Error error;              // Refused: why
    bool bodyDiffers = false; // Duplicate: of the id, not of the body, which is in quarantine
};

} // namespace hookboard
