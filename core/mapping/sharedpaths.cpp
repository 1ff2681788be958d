#include "core/mapping/sharedpaths.h"

namespace hookboard {

std::optional<FieldPath> SharedPaths::known(QStringView text) const
{
    const auto found = m_paths.constFind(text.toString());
    return found == m_paths.cend() ? std::nullopt : std::optional(*found);
}

void SharedPaths::insert(QStringView text, const FieldPath &path, const Reads &reads)
{
    m_paths.insert(text.toString(), path);
    m_reads.payload = m_reads.payload || reads.payload;
    m_reads.deliveryId = m_reads.deliveryId || reads.deliveryId;
    m_reads.occurredAt = m_reads.occurredAt || reads.occurredAt;
    m_reads.envelope = m_reads.envelope || reads.envelope;
    m_reads.item = m_reads.item || reads.item;
}

} // namespace hookboard
