// PreviewPane: the right column of the studio: what could be shown, what will be shown as the real tile on the real
// events, from how many of them, and what applying costs. GUI thread.
#pragma once

#include "core/types/tilestate.h"
#include "ui/dashboard/tile.h"
#include "ui/mapping/previewfacts.h"
#include "ui/mapping/suggestions.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace hookboard {

class ThumbnailButton;

class PreviewPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void setSuggestions(const QList<Suggestion> &suggestions);
    void setSuggestionSnapshot(qsizetype number, const TileSnapshot &snapshot);
    void markSuggestion(const TileSpec &tile); // the one that the draft is like
    // The tile and its data; the picture before stays until then.
    void show(const TileSpec &tile, const TileSnapshot &snapshot, qint64 tookMs);
    using QWidget::show;
    void setProgress(double share); // of folding; negative = none is under way
    void setContext(const TileContext &context);
    void setAddressOf(const AddressOf &addressOf) { m_addressOf = addressOf; }
    void setRealSize(const QSize &pixels, const QSize &cells);
    void setCost(const QString &sentence, const QString &impact);
    void setChoice(bool fromNowOn, bool offered);
    void setApply(bool possible, const QString &word);
    void setTheme(const Theme &theme);
    const Tile *tile() const { return m_tile; }

signals:
    void suggestionChosen(const hookboard::TileSpec &tile);
    void fromNowOnChosen(bool fromNowOn);
    void skippedWanted(const QString &reason);
    void tileActionWanted(hookboard::TileAction action);
    void eventWanted(quint64 seq);
    void originWanted(const hookboard::EventOrigin &origin, const QString &words);
    void dataWanted();
    void explainWanted();
    void applyWanted();
    void discardWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Cell;
    void buildCounts(QVBoxLayout &column);
    void buildCost(QVBoxLayout &column);
    void placeTile();
    void showCounts();

    QLabel *m_size = nullptr;
    QLabel *m_took = nullptr;
    QHBoxLayout *m_strip = nullptr;
    QList<ThumbnailButton *> m_thumbnails;
    QWidget *m_host = nullptr;
    QProgressBar *m_progress = nullptr;
    Tile *m_tile = nullptr;
    TileContext m_context;
    AddressOf m_addressOf;
    QSize m_real{600, 400};
    QSize m_cells;
    QList<Cell *> m_counts;
    QLabel *m_cost = nullptr;
    QLabel *m_impact = nullptr;
    QRadioButton *m_whole = nullptr;
    QRadioButton *m_fromNow = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace hookboard
