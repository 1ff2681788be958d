// BodyWindow: tells the repetitions of deliveries that have no id. Two equal bodies of one source are one delivery when
// the second comes within the window after the first, and two events when it comes later. Such a delivery is stored
// under its digest and the time of its arrival, "<digest>@2026-11-24T14:36:15.000001Z", so the unique index on source
// and id keeps what was decided, and the newest of a digest is one look into it. Works inside the caller's transaction,
// in the journal thread; worthless after a failed one, like EventWriter.
//
// Times here never go back: they follow the wall clock where it goes ahead (the computer may have slept) and the steady
// clock where the wall clock was set back, and the file remembers how far they came.
#pragma once

#include "core/journal/database.h"
#include "core/types/clock.h"
#include "core/types/delivery.h"

#include <memory>

namespace hookboard {

class BodyWindow
{
public:
    // Both references must outlive the window. 0 = every arrival is an event of its own.
    static Result<std::unique_ptr<BodyWindow>> open(Database &database, const Clock &clock, qint64 windowUs);

    struct Place
    {
        QByteArray id;   // to store the delivery under, or of the one that it repeats
        quint64 seq = 0; // of the one that it repeats; 0 = it is new
    };
    // For a delivery whose verdict says that its id is a digest. What is new must be stored before the next call.
    Result<Place> place(const VerifiedDelivery &delivery);

private:
    BodyWindow(const Clock &clock, qint64 windowUs);
    Status prepare(Database &database);
    qint64 arrivalUs(const RawDelivery &raw);
    Result<Place> newestOf(const QByteArray &source, const QByteArray &digest, qint64 &arrivedUs);
    Status remember(qint64 us);

    Statement m_newest;
    Statement m_withoutTime; // as earlier versions stored it
    Statement m_remember;
    qint64 m_windowUs;
    qint64 m_lastUs = 0; // the newest time given out
    qint64 m_lastNs = 0; // of the steady clock, then
    qint64 m_rememberedUs = 0;
};

} // namespace hookboard
