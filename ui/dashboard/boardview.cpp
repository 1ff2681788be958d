#include "ui/dashboard/boardview.h"

#include "core/types/clock.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/editlayer.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/buttons.h"
#include "ui/style/icons.h"

#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr char kOwnFocus[] = "focusWhileLocked";

} // namespace

BoardView::BoardView(DashboardModel &model, const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_theme(theme)
    , m_canvas(new QWidget)
{
    setObjectName(u"boardView"_s);
    setAccessibleName(tr("Board"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the tiles take the focus
    m_canvas->setObjectName(u"boardCanvas"_s);
    m_canvas->setBackgroundRole(QPalette::Window);
    m_canvas->setAutoFillBackground(true);
    setWidget(m_canvas);
    verticalScrollBar()->setSingleStep(m_theme.metrics().gridRow);

    connect(&m_model, &DashboardModel::boardChanged, this, &BoardView::rebuild);
    connect(&m_model, &DashboardModel::tilesChanged, this, &BoardView::showTiles);
    connect(&m_model, &DashboardModel::contextChanged, this, [this] {
        for (Tile *one : std::as_const(m_tiles))
            one->setContext(m_model.context());
    });
    m_nextPass.setSingleShot(true);
    m_nextPass.setTimerType(Qt::PreciseTimer);
    m_nextPass.setInterval(kBetweenPasses);
    connect(&m_nextPass, &QTimer::timeout, this, &BoardView::showNext);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { ensureFocusVisible(now); });
    rebuild();
}

// The focus leaves the tiles while they are taken down, when only a QWidget is left of this.
BoardView::~BoardView()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void BoardView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (Tile *one : std::as_const(m_tiles))
        one->setTheme(theme);
    if (m_edit)
        m_edit->setTheme(theme);
    if (m_empty) { // its sign has a colour of its own
        delete m_empty;
        m_empty = makeEmptyState();
    }
    relayout();
}

void BoardView::setAddressOf(const AddressOf &addressOf)
{
    m_addressOf = addressOf;
    for (Tile *one : std::as_const(m_tiles))
        one->setAddressOf(addressOf);
}

Tile *BoardView::addTile(const TileSpec &spec)
{
    Tile *one = makeTile(spec, m_theme, m_canvas);
    one->setLocale(locale());
    one->setAddressOf(m_addressOf);
    connect(one, &Tile::editRequested, this, &BoardView::editTileRequested);
    connect(one, &Tile::duplicateRequested, this, &BoardView::duplicateTileRequested);
    connect(one, &Tile::removeRequested, this, &BoardView::removeTileRequested);
    connect(one, &Tile::explainRequested, this, &BoardView::explainTileRequested);
    connect(one, &Tile::dataRequested, this, &BoardView::showDataRequested);
    connect(one, &Tile::actionRequested, this, &BoardView::tileActionRequested);
    connect(one, &Tile::eventRequested, this, &BoardView::eventRequested);
    connect(one, &Tile::exportRequested, this, &BoardView::exportRequested);
    connect(one, &Tile::originRequested, this, &BoardView::originRequested);
    connect(one, &Tile::painted, this, [this](const QString &tileId) { tilePainted(tileId); });
    if (auto *chart = qobject_cast<TimeSeriesTile *>(one)) {
        connect(chart, &TimeSeriesTile::crosshairMoved, this, [this, chart](qint64 timeUs) {
            for (Tile *other : std::as_const(m_tiles)) {
                if (auto *follower = qobject_cast<TimeSeriesTile *>(other); follower && follower != chart)
                    follower->setCrosshair(timeUs, false);
            }
        });
    }
    if (auto *number = qobject_cast<KpiTile *>(one))
        connect(number, &KpiTile::ownStepChanged, this, &BoardView::alignNumbers);
    return one;
}

void BoardView::rebuild()
{
    const BoardSpec &board = m_model.board();
    QHash<QString, Tile *> kept;
    for (const TileSpec &spec : board.tiles) {
        Tile *one = m_tiles.take(spec.id);
        if (one && one->spec().kind != spec.kind) {
            delete one;
            one = nullptr;
        }
        if (!one)
            one = addTile(spec);
        else
            one->setSpec(spec);
        one->setContext(m_model.context());
        one->setSnapshot(m_model.snapshot(spec.id));
        kept.insert(spec.id, one);
    }
    for (Tile *gone : std::as_const(m_tiles)) {
        for (Sampled &sampled : m_sampled)
            sampled.unpainted.remove(gone->spec().id);
        gone->hide();
        gone->deleteLater(); // it may be the sender
    }
    m_tiles = kept;
    for (auto it = m_lifted.begin(); it != m_lifted.end();)
        it = m_tiles.contains(it.key()) ? std::next(it) : m_lifted.erase(it);
    delete m_empty;
    m_empty = board.tiles.isEmpty() ? makeEmptyState() : nullptr;
    guardTiles();
    relayout();
    for (Tile *one : std::as_const(m_tiles))
        one->show();
    if (m_edit) {
        m_edit->boardChanged();
        m_edit->raise();
        if (m_empty)
            m_empty->raise(); // its buttons
    }
    reveal(m_revealed);
}

const QList<TileSpec> &BoardView::specs() const
{
    return m_model.board().tiles;
}

void BoardView::setFilling(bool filling)
{
    m_filling = filling;
    setVerticalScrollBarPolicy(filling ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    relayout();
}

void BoardView::setEditing(bool editing)
{
    if (editing == bool(m_edit))
        return;
    if (editing) {
        m_editRowPx = m_layout.columns == m_theme.metrics().gridColumns ? m_layout.rowPx : m_theme.metrics().gridRow;
        m_edit = new EditLayer(*this, m_theme, m_canvas);
        m_edit->show();
        if (m_empty)
            m_empty->raise();
    } else {
        EditLayer *gone = std::exchange(m_edit, nullptr);
        gone->hide();
        gone->deleteLater(); // it may be the sender
        m_preview.clear();
        m_lifted.clear();
    }
    guardTiles();
    relayout();
}

// While a board is edited the focus walks from tile to tile; what is inside of them waits.
void BoardView::guardTiles()
{
    for (Tile *one : std::as_const(m_tiles)) {
        one->setGrip(bool(m_edit));
        const auto inner = one->findChildren<QWidget *>();
        for (QWidget *child : inner) {
            const QVariant before = child->property(kOwnFocus);
            if (m_edit && !before.isValid()) {
                child->setProperty(kOwnFocus, int(child->focusPolicy()));
                child->setFocusPolicy(Qt::NoFocus);
            } else if (!m_edit && before.isValid()) {
                child->setFocusPolicy(Qt::FocusPolicy(before.toInt()));
                child->setProperty(kOwnFocus, {});
            }
        }
    }
}

void BoardView::setPreview(const QList<QRect> &cells)
{
    if (m_preview != cells) {
        m_preview = cells;
        relayout();
    }
}

void BoardView::lift(const QHash<QString, QRect> &places)
{
    const bool putDown = places.isEmpty() && !m_lifted.isEmpty();
    m_lifted = places;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        if (Tile *one = m_tiles.value(it.key())) {
            one->raise();
            one->setGeometry(*it);
        }
    }
    if (putDown)
        relayout();
}

void BoardView::reveal(const QString &tileId)
{
    m_revealed = tileId;
    if (Tile *one = m_tiles.value(tileId)) {
        m_revealed.clear();
        // The canvas may not have its new height before the next round of events.
        QMetaObject::invokeMethod(
            one, [this, one] { ensureWidgetVisible(one, 0, m_theme.metrics().gridMargin); }, Qt::QueuedConnection);
        if (m_edit) {
            m_edit->select({tileId});
            one->setFocus(Qt::OtherFocusReason);
        }
    }
}

QWidget *BoardView::makeEmptyState()
{
    auto *box = new QWidget(m_canvas);
    box->setObjectName(u"emptyBoard"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setAlignment(Qt::AlignCenter);
    layout->setSpacing(8);
    auto *sign = new QLabel(box);
    sign->setPixmap(icon(u"board"_s).pixmap(m_theme.metrics().iconEmpty));
    sign->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("This board has no tiles yet"), box);
    title->setFont(m_theme.font(TypeRole::Subtitle));
    title->setAlignment(Qt::AlignCenter);
    auto *words = new QLabel(tr("A tile shows one number, chart or list made from the events that arrive."), box);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setAlignment(Qt::AlignCenter);
    QPushButton *add = makeButton(tr("Add tile…"), u"plus"_s, ButtonKind::Primary, box);
    add->setObjectName(u"addTile"_s);
    connect(add, &QPushButton::clicked, this, &BoardView::addTileRequested);
    layout->addWidget(sign);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addSpacing(8);
    QPushButton *propose = makeButton(tr("Propose tiles"), u"board"_s, ButtonKind::Normal, box);
    propose->setObjectName(u"proposeTiles"_s);
    propose->setToolTip(tr("Numbers, a chart and a list that fit any events, to start from"));
    connect(propose, &QPushButton::clicked, this, &BoardView::proposeTilesRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(propose);
    buttons->addWidget(add);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    box->show();
    return box;
}

void BoardView::ensureFocusVisible(QWidget *now)
{
    if (now && m_canvas->isAncestorOf(now)) {
        while (now->parentWidget() != m_canvas)
            now = now->parentWidget();
        ensureWidgetVisible(now, 0, m_theme.metrics().gridMargin);
    }
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    relayout();
}

void BoardView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LocaleChange) {
        for (Tile *one : std::as_const(m_tiles))
            one->setLocale(locale());
    }
}

bool BoardView::event(QEvent *event)
{
    // A hidden board paints nothing; old traces would tell a false time when it is shown again.
    if (event->type() == QEvent::Hide) {
        m_sampled.clear();
        m_shown.clear();
    }
    return QScrollArea::event(event);
}

} // namespace hookboard
