// SeriesColours: which of the eight series looks a group has. A group keeps its look while the tile lives, also when it
// leaves the top groups for a while. Plain state, one per tile.
#pragma once

#include "core/types/tilesnapshot.h"
#include "ui/dashboard/chartpainter.h"

#include <QtCore/QHash>

namespace hookboard {

class SeriesColours
{
public:
    // Gives every shown group a place; groups that are gone lose theirs only when a new one needs it.
    void assign(const QList<Series> &series);
    int indexOf(const QString &key) const { return m_places.value(key, 0); }

private:
    QHash<QString, int> m_places;
};

// `dashed` adds the dash pattern of the place.
SeriesLook seriesLook(const Theme &theme, const SeriesColours &colours, const Series &series, bool dashed, bool dimmed);
QString seriesLabel(const Series &series, quint64 hiddenGroups);
// Groups that have no series of their own.
quint64 hiddenGroups(const TileSnapshot &snapshot);

} // namespace hookboard
