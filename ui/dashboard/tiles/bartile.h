// BarTile: groups compared: label left, bar, value right; "Other" hollow and last. No axis.
#pragma once

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tile.h"

namespace hookboard {

class BarTile : public Tile
{
    Q_OBJECT
public:
    BarTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;

protected:
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;

private:
    quint64 hiddenGroups() const;
    int rowHeight(const QRect &body) const;
    int rowsShown(const QRect &body) const;
    QString label(const Series &series) const;
    QString value(const Series &series) const;
};

} // namespace hookboard
