#include "ui/mapping/mappingstudio.h"

#include "ui/dashboard/boardlayout.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/mapping/bindingpane.h"
#include "ui/mapping/previewpane.h"
#include "ui/mapping/samplepane.h"
#include "ui/mapping/sampletree.h"
#include "ui/mapping/studiobar.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr std::chrono::milliseconds kDebounce{15}; // typing is faster than folding
constexpr int kSampleWidth = 424;
constexpr int kSampleWidthLarge = 480;
constexpr int kBindingWidth = 372; // of the design; more where the words need it
constexpr int kLargeWindow = 2300;
constexpr int kNarrowStudio = 1050; // below this the preview is a tab
const QString kPreviewTile = u"preview"_s;

QString boardWithNumber(const QString &family, int number)
{
    return u"/%1?%2"_s.arg(family).arg(number);
}

QString kindWord(const Binding &binding)
{
    if (!binding.types.isEmpty())
        return isolatedLine(binding.types.join(u", "_s), 40);
    return binding.source.isEmpty() ? MappingStudio::tr("all events") : isolatedLine(binding.source, 40);
}

} // namespace

MappingStudio::MappingStudio(Parts parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::move(parts))
    , m_draft(new StudioDraft(this))
    , m_bar(new StudioBar(*m_draft, this))
    , m_tabs(new QTabBar(this))
    , m_columns(new QSplitter(this))
    , m_sample(new SamplePane(m_columns))
    , m_binding(new BindingPane(*m_draft, m_columns))
    , m_preview(new PreviewPane(m_columns))
{
    setObjectName(u"mappingStudio"_s);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    build();
    connectParts();
}

MappingStudio::~MappingStudio()
{
    m_stopSamples.request_stop();
}

void MappingStudio::build()
{
    m_tabs->setObjectName(u"studioTabs"_s);
    m_tabs->addTab(tr("Fields and slots"));
    m_tabs->addTab(tr("Preview"));
    m_tabs->setDrawBase(false);
    m_tabs->hide();
    m_columns->setObjectName(u"studioColumns"_s);
    m_columns->setChildrenCollapsible(false);
    for (QWidget *pane : {static_cast<QWidget *>(m_sample), static_cast<QWidget *>(m_binding)}) {
        pane->setBackgroundRole(QPalette::Base);
        pane->setAutoFillBackground(true);
    }
    m_sample->setMinimumWidth(280);
    m_preview->setMinimumWidth(320);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 0);
    m_columns->setStretchFactor(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_tabs);
    column->addWidget(m_columns, 1);
    m_preview->setAddressOf(m_parts.addressOf);
    // Whether an item of a list can be a measurement of its own is for the folding side to say.
    TileSpec each;
    each.bindings = {Binding()};
    each.bindings.first().each = u"$.items[*]"_s;
    each.bindings.first().value = u"@.price"_s;
    m_sample->setEachOffered(m_parts.check && m_parts.check(each).isEmpty());
}

void MappingStudio::connectParts()
{
    connect(&m_debounce, &QTimer::timeout, this, &MappingStudio::preview);
    connect(m_tabs, &QTabBar::currentChanged, this, &MappingStudio::layoutColumns);
    connect(m_draft, &StudioDraft::changed, this, &MappingStudio::draftChanged);
    connect(m_bar, &StudioBar::backWanted, this, &MappingStudio::discard);
    connect(m_sample, &SamplePane::fieldClicked, this, [this](const QString &path) {
        m_stepsBeforeClick = m_draft->steps();
        m_binding->fill(std::nullopt, path);
    });
    connect(m_sample, &SamplePane::fieldDoubleClicked, this, [this](const QString &path) {
        // Its first click has put the field somewhere already.
        if (m_draft->steps() > m_stepsBeforeClick)
            m_draft->undoStack().undo();
        m_binding->fill(Slot::Value, path);
    });
    connect(m_sample, &SamplePane::fieldWanted, this,
            [this](Slot slot, const QString &path) { m_binding->fill(slot, path); });
    connect(m_sample, &SamplePane::pinnedChanged, this,
            [this] { m_sample->setTile(m_draft->tile(), m_draft->bindingIndex()); });
    connect(m_preview, &PreviewPane::suggestionChosen, this, [this](const TileSpec &suggested) {
        TileSpec tile = suggested;
        tile.id = m_draft->tile().id;
        if (!tile.id.isEmpty())
            tile.grid = m_draft->tile().grid; // it has its place already
        m_draft->change(tile, tr("Take suggestion"));
    });
    connect(m_preview, &PreviewPane::fromNowOnChosen, this, &MappingStudio::chooseFromNowOn);
    connect(m_preview, &PreviewPane::skippedWanted, this, [this] {
        const Binding &binding = m_draft->binding();
        emit eventsWanted(binding.source, binding.types.size() == 1 ? binding.types.first() : QString());
    });
    connect(m_preview, &PreviewPane::eventWanted, this, &MappingStudio::eventWanted);
    connect(m_preview, &PreviewPane::originWanted, this, &MappingStudio::originWanted);
    connect(m_preview, &PreviewPane::dataWanted, this, &MappingStudio::showData);
    connect(m_preview, &PreviewPane::tileActionWanted, this, &MappingStudio::act);
    connect(m_preview, &PreviewPane::explainWanted, this, [this] { act(TileAction::None); });
    connect(m_preview, &PreviewPane::applyWanted, this, &MappingStudio::applyDraft);
    connect(m_preview, &PreviewPane::discardWanted, this, &MappingStudio::discard);
}

bool MappingStudio::isNew() const
{
    return m_draft->original().id.isEmpty();
}

TileContext MappingStudio::context() const
{
    TileContext context;
    context.nowUs = m_parts.nowUs();
    context.listener = m_health.listener;
    context.journal = m_health.journal;
    return context;
}

void MappingStudio::begin(const TileSpec &tile, const TileSnapshot &shown, const QString &boardTitle)
{
    m_shownBefore = shown;
    m_bar->setBoardTitle(boardTitle);
    m_chooseFirst = tile.id.isEmpty();
    m_sampledSource = u"\n"_s; // no source is called so: samples are asked for anew
    m_draft->begin(tile);
    m_preview->setContext(context());
    m_sample->tree()->setFocus();
}

void MappingStudio::fixPaths()
{
    m_fixPaths = true;
    if (m_shownBefore.broken)
        m_draft->setBindingIndex(m_shownBefore.broken->binding);
    fetchSamples();
}

void MappingStudio::draftChanged()
{
    const Binding &binding = m_draft->binding();
    if (binding.source != m_sampledSource || binding.types != m_sampledTypes)
        fetchSamples();
    m_problems = m_parts.check ? m_parts.check(m_draft->tile()) : QList<TileProblem>();
    m_binding->setProblems(m_problems);
    m_sample->setTile(m_draft->tile(), m_draft->bindingIndex());
    m_preview->markSuggestion(m_draft->tile());
    m_preview->setApply(m_problems.isEmpty() && (isNew() || m_draft->isChanged()),
                        isNew() ? tr("Add tile") : tr("Apply"));
    m_preview->setChoice(binding.sinceUs > 0, isNew() || foldsAnew(m_draft->original(), m_draft->tile()));
    updateRealSize();
    if (!m_problems.isEmpty())
        return; // the last good picture stays
    m_sinceEdit.start();
    m_debounce.start();
}

void MappingStudio::fetchSamples()
{
    const Binding binding = m_draft->binding();
    m_sampledSource = binding.source;
    m_sampledTypes = binding.types;
    if (!m_parts.fetchSamples)
        return;
    m_stopSamples.request_stop(); // what was asked before is of no use now
    m_stopSamples = std::stop_source();
    m_sample->setLoading();
    SampleQuery query;
    query.source = binding.source;
    query.types = binding.types;
    query.pinned = m_sample->pinned();
    m_parts.fetchSamples(
        query, this,
        [this, token = m_stopSamples.get_token()](const Result<SampledFields> &samples) {
            if (token.stop_requested())
                return;
            if (samples)
                samplesCame(*samples);
            else
                m_sample->setProblem(samples.error().message);
        },
        m_stopSamples.get_token());
}

void MappingStudio::samplesCame(const SampledFields &samples)
{
    // A new tile is made from what came last: nobody has to look for it.
    if (std::exchange(m_chooseFirst, false) && !samples.kindsSeen.isEmpty() && m_draft->binding().source.isEmpty() &&
        m_draft->binding().types.isEmpty()) {
        const EventKind &kind = samples.kindsSeen.first();
        TileSpec tile = m_draft->tile();
        tile.bindings.first().source = kind.source;
        tile.bindings.first().types = kind.type.isEmpty() ? QStringList() : QStringList{kind.type};
        m_draft->begin(tile); // fetches the samples of these
        return;
    }
    m_draft->setSamples(samples);
    m_sample->setSamples(samples, kindWord(m_draft->binding()));
    m_sample->setTile(m_draft->tile(), m_draft->bindingIndex());
    if (isNew() && m_draft->steps() == 0)
        startNew();
    suggest();
    if (std::exchange(m_fixPaths, false)) {
        for (const Slot slot : {Slot::Value, Slot::Time, Slot::GroupBy}) {
            const QString path = slotPath(m_draft->tile(), m_draft->bindingIndex(), slot);
            if (path.isEmpty() || samples.events == 0 || samples.field(factsPath(path)))
                continue;
            const QString nearest = nearestPath(path, samples);
            if (!nearest.isEmpty())
                m_binding->fill(slot, nearest);
            m_binding->openSlot(slot);
            break;
        }
    }
}

void MappingStudio::startNew()
{
    const Binding &binding = m_draft->binding();
    TileSpec tile = countTile(m_draft->samples(), binding.source, binding.types.value(0), m_parts.nowUs());
    m_draft->begin(tile);
}

void MappingStudio::suggest()
{
    QList<TileKind> kinds;
    for (const TileKindInfo &info : tileKinds())
        kinds << info.kind;
    const Binding &binding = m_draft->binding();
    QList<Suggestion> suggestions =
        suggestTiles(m_draft->samples(), binding.source, binding.types.value(0), kinds, m_parts.nowUs());
    // Whoever looks at the events by their own time wants to see the suggestions by it, too.
    for (Suggestion &suggestion : suggestions) {
        for (Binding &one : suggestion.tile.bindings)
            one.timeBasis = binding.timeBasis;
    }
    m_preview->setSuggestions(suggestions);
    m_preview->markSuggestion(m_draft->tile());
    BoardSpec board;
    board.id = boardWithNumber(u"suggestions"_s, ++m_serial);
    for (qsizetype i = 0; i < suggestions.size(); ++i) {
        board.tiles.append(suggestions[i].tile);
        board.tiles.last().id = QString::number(i);
    }
    m_suggestBoard = board.id;
    emit previewOpened(board);
}

void MappingStudio::preview()
{
    BoardSpec board;
    board.id = boardWithNumber(u"studio"_s, ++m_serial);
    m_previewed = m_draft->tile();
    m_previewed.id = kPreviewTile;
    board.tiles = {m_previewed};
    m_previewBoard = board.id;
    m_waiting = true;
    emit previewOpened(board);
}

void MappingStudio::apply(const BoardUpdate &update)
{
    if (update.boardId == m_suggestBoard) {
        for (const TileSnapshot &snapshot : update.tiles) {
            if (!snapshot.refolding)
                m_preview->setSuggestionSnapshot(snapshot.tileId.toInt(), snapshot);
        }
    }
    if (update.boardId != m_previewBoard)
        return;
    for (const TileSnapshot &snapshot : update.tiles)
        takePreview(snapshot);
}

void MappingStudio::takePreview(const TileSnapshot &snapshot)
{
    if (snapshot.refolding) {
        m_preview->setProgress(snapshot.refoldProgress);
        return; // the picture before is whole, this one is not yet
    }
    m_preview->setProgress(-1);
    const bool first = std::exchange(m_waiting, false);
    if (first)
        m_foldMs = m_sinceEdit.elapsed();
    m_preview->setContext(context());
    m_preview->show(m_previewed, snapshot, first ? m_foldMs : -1);
    m_binding->setBucket(snapshot.bucketUs);
    if (first)
        showCost(snapshot);
}

void MappingStudio::showCost(const TileSnapshot &snapshot)
{
    const TileSpec &tile = m_draft->tile();
    if (!isNew() && !foldsAnew(m_draft->original(), tile)) {
        m_preview->setCost(m_draft->isChanged() ? tr("Applying changes how the tile looks. Nothing is counted anew.")
                                                : tr("Nothing has changed yet."),
                           {});
        return;
    }
    const quint64 events = m_health.journal.eventCount;
    const QString count = locale().toString(events);
    const qint64 seconds = (m_foldMs + 999) / 1000;
    const QString time = m_foldMs < 1000 ? tr("less than a second") : tr("about %1 s").arg(locale().toString(seconds));
    QString sentence = isNew() ? tr("Adding counts %1 stored events, %2.").arg(count, time)
                               : tr("Applying rebuilds this tile from %1 stored events, %2.").arg(count, time);
    if (m_draft->binding().sinceUs > 0)
        sentence = tr("Only events that arrive from now on are counted.");
    QString impact;
    if (const auto changes = isNew() ? std::nullopt : difference(m_shownBefore, snapshot))
        impact =
            tr("%1 of %2 points change.").arg(locale().toString(changes->changed), locale().toString(changes->all));
    m_preview->setCost(sentence, impact);
}

void MappingStudio::chooseFromNowOn(bool fromNowOn)
{
    TileSpec tile = m_draft->tile();
    for (Binding &binding : tile.bindings)
        binding.sinceUs = fromNowOn ? m_parts.nowUs() : 0;
    m_draft->change(tile, fromNowOn ? tr("Count from now on") : tr("Count the whole history"));
}

void MappingStudio::applyDraft()
{
    if (!m_problems.isEmpty())
        return;
    emit applied(m_draft->tile());
}

void MappingStudio::discard()
{
    emit discarded();
}

void MappingStudio::setHealth(const Health &health)
{
    const bool grown = m_health.journal.eventCount != health.journal.eventCount;
    m_health = health;
    m_preview->setContext(context());
    if (const Tile *shown = m_preview->tile(); shown && grown && !m_waiting)
        showCost(shown->snapshot());
}

void MappingStudio::setSourceNames(const QStringList &names)
{
    m_bar->setSourceNames(names);
}

void MappingStudio::setBoardSize(const QSize &size)
{
    m_boardSize = size;
    updateRealSize();
}

void MappingStudio::updateRealSize()
{
    const TileSpec &tile = m_draft->tile();
    if (tile.grid.isEmpty())
        return;
    TileSpec placed = tile;
    placed.grid.moveTo(0, 0);
    const BoardLayout layout = layoutBoard({placed}, m_boardSize, themeOf(this).metrics());
    // Alone on a board a tile would be stretched; its rows are those of the grid.
    const Metrics &metrics = themeOf(this).metrics();
    m_preview->setRealSize({layout.rects.value(0).width(), tile.grid.height() * metrics.gridRow - metrics.gridGap},
                           tile.grid.size());
}

void MappingStudio::setTheme(const Theme &theme)
{
    m_preview->setTheme(theme);
}

void MappingStudio::layoutColumns()
{
    const bool narrow = width() < kNarrowStudio;
    m_bar->setNarrow(narrow);
    m_tabs->setVisible(narrow);
    const bool previewOnly = narrow && m_tabs->currentIndex() == 1;
    m_sample->setVisible(!previewOnly);
    m_binding->setVisible(!previewOnly);
    m_preview->setVisible(!narrow || previewOnly);
}

void MappingStudio::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutColumns();
    if (event->oldSize().width() != width()) {
        const int sample = width() > kLargeWindow ? kSampleWidthLarge : kSampleWidth;
        if (width() < kNarrowStudio)
            m_columns->setSizes({width() * 45 / 100, width() * 55 / 100, 0});
        else
            m_columns->setSizes(
                {std::min(sample, width() * 30 / 100), std::min(kBindingWidth, width() * 28 / 100),
                 width() - std::min(sample, width() * 30 / 100) - std::min(kBindingWidth, width() * 28 / 100)});
    }
}

void MappingStudio::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
    if (m_problems.isEmpty() && m_previewBoard.isEmpty() && !m_draft->tile().bindings.isEmpty()) {
        m_sinceEdit.start(); // what it took while nobody looked is no time of drawing
        m_debounce.start(); // it was closed while nobody looked
    }
}

void MappingStudio::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    m_debounce.stop();
    for (QString *board : {&m_previewBoard, &m_suggestBoard}) {
        if (!board->isEmpty())
            emit previewClosed(std::exchange(*board, {}));
    }
}

// The window's own Undo is for boards; here it is for the steps of the draft.
bool MappingStudio::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        const bool own =
            key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || key->matches(QKeySequence::Find);
        if (own && widget && (widget == this || isAncestorOf(widget)))
            key->accept();
    }
    return QWidget::eventFilter(watched, event);
}

void MappingStudio::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        m_draft->undoStack().undo();
    } else if (event->matches(QKeySequence::Redo)) {
        m_draft->undoStack().redo();
    } else if (event->matches(QKeySequence::Find)) {
        m_sample->focusSearch();
    } else if (event->key() == Qt::Key_Escape && m_binding->openedSlot()) {
        m_binding->openSlot(*m_binding->openedSlot(), false);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               event->modifiers() == Qt::ControlModifier) {
        applyDraft();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace hookboard
