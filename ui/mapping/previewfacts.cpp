#include "ui/mapping/previewfacts.h"

#include "ui/dashboard/tilewords.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace hookboard {

PreviewFacts previewFacts(const TileSpec &tile, const TileSnapshot &snapshot)
{
    PreviewFacts facts;
    facts.matched = snapshot.matched;
    quint64 most = 0;
    for (auto it = snapshot.skipped.cbegin(); it != snapshot.skipped.cend(); ++it) {
        facts.skipped += it.value();
        if (it.value() > most)
            facts.mostSkipped = skipReasonText(it.key());
        most = std::max(most, it.value());
    }
    facts.rows = tile.kind == TileKind::Table || tile.kind == TileKind::Feed;
    facts.lines = facts.rows ? 0 : snapshot.series.size();
    facts.points = facts.rows ? snapshot.rows.size() : 0;
    for (const Series &series : snapshot.series) {
        for (const Point &point : series.points) {
            if (!std::isfinite(point.value) || facts.rows)
                continue;
            ++facts.points;
            if (point.value != 0)
                facts.firstUs = facts.firstUs == 0 ? point.timeUs : std::min(facts.firstUs, point.timeUs);
        }
    }
    if (facts.rows && !snapshot.rows.isEmpty())
        facts.firstUs = snapshot.rows.last().timeUs;
    if (facts.points == 0 && !snapshot.series.isEmpty())
        facts.points = snapshot.series.size(); // bars: one total each
    facts.lastUs = snapshot.lastEventUs;
    return facts;
}

std::optional<PreviewDifference> difference(const TileSnapshot &before, const TileSnapshot &after)
{
    if (before.series.isEmpty() || after.series.isEmpty() || before.bucketUs != after.bucketUs)
        return std::nullopt;
    QHash<std::pair<QString, qint64>, double> old;
    for (const Series &series : before.series) {
        for (const Point &point : series.points)
            old.insert({series.other ? QStringLiteral("\1") : series.key, point.timeUs}, point.value);
    }
    PreviewDifference result;
    qsizetype found = 0;
    for (const Series &series : after.series) {
        for (const Point &point : series.points) {
            ++result.all;
            const auto known = old.constFind({series.other ? QStringLiteral("\1") : series.key, point.timeUs});
            const bool same =
                known != old.cend() && (*known == point.value || (std::isnan(*known) && std::isnan(point.value)));
            found += known != old.cend() ? 1 : 0;
            result.changed += same ? 0 : 1;
        }
    }
    result.changed += old.size() - found;
    result.all += old.size() - found;
    return result;
}

bool foldsAnew(const TileSpec &before, const TileSpec &after)
{
    if (before.kind != after.kind || before.bindings.size() != after.bindings.size())
        return true;
    for (qsizetype i = 0; i < before.bindings.size(); ++i) {
        Binding a = before.bindings[i];
        Binding b = after.bindings[i];
        a.label = b.label; // what is only written
        a.topN = b.topN;
        a.ratePerUs = b.ratePerUs;
        if (!(a == b))
            return true;
    }
    const auto paths = [](const TileSpec &tile) {
        QStringList all;
        for (const TableColumn &column : tile.columns)
            all << column.path;
        return all;
    };
    return paths(before) != paths(after);
}

} // namespace hookboard
