// CommitFeed: hands commits on to those who look at events. Lives in the journal thread. The projection gets whole
// batches while it keeps up; when it falls behind it gets only the newest seq and reads the rest from the journal, so
// that a slow fold costs no memory. The window gets the newest events without bodies, at most ten times a second.
#pragma once

#include "core/journal/journal.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>

namespace hookboard {

class CommitFeed : public QObject
{
    Q_OBJECT
public:
    explicit CommitFeed(QObject *parent = nullptr);

public slots:
    void onCommitted(const hookboard::CommitReportPtr &report);
    // The projection has folded (or put aside) this many events and bytes of what it was given.
    void consumed(quint64 events, qint64 bytes);

signals:
    // Null batch: fell behind, read the journal up to `lastSeq`.
    void folding(hookboard::EventBatch events, quint64 lastSeq);
    void recent(hookboard::EventBatch events);

private:
    void keepRecent(const EventBatch &events);
    void flushRecent();

    quint64 m_eventsOut = 0; // given to the projection and not yet consumed
    qint64 m_bytesOut = 0;
    std::deque<StoredEvent> m_recent;
    QTimer m_recentTimer;
};

// Bytes of a batch as the feed counts them.
qint64 batchBytes(const EventBatch &events);

} // namespace hookboard
