#include "ui/mapping/studiodraft.h"

#include "ui/mapping/bindingslots.h"

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
    m_ownTitles.clear();
    if (tile.id.isEmpty() || tile.title == usualTitle(tile))
        m_ownTitles.insert(tile.title);
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

// A title that stands for what was shown before would tell a lie about what is shown now.
TileSpec StudioDraft::renamed(TileSpec tile, const QString &merge)
{
    const bool typed = merge == kTitleMerge;
    if (typed)
        return tile;
    if (tile.title != m_tile.title) { // a proposal brings its own
        m_ownTitles.insert(tile.title);
        return tile;
    }
    if (!m_ownTitles.contains(tile.title))
        return tile;
    const bool same = tile.kind == m_tile.kind && tile.bindings == m_tile.bindings;
    if (!same) {
        tile.title = usualTitle(tile);
        m_ownTitles.insert(tile.title);
        if (tile.subtitle == m_tile.subtitle)
            tile.subtitle.clear();
    }
    return tile;
}

void StudioDraft::change(const TileSpec &tile, const QString &step, const QString &merge)
{
    const TileSpec next = renamed(tile, merge);
    if (!(next == m_tile))
        m_undo.push(new DraftStep(*this, next, step, merge));
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
