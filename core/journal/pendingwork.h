// PendingWork: what waits for the journal's next transaction, bounded where nobody waits for an answer. Appends are
// bounded by their sender (the pipeline's queue). Lives in the journal thread; values only, no I/O.
#pragma once

#include "core/journal/journal.h"

#include <QtCore/QHash>

#include <deque>
#include <span>

namespace hookboard {

class PendingWork
{
public:
    void add(AppendBatch &batch, qint64 nowNs);
    // Under a flood the first ones are kept; what is dropped here was counted where it was refused. The batch is held
    // until its rejections are written.
    void add(RejectionBatch batch);
    // The newest state of a key replaces one that was not written yet.
    void add(const CheckpointBatch &batch);

    // Waiting longer would only make the transaction larger than is good for it.
    bool isFull(qint64 nowNs) const;
    std::vector<AppendRequest> takeAppends();
    // As many from the front as one transaction should hold; at least one.
    static std::span<const AppendRequest> firstBurst(std::span<const AppendRequest> appends);

    bool hasSideWork() const { return !m_rejections.empty() || !m_checkpoints.isEmpty(); }
    void clearSideWork();
    const std::deque<Rejection> &rejections() const { return m_rejections; }
    const QHash<QByteArray, Checkpoint> &checkpoints() const { return m_checkpoints; }

private:
    std::vector<AppendRequest> m_appends;
    qint64 m_appendBytes = 0;
    qint64 m_appendsSinceNs = 0;
    std::deque<Rejection> m_rejections;
    std::vector<RejectionBatch> m_rejectionsOf; // kept, empty, so that their sender sees when they are written
    qint64 m_rejectionBytes = 0;
    QHash<QByteArray, Checkpoint> m_checkpoints;
};

} // namespace hookboard
