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
    const QString &word(QByteArrayView utf8);

private:
    QByteArray m_lastBytes;
    QString m_last;
    QHash<QByteArray, QString> m_words;
};

class EventRow
{
public:
    // The columns that read() expects, in order; without body the last one is left out.
    static QByteArray columns(bool withBody);

    const StoredEvent &read(const Statement &row, bool withBody);
    StoredEvent detached() const;

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
