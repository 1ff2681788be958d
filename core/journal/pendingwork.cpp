#include "core/journal/pendingwork.h"

#include <utility>

namespace hookboard {

namespace {

constexpr std::size_t kBurstEvents = 1024;
constexpr qint64 kBurstBytes = 8LL * 1024 * 1024;
constexpr qint64 kBurstWaitNs = 5'000'000; // so that a queue that never runs dry cannot put a commit off
constexpr std::size_t kMaxRejections = 256;
constexpr qint64 kMaxRejectionBytes = 8LL * 1024 * 1024;

} // namespace

void PendingWork::add(AppendBatch &batch, qint64 nowNs)
{
    if (m_appends.empty())
        m_appendsSinceNs = nowNs;
    for (AppendRequest &request : *batch) {
        m_appendBytes += heldBytes(request.delivery.raw());
        m_appends.push_back(std::move(request));
    }
}

void PendingWork::add(RejectionBatch batch)
{
    for (Rejection &rejection : *batch) {
        if (m_rejections.size() >= kMaxRejections || m_rejectionBytes >= kMaxRejectionBytes)
            break;
        m_rejectionBytes += rejection.raw.body.size();
        m_rejections.push_back(std::move(rejection));
    }
    batch->clear();
    m_rejectionsOf.push_back(std::move(batch));
}

void PendingWork::add(const CheckpointBatch &batch)
{
    for (const Checkpoint &checkpoint : *batch)
        m_checkpoints.insert(checkpoint.key, checkpoint);
}

bool PendingWork::isFull(qint64 nowNs) const
{
    return m_appends.size() >= kBurstEvents || m_appendBytes >= kBurstBytes || nowNs - m_appendsSinceNs >= kBurstWaitNs;
}

std::vector<AppendRequest> PendingWork::takeAppends()
{
    m_appendBytes = 0;
    return std::exchange(m_appends, {});
}

std::span<const AppendRequest> PendingWork::firstBurst(std::span<const AppendRequest> appends)
{
    std::size_t count = 0;
    for (qint64 bytes = 0; count < appends.size() && count < kBurstEvents && bytes < kBurstBytes; ++count)
        bytes += heldBytes(appends[count].delivery.raw());
    return appends.first(count);
}

void PendingWork::clearSideWork()
{
    m_rejections.clear();
    m_rejectionBytes = 0;
    m_rejectionsOf.clear();
    m_checkpoints.clear();
}

} // namespace hookboard
