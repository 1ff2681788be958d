// SeriesLegend: the names of the lines of a time series tile: in one row below, as a list at the right, or as a table
// with figures. Lays out, paints and finds what lies under the pointer; the tile decides what a click means. GUI
// thread.
#pragma once

#include "core/types/tilespec.h"
#include "ui/dashboard/chartpainter.h"

namespace hookboard {

struct LegendEntry
{
    qsizetype series = 0; // in TileSnapshot::series
    SeriesLook look;
    QString label;
    QStringList values; // one, or one for each column of the table
    bool hidden = false;
};

class SeriesLegend
{
public:
    using Place = SeriesOptions::Legend;

    // `columns` are the words over the values: what they are has to be said, or they are not shown.
    void set(Place place, const QList<LegendEntry> &entries, const QStringList &columns);
    Place place() const { return m_place; }
    bool isEmpty() const { return m_entries.isEmpty() || m_place == Place::None; }
    const QList<LegendEntry> &entries() const { return m_entries; }

    // What it takes from this room: `chart` is the rest, and the legend its part of it.
    void layOut(const QRect &room, const Theme &theme);
    QRect chartRoom() const { return m_chart; }
    void paint(QPainter &painter, const Theme &theme, bool dimmed, qsizetype focused) const;

    // Index into entries(); -1 = none.
    qsizetype at(const QPointF &position) const;

private:
    struct Slot
    {
        QRect rect;
        QRect label;
    };
    void layOutRow(const Theme &theme);
    void layOutTable(const Theme &theme);
    void paintColumns(QPainter &painter, const Theme &theme) const;

    Place m_place = Place::None;
    QList<LegendEntry> m_entries;
    QStringList m_columns;
    QRect m_chart;
    QRect m_rect;
    QList<Slot> m_slots; // of the entries that have room
    bool m_withValues = false;
    QList<int> m_valueRights; // of the columns of a table
    QRect m_more;
};

} // namespace hookboard
