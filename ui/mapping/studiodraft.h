// StudioDraft: the tile that is being edited, the one state that all columns of the studio show, and its steps back and
// forth. Nothing outside changes before it is applied. GUI thread; owned by the studio.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtGui/QUndoStack>

namespace hookboard {

inline constexpr QLatin1StringView kTitleMerge{"title"}; // of changes by which a user names a tile

class StudioDraft final : public QObject
{
    Q_OBJECT
public:
    explicit StudioDraft(QObject *parent = nullptr);

    void begin(const TileSpec &tile); // forgets all steps
    const TileSpec &tile() const { return m_tile; }
    const TileSpec &original() const { return m_original; }
    const Binding &binding() const;
    qsizetype bindingIndex() const { return m_binding; }
    void setBindingIndex(qsizetype index);
    bool isChanged() const { return !(m_tile == m_original); }
    int steps() const { return m_undo.index(); }

    // One step back, named so. Changes with the same non-empty `merge` in a row are one step, as typing is.
    void change(const TileSpec &tile, const QString &step, const QString &merge = {});
    void changeBinding(const Binding &binding, const QString &step, const QString &merge = {});
    QUndoStack &undoStack() { return m_undo; }

    // What is known of the events; not part of the state.
    void setSamples(const SampledFields &samples);
    const SampledFields &samples() const { return m_samples; }

signals:
    void changed();
    void samplesChanged();

private:
    friend class DraftStep;
    void take(const TileSpec &tile);
    TileSpec renamed(TileSpec tile, const QString &merge);

    TileSpec m_tile;
    TileSpec m_original;
    SampledFields m_samples;
    QSet<QString> m_ownTitles; // that nobody typed: they follow what the tile shows
    qsizetype m_binding = 0;
    QUndoStack m_undo;
};

} // namespace hookboard
