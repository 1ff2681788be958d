#include "ui/dashboard/tiles/bartile.h"

#include "ui/style/controlpainting.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kRowMost = 36;
constexpr int kRowLeast = 20;
constexpr int kColumnGap = 8;
constexpr int kLabelLeast = 56;
constexpr qreal kLabelShare = 0.42;
constexpr int kBarPadding = 5;
constexpr int kBarMost = 26;
constexpr int kNarrowestSlot = 36; // of a column with its label
constexpr int kSlotMost = 120;
constexpr int kThinnestColumn = 8;
constexpr int kColumnWidest = 48;
constexpr int kColumnPadding = 4;

double total(const Series &series)
{
    const double value = series.total.value_or(0);
    return std::isfinite(value) ? std::clamp(value, -1e300, 1e300) : 0;
}

} // namespace

BarTile::BarTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

QString BarTile::label(const Series &series) const
{
    const QString text = seriesLabel(series, hiddenGroups(snapshot()));
    return text.isEmpty() ? tr("(empty)") : text;
}

QString BarTile::value(const Series &series) const
{
    return formatNumber(series.total.value_or(qQNaN()), spec().format, locale()).text();
}

QString BarTile::valueText() const
{
    QStringList parts;
    for (int i = 0; i < std::min<qsizetype>(3, m_order.size()); ++i)
        parts << plainLine(label(series(i)), 40) + u' ' + value(series(i));
    return parts.join(u", ");
}

void BarTile::prepare()
{
    const QList<Series> &all = snapshot().series;
    m_order.resize(all.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (spec().options.bar.sort != BarOptions::Sort::Name)
        return; // they come by value
    std::stable_sort(m_order.begin(), m_order.end(), [&](qsizetype a, qsizetype b) {
        if (all[a].other != all[b].other)
            return all[b].other;
        return label(all[a]).localeAwareCompare(label(all[b])) < 0;
    });
}

int BarTile::rowHeight(const QRect &body) const
{
    const auto rows = int(std::max<qsizetype>(1, m_order.size()));
    return std::clamp(body.height() / rows, int(kRowLeast * theme().textScale()), int(kRowMost * theme().textScale()));
}

int BarTile::columnWidth(const QRect &body) const
{
    const auto columns = int(std::max<qsizetype>(1, m_order.size()));
    return std::clamp(body.width() / columns, int(kNarrowestSlot * theme().textScale()),
                      int(kSlotMost * theme().textScale()));
}

int BarTile::barsShown(const QRect &body) const
{
    const int room = isVertical() ? body.width() / columnWidth(body) : body.height() / rowHeight(body);
    return m_order.size() <= room ? int(m_order.size()) : std::max(1, room - 1);
}

QRect BarTile::slot(const QRect &body, int index) const
{
    if (!isVertical())
        return {body.left(), body.top() + index * rowHeight(body), body.width(), rowHeight(body)};
    const QRect column(body.left() + index * columnWidth(body), body.top(), columnWidth(body), body.height());
    return QStyle::visualRect(layoutDirection(), body, column);
}

BarTile::Scale BarTile::scaleOf(int bars) const
{
    Scale scale;
    for (int i = 0; i < bars; ++i) {
        scale.low = std::min(scale.low, total(series(i)));
        scale.high = std::max(scale.high, total(series(i)));
    }
    return scale;
}

// From the line of zero to the value, at least one pixel long.
std::pair<int, int> BarTile::Scale::bar(double value, int room) const
{
    const double span = high - low;
    if (span <= 0)
        return {0, 1};
    const int zero = int(std::lround(room * (-low / span)));
    const int length = std::max(1, int(std::lround(room * (std::abs(value) / span))));
    return {value < 0 ? std::max(0, zero - length) : zero, length};
}

QString BarTile::moreText(int shown) const
{
    return tr("%n more", nullptr, int(m_order.size()) - shown);
}

void BarTile::paintBody(QPainter &painter, const QRect &body)
{
    if (m_order.isEmpty())
        return;
    const int bars = barsShown(body);
    if (isVertical())
        paintColumns(painter, body, bars);
    else
        paintRows(painter, body, bars);
    if (bars == m_order.size())
        return;
    painter.setFont(theme().font(TypeRole::Label));
    painter.setPen(theme().colour(Colour::TextSecondary));
    const QRect place = slot(body, bars);
    painter.drawText(place, isVertical() ? Qt::AlignHCenter | Qt::AlignBottom : Qt::AlignVCenter | Qt::AlignLeading,
                     isVertical() ? u'+' + locale().toString(m_order.size() - bars) : moreText(bars));
}

void BarTile::paintBar(QPainter &painter, const QRect &bar, const Series &one) const
{
    if (one.other) {
        controls::frame(painter, bar, 0, theme().colour(Colour::Sunken), theme().other(), 1.5);
        return;
    }
    const QColor fill = theme().series(0);
    painter.fillRect(bar, dimmed() ? theme().dimmed(fill) : fill);
}

void BarTile::paintRows(QPainter &painter, const QRect &body, int bars) const
{
    const int height = rowHeight(body);
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const Scale scale = scaleOf(bars);
    int labelWidth = kLabelLeast;
    qreal valueWidth = 0;
    for (int i = 0; i < bars; ++i) {
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(plainLine(label(series(i)), 64)) + 2);
        valueWidth = std::max(valueWidth, values.advance(value(series(i))));
    }
    labelWidth = std::min(labelWidth, int(body.width() * kLabelShare));
    const int valueRoom = int(std::ceil(valueWidth)) + 2;
    const int barRoom = std::max(0, body.width() - labelWidth - valueRoom - 2 * kColumnGap);
    const int barHeight = std::min(height - 2 * kBarPadding, kBarMost);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), body, r); };

    for (int i = 0; i < bars; ++i) {
        const Series &one = series(i);
        const QRect row = slot(body, i);
        painter.setFont(labelFont);
        painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
        painter.drawText(mirrored(QRect(row.left(), row.top(), labelWidth, height)),
                         Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         elidedPlain(metrics, label(one), labelWidth));
        values.draw(painter, mirrored(QRect(row.right() + 1 - valueRoom, row.top(), valueRoom, height)),
                    Qt::AlignVCenter | Qt::AlignTrailing, value(one));
        const auto [start, length] = scale.bar(total(one), barRoom);
        const int left = row.left() + labelWidth + kColumnGap;
        paintBar(painter, mirrored(QRect(left + start, row.top() + (height - barHeight) / 2, length, barHeight)), one);
        if (scale.low < 0)
            painter.fillRect(mirrored(QRect(left + scale.bar(0, barRoom).first, row.top(), 1, height)),
                             theme().colour(Colour::Axis));
    }
}

void BarTile::paintColumns(QPainter &painter, const QRect &body, int bars) const
{
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const int line = theme().lineHeight(TypeRole::Label);
    const Scale scale = scaleOf(bars);
    const int foot = body.bottom() + 1 - line - kColumnPadding;
    const int room = std::max(1, foot - body.top() - line);
    for (int i = 0; i < bars; ++i) {
        const Series &one = series(i);
        const QRect place = slot(body, i);
        const int width = std::clamp(place.width() - 2 * kColumnPadding, kThinnestColumn, kColumnWidest);
        const auto [start, height] = scale.bar(total(one), room);
        const int top = foot - start - height;
        paintBar(painter, QRect(place.center().x() - width / 2, top, width, height), one);
        painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
        // A number is never cut: where the full one has no room it is shortened, and told in full by the tooltip.
        QString number = value(one);
        if (values.advance(number) > place.width() - 2)
            number = formatCompact(one.total.value_or(qQNaN()), spec().format, locale()).text();
        if (values.advance(number) <= place.width())
            values.draw(painter, QRect(place.left(), top - line, place.width(), line), Qt::AlignCenter,
                        number);
        painter.setFont(labelFont);
        painter.drawText(QRect(place.left(), foot + kColumnPadding, place.width(), line),
                         Qt::AlignCenter | Qt::TextSingleLine, elidedPlain(metrics, label(one), place.width() - 4));
    }
    const int zero = scale.low < 0 ? foot - scale.bar(0, room).first : foot;
    painter.fillRect(QRect(body.left(), zero, body.width(), 1), theme().colour(Colour::Axis));
}

int BarTile::barAt(const QPoint &position) const
{
    const QRect body = bodyRect();
    for (int i = 0; i < barsShown(body); ++i) {
        if (slot(body, i).contains(position))
            return i;
    }
    return -1;
}

QString BarTile::tooltipAt(const QPoint &position) const
{
    const QRect body = bodyRect();
    if (!body.contains(position) || m_order.isEmpty())
        return Tile::tooltipAt(position);
    const int bar = barAt(position);
    if (bar >= 0)
        return plainLine(label(series(bar)), 200) + u'\n' + value(series(bar));
    QStringList hidden;
    for (int i = barsShown(body); i < m_order.size() && hidden.size() < 12; ++i)
        hidden << plainLine(label(series(i)), 60) + u": "_s + value(series(i));
    return hidden.join(u'\n');
}

std::optional<NamedOrigin> BarTile::originAt(const QPoint &position) const
{
    const int bar = bodyRect().contains(position) ? barAt(position) : -1;
    return bar >= 0 ? originOfSeries(facts(), series(bar)) : std::nullopt;
}

} // namespace hookboard
