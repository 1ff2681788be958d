#include "ui/mapping/studiodraft.h"

#include <algorithm>

namespace hookboard {

class DraftStep final : public QUndoCommand
{
public:
    DraftStep(StudioDraft &draft, TileSpec after, const QString &name, QString merge)
        : QUndoCommand(name)
        , m_draft(draft)
        , m_before(draft.tile())
        , m_after(std::move(after))
        , m_merge(std::move(merge))
    {}
    int id() const override { return m_merge.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const DraftStep *>(other);
        if (next->m_merge != m_merge)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }
    void undo() override { m_draft.take(m_before); }
    void redo() override { m_draft.take(m_after); }

private:
    StudioDraft &m_draft;
    TileSpec m_before;
    TileSpec m_after;
    QString m_merge;
};

StudioDraft::StudioDraft(QObject *parent)
    : QObject(parent)
{}

void StudioDraft::begin(const TileSpec &tile)
{
    m_undo.clear();
    m_original = tile;
    m_binding = 0;
    take(tile);
}

const Binding &StudioDraft::binding() const
{
    static const Binding none;
    return m_binding < m_tile.bindings.size() ? m_tile.bindings[m_binding] : none;
}

void StudioDraft::setBindingIndex(qsizetype index)
{
    m_binding = std::clamp<qsizetype>(index, 0, std::max<qsizetype>(0, m_tile.bindings.size() - 1));
    emit changed();
}

void StudioDraft::change(const TileSpec &tile, const QString &step, const QString &merge)
{
    if (!(tile == m_tile))
        m_undo.push(new DraftStep(*this, tile, step, merge));
}

void StudioDraft::changeBinding(const Binding &binding, const QString &step, const QString &merge)
{
    TileSpec tile = m_tile;
    if (m_binding >= tile.bindings.size())
        return;
    tile.bindings[m_binding] = binding;
    change(tile, step, merge);
}

void StudioDraft::setSamples(const SampledFields &samples)
{
    m_samples = samples;
    emit samplesChanged();
}

void StudioDraft::take(const TileSpec &tile)
{
    m_tile = tile;
    m_binding = std::clamp<qsizetype>(m_binding, 0, std::max<qsizetype>(0, m_tile.bindings.size() - 1));
    emit changed();
}

} // namespace hookboard
