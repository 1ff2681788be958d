#include "ui/dashboard/tiles/donuttile.h"

#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtCore/QLineF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kDonutGoodSlices = 6; // more are hard to compare
constexpr qreal kDonutRingShare = 0.38;   // of the radius
constexpr int kDonutRingLeast = 56;
constexpr int kDonutRingGood = 104; // large enough beside a legend in full
constexpr int kDonutRingMost = 260;
constexpr int kDonutRingTop = 4;
constexpr int kDonutGap = 12;
constexpr int kDonutRowPadding = 8;
constexpr int kDonutRowLeast = 2;
constexpr int kDonutSwatch = 12;
constexpr int kDonutSwatchGap = 8;
constexpr int kDonutLegendLeast = 120; // wide, beside the ring
constexpr int kDonutLegendMost = 280;
constexpr qreal kDonutRingShareOfWidth = 0.46;
constexpr qreal kDonutSeam = 2;
constexpr qreal kDonutEdge = 1.5;
constexpr qreal kDonutHoleShare = 0.84; // of its diameter may be text
constexpr qreal kDonutCentreMost = 0.40;
constexpr qreal kDonutLineFactor = 1.17;

constexpr double kDonutTurn = 360;

QPainterPath ringPart(const QRectF &outer, qreal thickness, double from, double sweep)
{
    const QRectF inner = outer.adjusted(thickness, thickness, -thickness, -thickness);
    // Angles of QPainterPath run counter-clockwise from three o'clock; these run clockwise from twelve.
    const double start = 90 - from;
    QPainterPath path;
    path.arcMoveTo(outer, start);
    path.arcTo(outer, start, -sweep);
    path.arcTo(inner, start - sweep, sweep);
    path.closeSubpath();
    return path;
}

} // namespace

DonutTile::DonutTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

void DonutTile::prepare()
{
    m_colours.assign(snapshot().series);
}

qsizetype DonutTile::slices() const
{
    return std::count_if(snapshot().series.begin(), snapshot().series.end(),
                         [](const Series &series) { return !series.other; });
}

bool DonutTile::addsUp() const
{
    const Aggregation aggregation = spec().bindings.value(0).aggregation;
    return aggregation == Aggregation::Count || aggregation == Aggregation::Sum || aggregation == Aggregation::Rate;
}

double DonutTile::whole() const
{
    double sum = 0;
    for (const Series &series : snapshot().series)
        sum += std::max(0.0, series.total.value_or(0));
    return sum;
}

double DonutTile::share(const Series &series) const
{
    const double sum = whole();
    return sum > 0 && std::isfinite(sum) ? std::max(0.0, series.total.value_or(0)) / sum : 0;
}

QString DonutTile::label(const Series &series) const
{
    const QString text = seriesLabel(series, hiddenGroups(snapshot()));
    return text.isEmpty() ? tr("(empty)") : text;
}

QString DonutTile::value(const Series &series) const
{
    return formatNumber(series.total.value_or(qQNaN()), spec().format, locale()).text();
}

QString DonutTile::figure(const Series &series) const
{
    const bool percent = spec().options.donut.labels == DonutOptions::Labels::Percent && addsUp();
    return percent && series.total.value_or(0) >= 0 ? formatPercent(share(series), locale()) : value(series);
}

QString DonutTile::valueText() const
{
    QStringList parts;
    for (const Series &series : snapshot().series.first(std::min<qsizetype>(3, snapshot().series.size())))
        parts << plainLine(label(series), 40) + u' ' + figure(series);
    return parts.join(u", ");
}

ChipLook DonutTile::ownChip() const
{
    const bool negative = std::any_of(snapshot().series.begin(), snapshot().series.end(),
                                      [](const Series &series) { return series.total.value_or(0) < 0; });
    if (negative)
        return {u"warning"_s, tr("Values below zero"), Tone::Warn};
    if (slices() > kDonutGoodSlices)
        return {u"warning"_s, tr("%n slices", nullptr, int(slices())), Tone::Warn};
    return {};
}

// Beside the ring or below it, whichever leaves the larger ring; without a legend where neither leaves one. A legend in
// full is worth more than a larger ring, and lines that stand closer.
DonutTile::Layout DonutTile::layoutFor(const QRect &body) const
{
    const int wanted = std::max<int>(1, int(snapshot().series.size()));
    const int line = theme().lineHeight(TypeRole::Label);
    const QRect room = body.adjusted(0, kDonutRingTop, 0, -kDonutRingTop);
    const auto rowFor = [&](int height) {
        return line + (wanted * (line + kDonutRowPadding) <= height ? kDonutRowPadding : kDonutRowLeast);
    };
    const int besideRow = rowFor(room.height());
    const int besideRows = std::min(wanted, room.height() / besideRow);
    const int beside = std::min(room.height(), std::min(int(room.width() * kDonutRingShareOfWidth),
                                                        room.width() - 2 * kDonutGap - kDonutLegendLeast));
    const int forLegend = room.height() - kDonutGap - std::min(kDonutRingGood, room.width());
    const int belowRow = rowFor(forLegend);
    const int belowRows = std::clamp(forLegend / belowRow, 1, wanted);
    const int below = std::min(room.width(), room.height() - kDonutGap - belowRows * belowRow);
    Layout layout;
    if (std::max(beside, below) < kDonutRingLeast) {
        const int alone = std::min(room.width(), room.height());
        layout.ring = QRectF(room.center().x() - alone / 2, room.top(), alone, alone);
        return layout;
    }
    if (beside >= below && besideRows > 0) {
        const int size = std::min(beside, kDonutRingMost);
        layout.rows = besideRows;
        layout.row = besideRow;
        // Ring and legend stand together in the middle of a wide tile.
        const int legend = std::min(room.width() - size - 2 * kDonutGap, kDonutLegendMost);
        const int left = room.left() + (room.width() - size - 2 * kDonutGap - legend) / 2;
        layout.ring = QRectF(left, room.top() + (room.height() - size) / 2, size, size);
        layout.legend = QRect(left + size + 2 * kDonutGap, room.top() + (room.height() - besideRows * besideRow) / 2,
                              legend, besideRows * besideRow);
    } else {
        const int size = std::min(below, kDonutRingMost);
        layout.rows = belowRows;
        layout.row = belowRow;
        layout.ring = QRectF(room.left() + (room.width() - size) / 2.0, room.top(), size, size);
        layout.legend = QRect(room.left(), room.top() + size + kDonutGap, room.width(), belowRows * belowRow);
    }
    layout.ring.moveLeft(QStyle::visualRect(layoutDirection(), body, layout.ring.toRect()).left());
    layout.legend = QStyle::visualRect(layoutDirection(), body, layout.legend);
    return layout;
}

void DonutTile::paintBody(QPainter &painter, const QRect &body)
{
    if (snapshot().series.isEmpty())
        return;
    const Layout layout = layoutFor(body);
    paintRing(painter, layout.ring);
    const qreal thickness = layout.ring.width() / 2 * kDonutRingShare;
    paintCentre(painter, layout.ring.adjusted(thickness, thickness, -thickness, -thickness));
    paintLegend(painter, layout);
}

void DonutTile::paintRing(QPainter &painter, const QRectF &ring) const
{
    const qreal thickness = ring.width() / 2 * kDonutRingShare;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (whole() <= 0) {
        painter.setBrush(theme().colour(Colour::Pressed));
        painter.drawPath(ringPart(ring, thickness, 0, kDonutTurn - 0.001));
        painter.restore();
        return;
    }
    QList<double> seams;
    double from = 0;
    for (const Series &series : snapshot().series) {
        const double sweep = std::min(share(series) * kDonutTurn, kDonutTurn - 0.001);
        if (sweep <= 0)
            continue;
        const SeriesLook look = seriesLook(theme(), m_colours, series, false, dimmed());
        if (look.hollow) {
            const qreal inset = kDonutEdge / 2;
            // The edge stays clear of the seams.
            const double seam = (kDonutSeam / 2 + inset) / (ring.width() / 2) * kDonutTurn / (2 * std::numbers::pi);
            painter.setPen(QPen(look.colour, kDonutEdge));
            painter.setBrush(theme().colour(Colour::Sunken));
            if (sweep > 2 * seam)
                painter.drawPath(ringPart(ring.adjusted(inset, inset, -inset, -inset), thickness - kDonutEdge,
                                          from + seam, sweep - 2 * seam));
            painter.setPen(Qt::NoPen);
        } else {
            painter.setBrush(look.colour);
            painter.drawPath(ringPart(ring, thickness, from, sweep));
        }
        seams << from;
        from += sweep;
    }
    painter.setPen(QPen(theme().colour(Colour::Surface), kDonutSeam, Qt::SolidLine, Qt::FlatCap));
    for (const double angle : std::as_const(seams)) {
        if (seams.size() < 2)
            break;
        QLineF line = QLineF::fromPolar(ring.width() / 2 + 1, 90 - angle).translated(ring.center());
        line.setP1(line.pointAt(1 - (thickness + 2) / line.length()));
        painter.drawLine(line);
    }
    painter.restore();
}

void DonutTile::paintCentre(QPainter &painter, const QRectF &hole) const
{
    // Values that do not add up have a common value of their own: the one over all groups.
    const bool sums = addsUp() || snapshot().series.size() < 2;
    Scalar all = snapshot().value.value_or(Scalar());
    if (sums && spec().bindings.size() > 1) {
        double sum = 0;
        for (const Series &series : snapshot().series)
            sum += series.total.value_or(0);
        all = Scalar(sum);
    }
    QString text = formatNumber(all, spec().format, locale()).text();
    const auto fitting = [&](const QString &number) {
        int best = 0;
        for (const int step : theme().numberSteps()) {
            const qreal width = TabularText(theme().numberFont(step)).advance(number);
            // What fits is what the circle leaves at the height of the digits.
            const qreal diagonal = std::hypot(width, step * 0.75);
            if (diagonal <= hole.width() * kDonutHoleShare && step <= hole.width() * kDonutCentreMost)
                best = step;
        }
        return best;
    };
    int step = fitting(text);
    if (const auto number = all.toDouble(); step == 0 && number) {
        text = formatCompact(*number, spec().format, locale()).text();
        step = fitting(text);
    }
    if (step == 0)
        return;
    const Aggregation aggregation = spec().bindings.value(0).aggregation;
    const QString caption = aggregation == Aggregation::Count ? tr("events") : addsUp() ? tr("total") : tr("overall");
    const int captionHeight = theme().lineHeight(TypeRole::Caption);
    const qreal lineHeight = step * kDonutLineFactor;
    const QFontMetricsF captionMetrics(theme().font(TypeRole::Caption));
    const qreal depth = (lineHeight + captionHeight) / 2;
    const qreal room = 2 * std::sqrt(std::max(0.0, hole.width() * hole.width() / 4 - depth * depth));
    const bool captioned = captionMetrics.horizontalAdvance(caption) <= room;
    QRectF line(hole.left(), hole.center().y() - (captioned ? depth : lineHeight / 2), hole.width(), lineHeight);
    painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
    TabularText(theme().numberFont(step)).draw(painter, line, Qt::AlignCenter, text);
    if (!captioned)
        return;
    painter.setPen(theme().colour(Colour::TextSecondary));
    painter.setFont(theme().font(TypeRole::Caption));
    painter.drawText(QRectF(hole.left(), line.bottom() - 1, hole.width(), captionHeight), Qt::AlignCenter, caption);
}

void DonutTile::paintLegend(QPainter &painter, const Layout &layout) const
{
    if (layout.legend.isEmpty() || layout.rows == 0)
        return;
    const QList<Series> &all = snapshot().series;
    const bool complete = layout.rows >= all.size();
    const qsizetype shown = complete ? all.size() : layout.rows - 1;
    const QFont font = theme().font(TypeRole::Label);
    const QFontMetrics metrics(font);
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const int row = layout.row;
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), layout.legend, r); };
    QRect line(layout.legend.left(), layout.legend.top(), layout.legend.width(), row);
    for (qsizetype i = 0; i < shown; ++i, line.translate(0, row)) {
        const SeriesLook look = seriesLook(theme(), m_colours, all[i], false, dimmed());
        const QRect swatch(line.left(), line.top() + (row - kDonutSwatch) / 2, kDonutSwatch, kDonutSwatch);
        paintSwatch(painter, mirrored(swatch), look, look.colour);
        const QString figureText = figure(all[i]);
        const int figureWidth = int(std::ceil(values.advance(figureText))) + 1;
        const QRect label(swatch.right() + 1 + kDonutSwatchGap, line.top(),
                          line.width() - kDonutSwatch - 2 * kDonutSwatchGap - figureWidth, row);
        painter.setFont(font);
        painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
        painter.drawText(mirrored(label), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         elidedPlain(metrics, this->label(all[i]), label.width()));
        values.draw(painter, mirrored(QRect(line.right() + 1 - figureWidth, line.top(), figureWidth, row)),
                    Qt::AlignVCenter | Qt::AlignTrailing, figureText);
        if (i + 1 < layout.rows)
            painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), theme().colour(Colour::Grid));
    }
    if (complete)
        return;
    painter.setFont(font);
    painter.setPen(theme().colour(Colour::TextSecondary));
    painter.drawText(mirrored(line.adjusted(kDonutSwatch + kDonutSwatchGap, 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignLeading, tr("%n more", nullptr, int(all.size() - shown)));
}

qsizetype DonutTile::seriesAt(const QPointF &position) const
{
    const Layout layout = layoutFor(bodyRect());
    const QList<Series> &all = snapshot().series;
    if (layout.legend.contains(position.toPoint())) {
        const qsizetype row = (int(position.y()) - layout.legend.top()) / layout.row;
        const bool isMore = layout.rows < all.size() && row + 1 >= layout.rows;
        return row < all.size() && !isMore ? row : -1;
    }
    const QLineF line(layout.ring.center(), position);
    const qreal radius = layout.ring.width() / 2;
    if (line.length() > radius || line.length() < radius * (1 - kDonutRingShare))
        return -1;
    const double angle = std::fmod(kDonutTurn + 90 - line.angle(), kDonutTurn);
    double upto = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        upto += share(all[i]) * kDonutTurn;
        if (angle < upto)
            return i;
    }
    return -1;
}

QString DonutTile::tooltipAt(const QPoint &position) const
{
    if (!bodyRect().contains(position) || snapshot().series.isEmpty())
        return Tile::tooltipAt(position);
    const qsizetype at = seriesAt(position);
    if (at < 0)
        return {};
    const Series &series = snapshot().series[at];
    const QString text = plainLine(label(series), 200) + u'\n' + value(series);
    return addsUp() ? text + u", "_s + formatPercent(share(series), locale()) : text;
}

std::optional<NamedOrigin> DonutTile::originAt(const QPoint &position) const
{
    if (!bodyRect().contains(position) || snapshot().series.isEmpty())
        return std::nullopt;
    const qsizetype at = seriesAt(position);
    return at >= 0 ? originOfSeries(facts(), snapshot().series[at]) : std::nullopt;
}

} // namespace hookboard
