// EventExport: writes the stored events of a query to a file, one JSON object a line (NDJSON), page by page, so that
// neither the window nor the memory feels how many there are. Lines are made and written in the pool; what is fetched
// next waits for them. Replaces the file only when all of it is written. GUI thread; deletes nothing on its own.
#pragma once

#include "ui/events/eventfeed.h"

#include <QtCore/QObject>

#include <memory>
#include <stop_token>

class QSaveFile;

namespace hookboard {

// One line without its end: seq, source, deliveryId, type, receivedAt, occurredAt, verified, simulated, bytes, body
// (the exact bytes in base64), and payload when it is JSON, as it came.
QByteArray eventLine(const StoredEvent &event);

class EventExport final : public QObject
{
    Q_OBJECT
public:
    EventExport(EventFetch fetch, const EventQuery &query, const QString &fileName, QObject *parent = nullptr);
    ~EventExport() override;

    void start();
    // The file stays as it was.
    void stop();
    quint64 written() const { return m_written; }

signals:
    void progressed(quint64 events, double share); // 0 to 1, of what had to be looked at
    void finished(const hookboard::Status &outcome);

private:
    void requestPage();
    void take(const Result<EventPage> &page);
    void writePage(const EventBatch &events, const std::optional<EventQuery> &rest);

    EventFetch m_fetch;
    EventQuery m_next;
    QString m_fileName;
    std::shared_ptr<QSaveFile> m_file; // with the page that is being written, in the pool
    std::stop_source m_stop;
    quint64 m_written = 0;
    quint64 m_total = 0; // numbers to look at
};

} // namespace hookboard
