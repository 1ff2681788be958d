// BarTile: groups compared, as rows (label left, bar, value right, no axis) or as columns (value above, label below),
// by value or by name; "Other" hollow and last. What has no room is counted in words.
#pragma once

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tile.h"

#include <utility>

namespace hookboard {

class BarTile : public Tile
{
    Q_OBJECT
public:
    BarTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    // Indexes of the series in the order of the bars.
    const QList<qsizetype> &order() const { return m_order; }

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;

private:
    // Between the least and the largest value, both as far as zero: values below it go the other way.
    struct Scale
    {
        double low = 0;
        double high = 0;
        std::pair<int, int> bar(double value, int room) const; // where it begins, and its length
    };

    bool isVertical() const { return spec().options.bar.vertical; }
    int rowHeight(const QRect &body) const;
    int columnWidth(const QRect &body) const;
    // Bars that have room; with fewer than there are, the last place is left for words.
    int barsShown(const QRect &body) const;
    // The place of one bar with its texts.
    QRect slot(const QRect &body, int index) const;
    const Series &series(int index) const { return snapshot().series[m_order[index]]; }
    int barAt(const QPoint &position) const; // -1 = none
    QString label(const Series &series) const;
    QString value(const Series &series) const;
    QString moreText(int shown) const;
    Scale scaleOf(int bars) const;
    void paintRows(QPainter &painter, const QRect &body, int bars) const;
    void paintColumns(QPainter &painter, const QRect &body, int bars) const;
    void paintBar(QPainter &painter, const QRect &bar, const Series &series) const;

    QList<qsizetype> m_order;
};

} // namespace hookboard
