// EventRow: turns rows of the events table into StoredEvent with as little work as a scan of millions needs. One event
// object is filled again and again; its byte arrays point into SQLite's memory until the statement moves on, detached()
// makes a copy that lasts. One per statement and thread.
#pragma once

#include "core/journal/database.h"
#include "core/types/storedevent.h"

#include <QtCore/QHash>

namespace hookboard {

// The texts of a small vocabulary (sources, types, schemes): each is decoded once. Forgets all when it grows too large.
class Vocabulary
{
public:
    void read(QByteArrayView utf8, QString &text);

private:
    QByteArray m_lastBytes;
    QString m_last;
    QHash<QByteArray, QString> m_words;
};

class EventRow
{
public:
    // What of an event to read; the rest of it stays empty.
    struct Parts
    {
        bool body = true;
        bool envelope = true; // peer, scheme, secretIndex, target, headers
        friend bool operator==(const Parts &, const Parts &) = default;
    };

    // The columns that read() expects, in order.
    static QByteArray columns(Parts parts);
    const StoredEvent &read(const Statement &row, Parts parts);
    // The envelope of a row that was read without it; its columns must have been asked for.
    void readEnvelope(const Statement &row);
    // A copy that lasts; without the body for lists, which read it for its text only.
    StoredEvent detached(bool withBody = true) const;

private:
    StoredEvent m_event;
    QList<Header> m_fields; // keeps its capacity from row to row
    Vocabulary m_sources;
    Vocabulary m_types;
    Vocabulary m_schemes;
};

// A copy whose bytes are its own.
Headers detachedHeaders(const Headers &headers);
// Body with Content-Encoding undone; null when it cannot be (it could when it was stored, so the file is damaged).
QByteArray decodedPayload(const QByteArray &body, BodyEncoding encoding);

} // namespace hookboard
