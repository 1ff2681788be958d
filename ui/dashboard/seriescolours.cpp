#include "ui/dashboard/seriescolours.h"

#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace hookboard {

void SeriesColours::assign(const QList<Series> &series)
{
    QSet<QString> shown;
    for (const Series &one : series) {
        if (!one.other)
            shown << one.key;
    }
    for (const Series &one : series) {
        if (one.other || m_places.contains(one.key))
            continue;
        std::array<bool, Theme::kSeriesColours> taken{};
        for (int place : std::as_const(m_places))
            taken[size_t(place)] = true;
        auto place = std::find(taken.begin(), taken.end(), false);
        if (place == taken.end()) {
            const auto gone = std::find_if(m_places.keyBegin(), m_places.keyEnd(),
                                           [&](const QString &key) { return !shown.contains(key); });
            const int free = gone == m_places.keyEnd() ? int(m_places.size()) % Theme::kSeriesColours
                                                       : m_places.take(QString(*gone));
            m_places.insert(one.key, free);
            continue;
        }
        m_places.insert(one.key, int(place - taken.begin()));
    }
}

SeriesLook seriesLook(const Theme &theme, const SeriesColours &colours, const Series &series, bool dashed, bool dimmed)
{
    SeriesLook look;
    if (series.other) {
        look = {theme.other(), dashed ? theme.otherDash() : QList<qreal>(), Marker::Circle, true};
    } else {
        const int place = colours.indexOf(series.key);
        look = {theme.series(place), dashed ? theme.dash(place) : QList<qreal>(), theme.marker(place), false};
    }
    if (dimmed)
        look.colour = theme.dimmed(look.colour);
    return look;
}

quint64 hiddenGroups(const TileSnapshot &snapshot)
{
    const auto shown = quint64(std::count_if(snapshot.series.begin(), snapshot.series.end(),
                                             [](const Series &series) { return !series.other; }));
    return snapshot.groupsTotal > shown ? snapshot.groupsTotal - shown : 0;
}

QString seriesLabel(const Series &series, quint64 hiddenGroups)
{
    if (!series.other)
        return series.label.isEmpty() ? series.key : series.label;
    const QString other = QCoreApplication::translate("Tile", "Other");
    return hiddenGroups > 0 ? QCoreApplication::translate("Tile", "%1 (%2)").arg(other).arg(hiddenGroups) : other;
}

} // namespace hookboard
