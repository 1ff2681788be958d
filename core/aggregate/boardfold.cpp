#include "core/aggregate/boardfold.h"

#include "core/aggregate/annotationfold.h"
#include "core/aggregate/rowfold.h"
#include "core/aggregate/specdigest.h"
#include "core/aggregate/windowreader.h"
#include "core/mapping/sharedpaths.h"
#include "core/types/sentence.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// A binding that nothing reaches is still saved now and then, or every start would read the journal from its old place.
constexpr quint64 kSaveAfter = 5'000;

struct BoundFold
{
    TileFold fold;
    std::optional<RowFold> rows;
    size_t tile = 0;
    QByteArray key;
    QByteArray digest;
    quint64 restoredUpto = 0;
    quint64 savedUpto = 0;
    bool changed = false;
    bool isMarks = false; // annotations, after the bindings of their tile
};

struct BoardTile
{
    TileSpec spec;
    std::vector<size_t> folds;
    std::optional<Error> error;
    quint64 revision = 0;
    bool dirty = true;
    QList<Span> shown; // the bucket in which the last snapshot was made, for each fold
};

bool isRows(const TileSpec &spec)
{
    return spec.kind == TileKind::Table || spec.kind == TileKind::Feed;
}

bool hasOneBinding(const TileSpec &spec)
{
    return isRows(spec) || spec.kind == TileKind::Gauge || spec.kind == TileKind::Histogram;
}

bool showsTotals(const TileSpec &spec)
{
    return spec.kind == TileKind::Bar || spec.kind == TileKind::Donut;
}

// The binding as it is folded; a donut has its own number of groups to show.
Binding foldedBinding(const TileSpec &spec, qsizetype index)
{
    Binding binding = TileFold::effective(spec.bindings.at(index), spec.kind);
    if (spec.kind == TileKind::Donut)
        binding.topN = spec.options.donut.maxSlices;
    return binding;
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
    // What happened while nobody listened is known once it was delivered later, by the time that it names itself.
    const bool happened = fold.binding().timeBasis == TimeBasis::Event;
    const QList<Gap> unknown = happened ? QList<Gap>() : gaps;
    for (Lane &lane : states->lanes(result.counted, unknown, fold.plan().display(), spec.options.states.holdLast)) {
        lane.key.prepend(keyPrefix);
        if (lane.label.isEmpty())
            lane.label = fold.binding().label;
        snapshot.lanes.append(std::move(lane));
    }
    snapshot.groupsTotal += states->groupsTotal();
    if (states->isShort(result.counted))
        snapshot.groupLimit = quint64(StateFold::kMaxLanes);
}

QByteArray stateOf(const BoundFold &bound)
{
    StateWriter out;
    bound.fold.write(out);
    if (bound.rows)
        bound.rows->write(out);
    return out.sealed();
}

Result<std::vector<ValueText>> compileColumns(const TileSpec &spec, SharedPaths &paths)
{
    std::vector<ValueText> columns;
    for (const TableColumn &column : spec.columns) {
        auto path = ValueText::compile(column.path, &paths);
        if (const auto *error = std::get_if<PathError>(&path)) {
            return Error{ErrorCode::InvalidArgument,
                         Sentence::tr("Column \"%1\": %2 (at position %3 of \"%4\").")
                             .arg(column.title, error->message, QString::number(error->position), column.path)};
        }
        columns.push_back(std::get<ValueText>(std::move(path)));
    }
    return columns;
}

} // namespace

struct BoardFold::Private
{
    QByteArray boardId;
    std::vector<BoardTile> tiles;
    std::vector<BoundFold> folds; // in the order of the mapper's bindings
    SharedPaths paths;            // of bindings, filters and columns
    std::optional<Mapper> mapper;
    EventView view;
    QList<Gap> gaps;
    EventNeeds needs{false, false, false, QList<EventNeeds::Kind>()};
    quint64 uptoSeq = 0;
    bool allCovered = false;

    void addTile(const TileSpec &spec);
    std::optional<Error> addFolds(const TileSpec &spec);
    std::optional<Error> addMarks(const TileSpec &feed);
    void need(const Binding &binding, const SharedPaths::Reads &reads);
    void compile();
    void take(int index, const Measurement &measurement);
    void cover(qint64 receivedUs);
    bool restore(BoundFold &bound, const Checkpoint &checkpoint);
    bool hasMoved(BoardTile &tile, qint64 nowUs);
    TileSnapshot snapshot(const BoardTile &tile, qint64 nowUs) const;
    void addFold(TileSnapshot &snapshot, const BoundFold &bound, size_t position, qint64 nowUs) const;
};

void BoardFold::Private::addTile(const TileSpec &spec)
{
    BoardTile tile;
    tile.spec = spec;
    tiles.push_back(std::move(tile));
    const size_t before = folds.size();
    const std::optional<Error> error = addFolds(spec);
    if (error) {
        folds.erase(folds.begin() + qsizetype(before), folds.end());
        tiles.back().error = error;
        return;
    }
    for (size_t i = before; i < folds.size(); ++i)
        tiles.back().folds.push_back(i);
}

std::optional<Error> BoardFold::Private::addFolds(const TileSpec &spec)
{
    if (spec.bindings.isEmpty())
        return Error{ErrorCode::InvalidArgument, Sentence::tr("This tile has no binding: choose what it shows.")};
    Result<std::vector<ValueText>> columns = std::vector<ValueText>();
    if (isRows(spec))
        columns = compileColumns(spec, paths);
    if (!columns)
        return columns.error();
    const qsizetype count = hasOneBinding(spec) ? 1 : spec.bindings.size();
    for (qsizetype i = 0; i < count; ++i) {
        const Binding binding = foldedBinding(spec, i);
        SharedPaths own;
        if (const auto probe = Mapper::compile({binding}, &own); !probe)
            return probe.error();
        if (isRows(spec))
            static_cast<void>(compileColumns(spec, own));
        need(binding, own.reads());
        BoundFold bound{TileFold(binding, spec.kind), {}, tiles.size() - 1, {}, {}, 0, 0, false, false};
        if (isRows(spec))
            bound.rows.emplace(columns.value(), spec.rowLimit);
        bound.key = boardId + '/' + spec.id.toUtf8() + '/' + QByteArray::number(i);
        bound.digest = specDigest(spec, binding);
        folds.push_back(std::move(bound));
    }
    const std::optional<TileSpec> feed = annotationFeed(spec);
    return feed ? addMarks(*feed) : std::nullopt;
}

std::optional<Error> BoardFold::Private::addMarks(const TileSpec &feed)
{
    const Binding binding = TileFold::effective(feed.bindings.first(), feed.kind);
    const auto columns = compileColumns(feed, paths);
    if (!columns)
        return columns.error();
    SharedPaths own;
    if (const auto probe = Mapper::compile({binding}, &own); !probe)
        return probe.error();
    static_cast<void>(compileColumns(feed, own));
    need(binding, own.reads());
    BoundFold bound{TileFold(binding, feed.kind), {}, tiles.size() - 1, {}, {}, 0, 0, false, true};
    bound.rows.emplace(columns.value(), feed.rowLimit);
    bound.key = boardId + '/' + feed.id.toUtf8() + "/marks";
    bound.digest = specDigest(feed, binding);
    folds.push_back(std::move(bound));
    return std::nullopt;
}

void BoardFold::Private::need(const Binding &binding, const SharedPaths::Reads &reads)
{
    const bool namedTime = binding.timeBasis == TimeBasis::Event && binding.time.isEmpty();
    needs.deliveryId = needs.deliveryId || reads.deliveryId;
    needs.occurredAt = needs.occurredAt || reads.occurredAt || namedTime;
    needs.envelope = needs.envelope || reads.envelope;
    if (!reads.payload || !needs.bodies)
        return;
    const QStringList types =
        binding.pairing ? QStringList{binding.pairing->startType, binding.pairing->endType} : binding.types;
    if (binding.source.isEmpty() && types.isEmpty()) {
        needs.bodies.reset();
        return;
    }
    for (const QString &type : types.isEmpty() ? QStringList{QString()} : types) {
        const EventNeeds::Kind kind{binding.source, type};
        if (!needs.bodies->contains(kind))
            needs.bodies->append(kind);
    }
}

void BoardFold::Private::compile()
{
    QList<Binding> bindings;
    for (const BoundFold &bound : folds)
        bindings.append(bound.fold.binding());
    auto compiled = Mapper::compile(bindings, &paths);
    if (compiled) {
        mapper.emplace(std::move(compiled).value());
    } else {
        for (BoardTile &tile : tiles)
            tile.error = compiled.error();
    }
}

void BoardFold::Private::take(int index, const Measurement &measurement)
{
    BoundFold &bound = folds[size_t(index)];
    if (measurement.seq <= bound.restoredUpto || !bound.fold.add(measurement))
        return;
    if (bound.rows && measurement.skipped == SkipReason::None)
        bound.rows->add(measurement, view);
    bound.changed = true;
    tiles[bound.tile].dirty = true;
}

void BoardFold::Private::cover(qint64 receivedUs)
{
    for (BoundFold &bound : folds)
        bound.fold.cover(receivedUs);
    allCovered = true;
}

BoardFold::BoardFold(const BoardSpec &spec)
    : d(std::make_unique<Private>())
{
    d->boardId = spec.id.toUtf8();
    for (const TileSpec &tile : spec.tiles)
        d->addTile(tile);
    d->compile();
}

BoardFold::~BoardFold() = default;
BoardFold::BoardFold(BoardFold &&) noexcept = default;
BoardFold &BoardFold::operator=(BoardFold &&) noexcept = default;

bool BoardFold::Private::restore(BoundFold &bound, const Checkpoint &checkpoint)
{
    if (checkpoint.specDigest != bound.digest)
        return false;
    StateReader in(checkpoint.state);
    TileFold fold(bound.fold.binding(), bound.fold.tileKind());
    if (in.ok())
        fold.read(in);
    std::optional<RowFold> rows;
    if (bound.rows)
        rows.emplace(bound.rows->emptied());
    if (rows && in.ok())
        rows->read(in);
    if (!in.atEnd())
        return false;
    bound.fold = std::move(fold);
    bound.rows = std::move(rows);
    bound.restoredUpto = checkpoint.uptoSeq;
    bound.savedUpto = checkpoint.uptoSeq;
    return true;
}

quint64 BoardFold::restore(const std::vector<Checkpoint> &checkpoints)
{
    for (BoundFold &bound : d->folds) {
        for (const Checkpoint &checkpoint : checkpoints) {
            if (checkpoint.key == bound.key && d->restore(bound, checkpoint))
                break;
        }
    }
    quint64 upto = d->folds.empty() ? 0 : d->folds.front().restoredUpto;
    for (const BoundFold &bound : d->folds)
        upto = std::min(upto, bound.restoredUpto);
    d->uptoSeq = upto;
    return upto;
}

void BoardFold::fold(const StoredEvent &event, std::optional<JsonPath::Node> root)
{
    if (event.seq <= d->uptoSeq)
        return;
    if (!d->allCovered)
        d->cover(event.receivedUs);
    if (d->mapper) {
        d->view.reset(event, root);
        d->mapper->map(d->view, [this](int index, const Measurement &measurement) { d->take(index, measurement); });
    }
    d->uptoSeq = event.seq;
}

quint64 BoardFold::uptoSeq() const
{
    return d->uptoSeq;
}

const EventNeeds &BoardFold::needs() const
{
    return d->needs;
}

std::vector<Checkpoint> BoardFold::checkpoints(bool onlyChanged)
{
    std::vector<Checkpoint> result;
    for (BoundFold &bound : d->folds) {
        // A fold that was restored ahead of the others is as far as it was, until they have caught up.
        const quint64 upto = std::max(d->uptoSeq, bound.restoredUpto);
        if (onlyChanged && !bound.changed && upto - bound.savedUpto < kSaveAfter)
            continue;
        result.push_back({bound.key, bound.digest, upto, stateOf(bound)});
        bound.savedUpto = upto;
        bound.changed = false;
    }
    return result;
}

void BoardFold::setGaps(QList<Gap> gaps)
{
    if (gaps == d->gaps)
        return;
    d->gaps = std::move(gaps);
    for (BoardTile &tile : d->tiles)
        tile.dirty = true;
}

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
    addKind(snapshot, tiles[bound.tile].spec, bound.fold, result, gaps,
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
    // Events may name a time before anybody listened, so that only their arrival can be missing there.
    const bool byArrival = std::all_of(tile.spec.bindings.begin(), tile.spec.bindings.end(),
                                       [](const Binding &binding) { return binding.timeBasis == TimeBasis::Arrival; });
    for (const Gap &gap : gaps) {
        if (gap.fromUs == 0 && !byArrival)
            continue;
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
