// The part of BoardFold that says what its tiles show at a moment.
#include "core/aggregate/annotationfold.h"
#include "core/aggregate/boardfoldparts.h"
#include "core/aggregate/windowreader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

bool showsTotals(const TileSpec &spec)
{
    return spec.kind == TileKind::Bar || spec.kind == TileKind::Donut;
}

// Events may name a time before anybody listened, so that only their arrival can be missing there.
QList<Gap> withoutSilence(QList<Gap> gaps)
{
    gaps.removeIf([](const Gap &gap) { return gap.fromUs == 0; });
    return gaps;
}

// What only histograms and states have.
void addKind(TileSnapshot &snapshot, const TileSpec &spec, const TileFold &fold, const WindowResult &result,
             const QList<Gap> &gaps, const QString &keyPrefix)
{
    if (result.distribution) {
        snapshot.bins = histogramOf(*result.distribution, spec.options.histogram);
        snapshot.percentiles = percentilesOf(*result.distribution, spec.options.histogram);
    }
    const StateFold *states = fold.states();
    if (!states)
        return;
    for (Lane &lane : states->lanes(result.counted, gaps, fold.plan().display(), spec.options.states.holdLast)) {
        lane.key.prepend(keyPrefix);
        if (lane.label.isEmpty())
            lane.label = fold.binding().label;
        snapshot.lanes.append(std::move(lane));
    }
    snapshot.groupsTotal += states->groupsTotal();
    if (states->isShort(result.counted))
        snapshot.groupLimit = quint64(StateFold::kMaxLanes);
}

} // namespace

// Windows move by whole buckets, so between two of them a tile without new events stays as it is.
bool BoardFold::Private::hasMoved(BoardTile &tile, qint64 nowUs)
{
    QList<Span> now;
    for (const size_t index : tile.folds) {
        const TileFold &fold = folds[index].fold;
        now.append(fold.ring() ? Span{} : fold.plan().grain().at(nowUs));
    }
    const bool moved = now != tile.shown;
    tile.shown = now;
    return moved;
}

void BoardFold::Private::addFold(TileSnapshot &snapshot, const BoundFold &bound, size_t position, qint64 nowUs) const
{
    WindowResult result = readWindow(bound.fold, nowUs, gaps);
    const bool isFirst = position == 0;
    const std::vector<size_t> &all = tiles[bound.tile].folds;
    const bool isOnly = all.size() == 1 || (all.size() == 2 && folds[all.back()].isMarks);
    if (isFirst) {
        snapshot.value = result.value;
        snapshot.previous = tiles[bound.tile].spec.showDelta ? result.previous : std::nullopt;
        snapshot.bucketUs = result.bucketUs;
        snapshot.runningBucketUs = result.runningBucketUs;
        snapshot.windowFromUs = result.window.fromUs;
        snapshot.windowToUs = result.window.toUs;
    }
    snapshot.windowFromUs = std::min(snapshot.windowFromUs, result.window.fromUs);
    snapshot.windowToUs = std::max(snapshot.windowToUs, result.window.toUs);
    for (Series &series : result.series) {
        // Keys must tell apart what several bindings bring.
        if (!isOnly) {
            series.key = QString::number(position) + u'/' + series.key;
            if (!bound.fold.binding().label.isEmpty() && bound.fold.store().isGrouped())
                series.label = bound.fold.binding().label + u" · "_s + series.label;
        }
        snapshot.series.append(series);
    }
    const bool byArrival = bound.fold.binding().timeBasis == TimeBasis::Arrival;
    addKind(snapshot, tiles[bound.tile].spec, bound.fold, result, byArrival ? gaps : withoutSilence(gaps),
            isOnly ? QString() : QString::number(position) + u'/');
    snapshot.matched += result.tally.matched;
    snapshot.unverified += result.tally.unverified;
    snapshot.simulated += result.tally.simulated;
    snapshot.groupsTotal += result.groupsTotal;
    snapshot.groupLimit = std::max(snapshot.groupLimit, result.groupLimit);
    snapshot.approximate = snapshot.approximate || result.approximate;
    snapshot.openPairs += bound.fold.openPairs();
    bound.fold.addSkipped(snapshot.skipped);
    // The sum of nothing is 0; the sum of events that all had to be skipped is not known.
    if (isFirst && result.tally.matched == 0 && needsNumber(bound.fold.binding().aggregation) &&
        !snapshot.skipped.isEmpty())
        snapshot.value.reset();
    snapshot.lastEventUs = std::max(snapshot.lastEventUs, bound.fold.lastEventUs());
    const qint64 interval = bound.fold.usualIntervalUs();
    if (interval > 0 && (snapshot.usualIntervalUs == 0 || interval < snapshot.usualIntervalUs))
        snapshot.usualIntervalUs = interval;
    if (bound.rows) {
        const bool byNumber = bound.fold.ring() != nullptr;
        const qint64 most = byNumber ? bound.fold.ring()->size() : RowFold::kMaxRows;
        const Span window = byNumber ? Span{0, std::numeric_limits<qint64>::max()} : result.window;
        snapshot.rows = bound.rows->rows(window, most);
    }
}

TileSnapshot BoardFold::Private::snapshot(const BoardTile &tile, qint64 nowUs) const
{
    TileSnapshot snapshot;
    snapshot.tileId = tile.spec.id;
    snapshot.revision = tile.revision;
    snapshot.error = tile.error;
    snapshot.uptoSeq = uptoSeq;
    if (tile.error)
        return snapshot;
    for (size_t i = 0; i < tile.folds.size(); ++i) {
        const BoundFold &bound = folds[tile.folds[i]];
        if (bound.isMarks)
            snapshot.marks = marksOf(bound.rows->rows({snapshot.windowFromUs, snapshot.windowToUs}, kMostMarks));
        else
            addFold(snapshot, bound, i, nowUs);
    }
    const bool byArrival = std::all_of(tile.spec.bindings.begin(), tile.spec.bindings.end(),
                                       [](const Binding &binding) { return binding.timeBasis == TimeBasis::Arrival; });
    for (const Gap &gap : byArrival ? gaps : withoutSilence(gaps)) {
        const Gap inside{std::max(gap.fromUs, snapshot.windowFromUs), std::min(gap.toUs, snapshot.windowToUs)};
        if (inside.fromUs < inside.toUs)
            snapshot.gaps.append(inside);
    }
    if (showsTotals(tile.spec)) {
        std::stable_sort(snapshot.series.begin(), snapshot.series.end(), [](const Series &a, const Series &b) {
            if (a.other != b.other)
                return b.other;
            return a.total.has_value() != b.total.has_value() ? a.total.has_value() : a.total > b.total;
        });
    }
    return snapshot;
}

QList<TileSnapshot> BoardFold::snapshots(qint64 nowUs, bool all)
{
    QList<TileSnapshot> result;
    for (BoardTile &tile : d->tiles) {
        const bool moved = d->hasMoved(tile, nowUs);
        const bool changed = tile.dirty || moved;
        if (changed)
            ++tile.revision;
        tile.dirty = false;
        if (changed || all)
            result.append(d->snapshot(tile, nowUs));
    }
    return result;
}

} // namespace hookboard
