// TimeSeriesTile: pointer, wheel and keys.
//
//   drag               a frame: its times, and when it is high also its values, fill the chart
//   Shift+drag, middle the chart moves under the pointer
//   wheel              with Ctrl, or on the focused tile: closer or wider around the pointer; with Shift to the side
//   double click, Esc  all of it again
//   click              the events behind that point; Ctrl+Enter those under the crosshair
//   + - , Shift+arrows the same by keys
//   legend             click: only this one; Ctrl+click: on or off; Up and Down choose, Space and Ctrl+Space do it
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/plaintext.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr double kWheelFactor = 0.8; // for each notch
constexpr double kKeyFactor = 0.6;
constexpr double kPanShare = 0.2;
constexpr int kFewestBuckets = 4; // a closer look would show nothing more

} // namespace

qint64 TimeSeriesTile::bucketAt(qint64 timeUs) const
{
    const Series *longest = nullptr;
    for (const Series &series : snapshot().series) {
        if (!longest || series.points.size() > longest->points.size())
            longest = &series;
    }
    if (!longest || longest->points.isEmpty())
        return 0;
    auto it = std::upper_bound(longest->points.begin(), longest->points.end(), timeUs,
                               [](qint64 time, const Point &point) { return time < point.timeUs; });
    if (it != longest->points.begin())
        --it;
    return it->timeUs;
}

void TimeSeriesTile::setCrosshair(qint64 timeUs, bool withTooltip)
{
    const auto [from, to] = shownSpan();
    const qint64 bucket = timeUs > from && timeUs <= to ? bucketAt(timeUs) : 0;
    if (bucket == m_crosshairUs && withTooltip == m_tooltip)
        return;
    m_crosshairUs = bucket;
    m_tooltip = withTooltip;
    update(bodyRect());
}

void TimeSeriesTile::moveCrosshair(qint64 timeUs)
{
    const qint64 before = m_crosshairUs;
    setCrosshair(timeUs, timeUs != 0);
    if (m_crosshairUs != before)
        emit crosshairMoved(m_crosshairUs == 0 ? 0 : bucketMiddle(m_crosshairUs, snapshot().bucketUs));
}

void TimeSeriesTile::setView(const View &view)
{
    const qint64 whole = snapshot().windowToUs - snapshot().windowFromUs;
    const qint64 least = std::min(whole, kFewestBuckets * std::max<qint64>(1, snapshot().bucketUs));
    View made = view;
    if (made.toUs - made.fromUs < least) {
        made.fromUs = (made.fromUs + made.toUs - least) / 2;
        made.toUs = made.fromUs + least;
    }
    m_view = made;
    m_crosshairUs = 0;
    prepare();
    layoutBody(bodyRect(), true);
    invalidateBody();
}

void TimeSeriesTile::resetView()
{
    if (!m_view)
        return;
    m_view.reset();
    prepare();
    layoutBody(bodyRect(), true);
    invalidateBody();
}

void TimeSeriesTile::zoomTime(double factor, qint64 aroundUs)
{
    const auto [from, to] = shownSpan();
    if (to <= from)
        return;
    View view = m_view.value_or(View{from, to, {}, {}});
    view.fromUs = aroundUs - qint64(double(aroundUs - from) * factor);
    view.toUs = aroundUs + qint64(double(to - aroundUs) * factor);
    if (!view.left && view.toUs - view.fromUs >= snapshot().windowToUs - snapshot().windowFromUs)
        resetView();
    else
        setView(view);
}

// By a share of what is shown; to the right when positive.
void TimeSeriesTile::pan(double share)
{
    if (!m_view)
        return;
    View view = *m_view;
    const auto by = qint64(double(view.toUs - view.fromUs) * share);
    view.fromUs += by;
    view.toUs += by;
    setView(view);
}

void TimeSeriesTile::panTo(const QPointF &position)
{
    if (!m_viewBefore)
        return;
    const QPointF moved = position - m_dragFrom;
    View view = *m_viewBefore;
    const auto by = qint64(moved.x() / std::max(1.0, m_area.width()) * double(view.toUs - view.fromUs));
    view.fromUs -= by;
    view.toUs -= by;
    const double share = moved.y() / std::max(1.0, m_area.height());
    for (auto *values : {&view.left, &view.right}) {
        if (*values && !m_left.axis.logarithmic) {
            const double shift = share * ((*values)->second - (*values)->first);
            *values = std::pair{(*values)->first + shift, (*values)->second + shift};
        }
    }
    setView(view);
}

void TimeSeriesTile::zoomToBox()
{
    const ChartGeometry left = chart();
    // Edge by edge: what a flat frame has in common with the plot would be nothing.
    const auto inside = [&](const QPointF &point) {
        return QPointF(std::clamp(point.x(), left.plot.left(), left.plot.right()),
                       std::clamp(point.y(), left.plot.top(), left.plot.bottom()));
    };
    const QRectF box = QRectF(inside(m_dragFrom), inside(m_dragTo)).normalized();
    View view = m_view.value_or(View{});
    view.fromUs = left.timeAt(box.left());
    view.toUs = left.timeAt(box.right());
    if (box.height() >= kFlatBox) {
        view.left = std::pair{left.valueAt(box.bottom()), left.valueAt(box.top())};
        if (m_hasRight) {
            const ChartGeometry right = chart(AxisSide::Right);
            view.right = std::pair{right.valueAt(box.bottom()), right.valueAt(box.top())};
        }
    }
    setView(view);
}

void TimeSeriesTile::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::Pressed && (position - m_dragFrom).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Box;
        moveCrosshair(0);
    }
    if (m_drag == Drag::Box) {
        m_dragTo = position;
        update(bodyRect());
        return;
    }
    if (m_drag == Drag::Pan) {
        panTo(position);
        return;
    }
    const ChartGeometry own = chart();
    const bool inside = own.plot.adjusted(-4, -8, 8, 8).contains(position);
    moveCrosshair(inside ? std::clamp(own.timeAt(position.x()), own.fromUs + 1, own.toUs) : 0);
    if (m_crosshairUs != 0 && !seriesNear(m_crosshairUs, position.y()))
        unsetCursor(); // here a drag is likelier than a click
    else
        Tile::mouseMoveEvent(event);
}

void TimeSeriesTile::mousePressEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    const qsizetype entry = m_legend.at(position - bodyRect().topLeft());
    if (entry >= 0 && event->button() == Qt::LeftButton) {
        m_legendFocus = -1;
        if (event->modifiers() & Qt::ControlModifier)
            toggle(entry);
        else
            solo(entry);
        return;
    }
    const bool inside = chart().plot.contains(position) && snapshot().windowToUs > snapshot().windowFromUs;
    const bool moves = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier);
    if (!inside || (event->button() != Qt::LeftButton && !moves)) {
        Tile::mousePressEvent(event);
        return;
    }
    m_dragFrom = m_dragTo = position;
    m_viewBefore = m_view;
    m_drag = moves ? Drag::Pan : Drag::Pressed;
    if (moves)
        setCursor(Qt::ClosedHandCursor);
}

void TimeSeriesTile::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag before = std::exchange(m_drag, Drag::None);
    if (before == Drag::Box)
        zoomToBox();
    else if (before == Drag::Pan)
        unsetCursor();
    else if (before == Drag::Pressed)
        click(event->position().toPoint());
    else
        Tile::mouseReleaseEvent(event);
    update(bodyRect());
}

void TimeSeriesTile::click(const QPoint &position)
{
    m_clicked = position;
    if (m_view)
        m_clickLater.start(QApplication::doubleClickInterval());
    else
        requestOrigin(originAt(position));
}

// The line that runs through this place; null when it is clear of all of them, or of the only one.
const Series *TimeSeriesTile::seriesNear(qint64 bucket, qreal y) const
{
    const Series *nearest = nullptr;
    qreal distance = kNearPx;
    for (const PlottedSeries &one : m_plot) {
        const ChartGeometry own = chart(one.side);
        const Point *top = pointAt(one.top, bucket);
        const Point *base = pointAt(one.base, bucket);
        if (!top || !std::isfinite(top->value))
            continue;
        qreal away = std::abs(own.y(top->value) - y);
        if (base && y >= own.y(top->value) && y <= own.y(base->value))
            away = 0; // inside its layer
        if (away < distance) {
            distance = away;
            nearest = &snapshot().series[one.index];
        }
    }
    return nearest;
}

std::optional<NamedOrigin> TimeSeriesTile::originAt(const QPoint &position) const
{
    const ChartGeometry own = chart();
    if (!own.plot.contains(position))
        return std::nullopt;
    const qint64 bucket = bucketAt(own.timeAt(position.x()));
    return bucket == 0 ? std::nullopt : originOfBucket(facts(), bucket, seriesNear(bucket, position.y()));
}

std::optional<NamedOrigin> TimeSeriesTile::originAtFocus() const
{
    if (m_crosshairUs == 0)
        return originOfWindow(facts());
    const qsizetype entry = m_legendFocus;
    const Series *series = entry >= 0 ? &snapshot().series[m_legend.entries()[entry].series] : nullptr;
    return originOfBucket(facts(), m_crosshairUs, series);
}

void TimeSeriesTile::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_clickLater.stop();
    if (m_view && chart().plot.contains(event->position()))
        resetView();
    else
        Tile::mouseDoubleClickEvent(event);
}

// Without Ctrl the wheel belongs to the board, until this tile has been chosen.
void TimeSeriesTile::wheelEvent(QWheelEvent *event)
{
    const ChartGeometry own = chart();
    const bool asked = (event->modifiers() & Qt::ControlModifier) || hasFocus();
    if (!asked || !own.plot.contains(event->position()) || snapshot().windowToUs <= snapshot().windowFromUs) {
        event->ignore();
        return;
    }
    const QPoint turned = event->angleDelta();
    const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    if ((event->modifiers() & Qt::ShiftModifier) || turned.y() == 0)
        pan(-notches * kPanShare);
    else
        zoomTime(std::pow(kWheelFactor, notches), own.timeAt(event->position().x()));
    event->accept();
}

void TimeSeriesTile::leaveEvent(QEvent *event)
{
    moveCrosshair(0);
    Tile::leaveEvent(event);
}

// No leave event comes while the menu, and what it opens, is shown.
void TimeSeriesTile::contextMenuEvent(QContextMenuEvent *event)
{
    moveCrosshair(0);
    Tile::contextMenuEvent(event);
}

void TimeSeriesTile::focusOutEvent(QFocusEvent *event)
{
    if (m_legendFocus >= 0) {
        m_legendFocus = -1;
        invalidateBody();
    }
    Tile::focusOutEvent(event);
}

// Only this one; when it is the only one already, all of them.
void TimeSeriesTile::solo(qsizetype entry)
{
    const auto keyOf = [](const Series &series) { return series.other ? u"\n"_s : series.key; };
    QSet<QString> others;
    for (const Series &series : snapshot().series)
        others << keyOf(series);
    others.remove(keyOf(snapshot().series.value(m_legend.entries()[entry].series)));
    m_hiddenKeys = m_hiddenKeys == others ? QSet<QString>() : others;
    legendChanged();
}

void TimeSeriesTile::toggle(qsizetype entry)
{
    const Series &series = snapshot().series.at(m_legend.entries()[entry].series);
    const QString key = series.other ? u"\n"_s : series.key;
    if (!m_hiddenKeys.remove(key))
        m_hiddenKeys << key;
    legendChanged();
}

void TimeSeriesTile::legendChanged()
{
    prepare();
    const QStringList shown = shownLabels();
    setAccessibleDescription(m_hiddenKeys.isEmpty() ? QString()
                                                    : tr("Shown: %1").arg(plainLine(shown.join(u", "_s), 200)));
    invalidateBody();
}

bool TimeSeriesTile::legendKey(QKeyEvent *event)
{
    const qsizetype count = m_legend.entries().size();
    if (m_legend.isEmpty() || count == 0)
        return false;
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        const qsizetype step = event->key() == Qt::Key_Down ? 1 : -1;
        m_legendFocus = m_legendFocus < 0 ? (step > 0 ? 0 : count - 1) : (m_legendFocus + step + count) % count;
        setAccessibleDescription(plainLine(m_legend.entries()[m_legendFocus].label, 80));
        invalidateBody();
        return true;
    }
    if (event->key() == Qt::Key_Space && m_legendFocus >= 0) {
        if (event->modifiers() & Qt::ControlModifier)
            toggle(m_legendFocus);
        else
            solo(m_legendFocus);
        return true;
    }
    return false;
}

bool TimeSeriesTile::viewKey(QKeyEvent *event)
{
    const auto [from, to] = shownSpan();
    const qint64 around =
        m_crosshairUs != 0 ? bucketMiddle(m_crosshairUs, snapshot().bucketUs) : from + (to - from) / 2;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomTime(kKeyFactor, around);
        return true;
    case Qt::Key_Minus:
        zoomTime(1 / kKeyFactor, around);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!(event->modifiers() & Qt::ShiftModifier))
            return false;
        pan(event->key() == Qt::Key_Left ? -kPanShare : kPanShare);
        return true;
    case Qt::Key_Escape:
        if (!m_view || m_crosshairUs != 0)
            return false;
        resetView();
        return true;
    default:
        return false;
    }
}

void TimeSeriesTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_drag != Drag::None) {
        m_drag = Drag::None;
        unsetCursor();
        update(bodyRect());
        return;
    }
    if (viewKey(event) || legendKey(event))
        return;
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && snapshot().bucketUs > 0) {
        const auto [from, to] = shownSpan();
        const qint64 next = m_crosshairUs == 0 ? to : m_crosshairUs + (left ? -1 : 1) * snapshot().bucketUs;
        moveCrosshair(std::clamp(next, from + 1, to));
        return;
    }
    if (event->key() == Qt::Key_Escape && m_crosshairUs != 0) {
        moveCrosshair(0);
        return;
    }
    Tile::keyPressEvent(event);
}

QString TimeSeriesTile::tooltipAt(const QPoint &position) const
{
    const qsizetype at = m_legend.at(QPointF(position - bodyRect().topLeft()));
    if (at < 0)
        return Tile::tooltipAt(position);
    const LegendEntry &entry = m_legend.entries()[at];
    QStringList lines{plainLine(entry.label, 200)};
    const QStringList columns = legendColumns(m_legend.place());
    for (qsizetype i = 0; i < std::min(columns.size(), entry.values.size()); ++i)
        lines << columns[i] + u": "_s + entry.values[i];
    lines << tr("Click: only this one. Ctrl+click: on or off.");
    return lines.join(u'\n');
}

} // namespace hookboard
