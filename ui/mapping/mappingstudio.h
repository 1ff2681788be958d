// MappingStudio: where a tile is made from the events that really come: sample, binding and preview side by side over
// one draft. Nothing changes outside before it is applied. Asks for samples and has previews folded through its owner.
// GUI thread; owned by the board pages.
#pragma once

#include "core/types/eventorigin.h"
#include "core/types/result.h"
#include "core/types/samplefields.h"
#include "core/types/tileproblem.h"
#include "core/types/tilestate.h"
#include "ui/dashboard/tile.h"
#include "ui/mapping/suggestions.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>
#include <stop_token>

class QSplitter;
class QTabBar;

namespace hookboard {

class BindingPane;
class PreviewPane;
class SamplePane;
class StudioBar;
class StudioDraft;

using FetchSamples = std::function<void(const SampleQuery &query, QObject *context,
                                        std::function<void(const Result<SampledFields> &)> done, std::stop_token stop)>;

class MappingStudio final : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        FetchSamples fetchSamples;
        std::function<QList<TileProblem>(const TileSpec &)> check;
        std::function<qint64()> nowUs;
        AddressOf addressOf;
    };
    explicit MappingStudio(Parts parts, QWidget *parent = nullptr);
    ~MappingStudio() override;

    // A tile that exists, or (no id) one that shall. `shown`: its snapshot on the board, to tell what changes.
    void begin(const TileSpec &tile, const TileSnapshot &shown, const QString &boardTitle);
    // Leads to the first path of the tile that none of its events have, with what is nearest to it filled in.
    void fixPaths();
    void apply(const BoardUpdate &update); // of previews
    void setHealth(const Health &health);
    void setSourceNames(const QStringList &names);
    // Sizes of the grid, as the board has them.
    void setBoardSize(const QSize &size);
    void setTheme(const Theme &theme);

    StudioDraft &draft() { return *m_draft; }
    SamplePane &samplePane() { return *m_sample; }
    BindingPane &bindingPane() { return *m_binding; }
    PreviewPane &previewPane() { return *m_preview; }
    QString previewBoard() const { return m_previewBoard; }

signals:
    void previewOpened(const hookboard::BoardSpec &board);
    void previewClosed(const QString &boardId);
    void applied(const hookboard::TileSpec &tile);
    void discarded();
    void eventWanted(quint64 seq);
    void eventsWanted(const QString &source, const QString &type);
    void originWanted(const hookboard::EventOrigin &origin, const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectParts();
    void draftChanged();
    void fetchSamples();
    void samplesCame(const SampledFields &samples);
    void suggest();
    void startNew();
    void preview();
    void takePreview(const TileSnapshot &snapshot);
    void showCost(const TileSnapshot &snapshot);
    void applyDraft();
    void discard();
    void act(TileAction action);
    void showData();
    void chooseFromNowOn(bool fromNowOn);
    void layoutColumns();
    void updateRealSize();
    TileContext context() const;
    bool isNew() const;

    Parts m_parts;
    StudioDraft *m_draft = nullptr;
    StudioBar *m_bar = nullptr;
    QTabBar *m_tabs = nullptr;
    QSplitter *m_columns = nullptr;
    SamplePane *m_sample = nullptr;
    BindingPane *m_binding = nullptr;
    PreviewPane *m_preview = nullptr;

    Health m_health;
    TileSnapshot m_shownBefore;
    QSize m_boardSize{1200, 800};
    QTimer m_debounce;
    QElapsedTimer m_sinceEdit;
    bool m_waiting = false; // for the picture of the newest edit
    qint64 m_foldMs = 0;    // what the last preview took
    int m_serial = 0;
    QString m_previewBoard; // open one; empty = none
    QString m_suggestBoard;
    TileSpec m_previewed; // what the open preview shows
    QList<TileProblem> m_problems;
    QString m_sampledSource;
    QStringList m_sampledTypes;
    std::stop_source m_stopSamples;
    bool m_chooseFirst = false; // a new tile that has no events chosen yet
    bool m_fixPaths = false;
    int m_stepsBeforeClick = 0; // a double click takes back what its first click did
};

} // namespace hookboard
