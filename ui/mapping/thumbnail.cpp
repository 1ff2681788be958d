#include "ui/mapping/thumbnail.h"

#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostLines = 3;
constexpr int kColumnsShown = 18;
constexpr qsizetype kBarsShown = 4;
constexpr int kTextRows = 3;

struct Extent
{
    double low = 0;
    double high = 0;
    void take(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    double at(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

void paintLines(QPainter &painter, const Theme &theme, const QList<Series> &series, const QRectF &rect)
{
    const QList<Series> shown = series.first(std::min(kMostLines, series.size()));
    Extent extent;
    for (const Series &one : shown) {
        for (const Point &point : one.points)
            extent.take(point.value);
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QList<Point> &points = shown[i].points;
        if (points.size() < 2)
            continue;
        QPainterPath path;
        bool down = false;
        const double span = std::max<double>(1, double(points.last().timeUs - points.first().timeUs));
        for (const Point &point : points) {
            const QPointF at(rect.left() + rect.width() * double(point.timeUs - points.first().timeUs) / span,
                             rect.bottom() - rect.height() * extent.at(point.value));
            if (!std::isfinite(point.value))
                down = false;
            else if (std::exchange(down, true))
                path.lineTo(at);
            else
                path.moveTo(at);
        }
        painter.setPen(QPen(theme.series(int(i)), 1.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
}

void paintColumns(QPainter &painter, const Theme &theme, const QList<Series> &series, const QRectF &rect)
{
    if (series.isEmpty())
        return;
    QList<double> sums(kColumnsShown, 0);
    const QList<Point> &points = series.first().points;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (std::isfinite(points[i].value))
            sums[i * kColumnsShown / points.size()] += points[i].value;
    }
    const double high = std::max(1e-9, *std::max_element(sums.begin(), sums.end()));
    const qreal step = rect.width() / kColumnsShown;
    for (int i = 0; i < kColumnsShown; ++i) {
        const qreal height = rect.height() * std::max(0.0, sums[i]) / high;
        painter.fillRect(QRectF(rect.left() + i * step, rect.bottom() - height, step - 1.5, height), theme.series(0));
    }
}

void paintBars(QPainter &painter, const Theme &theme, const QList<Series> &series, const QRectF &rect)
{
    const QList<Series> shown = series.first(std::min(kBarsShown, series.size()));
    Extent extent;
    for (const Series &one : shown)
        extent.take(one.total.value_or(0));
    const qreal step = rect.height() / kBarsShown;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const qreal width = std::max<qreal>(2, rect.width() * extent.at(shown[i].total.value_or(0)));
        painter.fillRect(QRectF(rect.left(), rect.top() + qreal(i) * step, width, step - 3), theme.series(0));
    }
}

void paintSlices(QPainter &painter, const Theme &theme, const QList<Series> &series, const QRectF &rect)
{
    double sum = 0;
    for (const Series &one : series)
        sum += std::max(0.0, one.total.value_or(0));
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF ring(rect.center().x() - side / 2 + 5, rect.center().y() - side / 2 + 5, side - 10, side - 10);
    double from = 90;
    for (qsizetype i = 0; sum > 0 && i < series.size(); ++i) {
        const double span = 360 * std::max(0.0, series[i].total.value_or(0)) / sum;
        painter.setPen(QPen(series[i].other ? theme.other() : theme.series(int(i)), 9, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, int((from - span) * 16), int(span * 16) - (span > 8 ? 24 : 0));
        from -= span;
    }
}

void paintNumber(QPainter &painter, const Theme &theme, const TileSpec &tile, const TileSnapshot &snapshot,
                 const QRectF &rect, const QLocale &locale)
{
    painter.setPen(theme.colour(Colour::Text));
    painter.setFont(theme.font(TypeRole::Subtitle));
    const QRectF top(rect.left(), rect.top(), rect.width(), rect.height() * 0.5);
    QString text = snapshot.value ? formatNumber(*snapshot.value, tile.format, locale).text() : QString(QChar(0x2013));
    if (painter.fontMetrics().horizontalAdvance(text) > rect.width() && snapshot.value && snapshot.value->toDouble())
        text = formatCompact(*snapshot.value->toDouble(), tile.format, locale).text();
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                     elidedPlain(painter.fontMetrics(), text, int(rect.width())));
    paintLines(painter, theme, snapshot.series, rect.adjusted(0, rect.height() * 0.58, 0, 0));
}

void paintRows(QPainter &painter, const Theme &theme, const TileSnapshot &snapshot, const QRectF &rect)
{
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 10), theme.colour(Colour::Rail));
    const qreal step = (rect.height() - 12) / kTextRows;
    painter.setFont(theme.font(TypeRole::Caption));
    painter.setPen(theme.colour(Colour::TextSecondary));
    for (int i = 0; i < kTextRows && i < snapshot.rows.size(); ++i) {
        const QList<Cell> &cells = snapshot.rows[i].cells;
        // The first column is mostly the time, which says little of a table this small.
        const Cell cell = cells.value(std::min<qsizetype>(1, cells.size() - 1));
        const QRectF line(rect.left(), rect.top() + 12 + i * step, rect.width(), step);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         elidedPlain(painter.fontMetrics(), cell.value.toText().left(40), int(rect.width())));
    }
}

} // namespace

void paintThumbnail(QPainter &painter, const Theme &theme, const TileSpec &tile, const TileSnapshot &snapshot,
                    const QRectF &rect, const QLocale &locale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect);
    switch (tile.kind) {
    case TileKind::TimeSeries:
        if (tile.bindings.value(0).aggregation == Aggregation::Count && snapshot.series.size() == 1)
            paintColumns(painter, theme, snapshot.series, rect);
        else
            paintLines(painter, theme, snapshot.series, rect);
        break;
    case TileKind::Bar:
        paintBars(painter, theme, snapshot.series, rect);
        break;
    case TileKind::Donut:
        paintSlices(painter, theme, snapshot.series, rect);
        break;
    case TileKind::Kpi:
    case TileKind::Gauge:
        paintNumber(painter, theme, tile, snapshot, rect, locale);
        break;
    case TileKind::Table:
    case TileKind::Feed:
        paintRows(painter, theme, snapshot, rect);
        break;
    case TileKind::Histogram:
    case TileKind::States:
        paintIcon(painter, tile.kind == TileKind::States ? u"status-grid"_s : u"histogram"_s,
                  theme.colour(Colour::TextSecondary), rect, 24);
        break;
    }
    painter.restore();
}

ThumbnailButton::ThumbnailButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(84);
    setMinimumWidth(64);
}

void ThumbnailButton::setSuggestion(const TileSpec &tile, const QString &word, const QString &iconName)
{
    m_tile = tile;
    m_word = word;
    m_icon = iconName;
    m_snapshot = {};
    m_drawn = false;
    setAccessibleName(tr("Suggestion: %1").arg(word));
    setToolTip(plainTooltip(tile.title));
    update();
}

void ThumbnailButton::setSnapshot(const TileSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_drawn = true;
    update();
}

void ThumbnailButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const bool lit = isChecked();
    controls::frame(painter, rect(), theme.metrics().radiusTile,
                    theme.colour(underMouse() && !lit ? Colour::Hover : Colour::Surface),
                    theme.colour(lit ? Colour::SelectionBorder : Colour::Border), lit ? 2 : 1);
    if (hasFocus() && !lit)
        controls::focusRing(painter, theme, rect(), theme.metrics().radiusTile);
    paintThumbnail(painter, theme, m_tile, m_snapshot, QRectF(rect()).adjusted(10, 9, -10, -28), locale());
    paintIcon(painter, m_icon, theme.colour(Colour::Text), QRectF(9, height() - 25, 16, 18), 14);
    painter.setFont(theme.font(TypeRole::Caption));
    painter.setPen(theme.colour(Colour::Text));
    const QRect word(28, height() - 25, width() - 34, 18);
    painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     elidedPlain(painter.fontMetrics(), m_word, word.width()));
}

} // namespace hookboard
