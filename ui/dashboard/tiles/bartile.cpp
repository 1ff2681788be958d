#include "ui/dashboard/tiles/bartile.h"

#include "ui/style/controlpainting.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr int kRowMost = 36;
constexpr int kRowLeast = 20;
constexpr int kColumnGap = 8;
constexpr int kLabelLeast = 56;
constexpr qreal kLabelShare = 0.42;
constexpr int kBarPadding = 5;
constexpr int kBarMost = 26;

double magnitude(const Series &series)
{
    return std::abs(series.total.value_or(0));
}

} // namespace

BarTile::BarTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

quint64 BarTile::hiddenGroups() const
{
    const auto shown = quint64(std::count_if(snapshot().series.begin(), snapshot().series.end(),
                                             [](const Series &series) { return !series.other; }));
    return snapshot().groupsTotal > shown ? snapshot().groupsTotal - shown : 0;
}

QString BarTile::label(const Series &series) const
{
    const QString text = seriesLabel(series, hiddenGroups());
    return text.isEmpty() ? tr("(empty)") : text;
}

QString BarTile::value(const Series &series) const
{
    return formatNumber(series.total.value_or(qQNaN()), spec().format, locale()).text();
}

QString BarTile::valueText() const
{
    QStringList parts;
    for (const Series &series : snapshot().series.first(std::min<qsizetype>(3, snapshot().series.size())))
        parts << plainLine(label(series), 40) + u' ' + value(series);
    return parts.join(u", ");
}

int BarTile::rowHeight(const QRect &body) const
{
    const auto rows = int(std::max<qsizetype>(1, snapshot().series.size()));
    return std::clamp(body.height() / rows, int(kRowLeast * theme().textScale()), int(kRowMost * theme().textScale()));
}

int BarTile::rowsShown(const QRect &body) const
{
    return std::min(int(snapshot().series.size()), std::max(1, body.height() / rowHeight(body)));
}

void BarTile::paintBody(QPainter &painter, const QRect &body)
{
    const QList<Series> &all = snapshot().series;
    if (all.isEmpty())
        return;
    const int rows = rowsShown(body);
    const int height = rowHeight(body);
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const TabularText values(theme().font(TypeRole::LabelStrong));
    double largest = 0;
    int labelWidth = kLabelLeast;
    qreal valueWidth = 0;
    for (int i = 0; i < rows; ++i) {
        largest = std::max(largest, magnitude(all[i]));
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(plainLine(label(all[i]), 64)) + 2);
        valueWidth = std::max(valueWidth, values.advance(value(all[i])));
    }
    labelWidth = std::min(labelWidth, int(body.width() * kLabelShare));
    const int valueRoom = int(std::ceil(valueWidth)) + 2;
    const int barRoom = std::max(0, body.width() - labelWidth - valueRoom - 2 * kColumnGap);
    const int barHeight = std::min(height - 2 * kBarPadding, kBarMost);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), body, r); };

    for (int i = 0; i < rows; ++i) {
        const Series &series = all[i];
        const QRect row(body.left(), body.top() + i * height, body.width(), height);
        painter.setFont(labelFont);
        painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
        painter.drawText(mirrored(QRect(row.left(), row.top(), labelWidth, height)),
                         Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         elidedPlain(metrics, label(series), labelWidth));
        values.draw(painter, mirrored(QRect(row.right() + 1 - valueRoom, row.top(), valueRoom, height)),
                    Qt::AlignVCenter | Qt::AlignTrailing, value(series));
        const int length = largest > 0 ? std::max(1, int(std::lround(barRoom * magnitude(series) / largest))) : 1;
        const QRect bar = mirrored(
            QRect(row.left() + labelWidth + kColumnGap, row.top() + (height - barHeight) / 2, length, barHeight));
        if (series.other) {
            controls::frame(painter, bar, 0, theme().colour(Colour::Sunken), theme().other(), 1.5);
        } else {
            const QColor fill = theme().series(0);
            painter.fillRect(bar, dimmed() ? theme().dimmed(fill) : fill);
        }
    }
}

QString BarTile::tooltipAt(const QPoint &position) const
{
    const QRect body = bodyRect();
    if (!body.contains(position) || snapshot().series.isEmpty())
        return Tile::tooltipAt(position);
    const int row = (position.y() - body.top()) / rowHeight(body);
    if (row < 0 || row >= rowsShown(body))
        return {};
    const Series &series = snapshot().series[row];
    return label(series) + u'\n' + value(series);
}

} // namespace hookboard
