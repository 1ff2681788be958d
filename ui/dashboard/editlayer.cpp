#include "ui/dashboard/editlayer.h"

#include "ui/dashboard/boardview.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr std::chrono::milliseconds kBeforeRoom{150}; // a pointer on its way must not stir the board
constexpr int kHandleHit = 14;                        // half of 28 pixels

} // namespace

EditLayer::EditLayer(BoardView &view, const Theme &theme, QWidget *canvas)
    : QWidget(canvas)
    , m_view(view)
    , m_theme(theme)
{
    setObjectName(u"editLayer"_s);
    setMouseTracking(true);
    m_room.setSingleShot(true);
    m_room.setInterval(kBeforeRoom);
    connect(&m_room, &QTimer::timeout, this, &EditLayer::makeRoom);
    boardChanged();
}

EditLayer::~EditLayer() = default;

void EditLayer::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void EditLayer::boardChanged()
{
    QStringList known;
    for (const TileSpec &spec : m_view.specs()) {
        known << spec.id;
        if (Tile *tile = m_view.tile(spec.id)) {
            tile->removeEventFilter(this);
            tile->installEventFilter(this);
        }
    }
    const QStringList before = m_selected;
    m_selected.removeIf([&](const QString &id) { return !known.contains(id); });
    if (m_hand != Hand::Empty && m_start.size() != known.size())
        cancel(); // the board became another one under the hand
    if (!m_titleOf.isEmpty() && !known.contains(m_titleOf))
        finishRename(false);
    if (m_selected != before)
        emit selectionChanged();
    update();
}

QList<QRect> EditLayer::cells() const
{
    return gridCells(m_view.specs());
}

qsizetype EditLayer::indexOf(const QString &tileId) const
{
    const QList<TileSpec> &specs = m_view.specs();
    const auto found = std::find_if(specs.begin(), specs.end(), [&](const TileSpec &s) { return s.id == tileId; });
    return found == specs.end() ? -1 : found - specs.begin();
}

QStringList EditLayer::selection() const
{
    QStringList ids;
    const QList<TileSpec> &specs = m_view.specs();
    for (qsizetype i : readingOrder(cells())) {
        if (m_selected.contains(specs[i].id))
            ids << specs[i].id;
    }
    return ids;
}

QList<qsizetype> EditLayer::selectedIndexes() const
{
    QList<qsizetype> indexes;
    for (const QString &id : selection())
        indexes << indexOf(id);
    return indexes;
}

void EditLayer::select(const QStringList &tileIds)
{
    if (m_selected == tileIds)
        return;
    m_selected = tileIds;
    m_keys = {};
    update();
    emit selectionChanged();
}

void EditLayer::selectAll()
{
    QStringList all;
    for (const TileSpec &spec : m_view.specs())
        all << spec.id;
    select(all);
}

qsizetype EditLayer::tileAt(const QPoint &place) const
{
    const QList<QRect> &rects = m_view.boardLayout().rects;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        if (rects[i].contains(place))
            return i;
    }
    return -1;
}

// The handles of a single selected tile reach into the gap around it.
Qt::Edges EditLayer::handleAt(const QPoint &place) const
{
    if (m_selected.size() != 1)
        return {};
    const qsizetype index = indexOf(m_selected.first());
    if (index < 0)
        return {};
    const QRect rect = m_view.boardLayout().rects[index];
    // Corners and the middles of the edges, corners first.
    for (const Edges edges : {Edges(Qt::LeftEdge | Qt::TopEdge), Edges(Qt::RightEdge | Qt::TopEdge),
                              Edges(Qt::LeftEdge | Qt::BottomEdge), Edges(Qt::RightEdge | Qt::BottomEdge),
                              Edges(Qt::LeftEdge), Edges(Qt::RightEdge), Edges(Qt::TopEdge), Edges(Qt::BottomEdge)}) {
        const QPoint handle(edges & Qt::LeftEdge    ? rect.left()
                            : edges & Qt::RightEdge ? rect.right()
                                                    : rect.center().x(),
                            edges & Qt::TopEdge      ? rect.top()
                            : edges & Qt::BottomEdge ? rect.bottom()
                                                     : rect.center().y());
        // Inside the tile only half as far: its grip and its menu are there.
        const bool inside = rect.contains(place);
        const int reach = inside ? kHandleHit / 2 : kHandleHit;
        if (std::abs(place.x() - handle.x()) <= reach && std::abs(place.y() - handle.y()) <= reach)
            return edges;
    }
    return {};
}

void EditLayer::emitArranged(const QList<QRect> &result, const QString &step, const QString &series)
{
    QHash<QString, QRect> byId;
    const QList<TileSpec> &specs = m_view.specs();
    for (qsizetype i = 0; i < specs.size() && i < result.size(); ++i)
        byId.insert(specs[i].id, result[i]);
    emit arranged(byId, step, series);
}

void EditLayer::align(editcells::Edge edge)
{
    if (const QList<qsizetype> which = selectedIndexes(); which.size() > 1)
        emitArranged(editcells::aligned(cells(), which, edge), tr("align"));
}

void EditLayer::giveSameSize()
{
    if (const QList<qsizetype> which = selectedIndexes(); which.size() > 1)
        emitArranged(editcells::sameSize(cells(), which), tr("same size"));
}

void EditLayer::tidyUp()
{
    emitArranged(editcells::tidied(cells()), tr("tidy up"));
}

} // namespace hookboard
