#include "core/aggregate/boardfoldparts.h"

#include "core/aggregate/annotationfold.h"
#include "core/aggregate/specdigest.h"
#include "core/types/sentence.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// A binding that nothing reaches is still saved now and then, or every start would read the journal from its old place.
constexpr quint64 kSaveAfter = 5'000;

bool isRows(const TileSpec &spec)
{
    return spec.kind == TileKind::Table || spec.kind == TileKind::Feed;
}

bool hasOneBinding(const TileSpec &spec)
{
    return isRows(spec) || spec.kind == TileKind::Gauge || spec.kind == TileKind::Histogram;
}

// The binding as it is folded; a donut has its own number of groups to show.
Binding foldedBinding(const TileSpec &spec, qsizetype index)
{
    Binding binding = TileFold::effective(spec.bindings.at(index), spec.kind);
    if (spec.kind == TileKind::Donut)
        binding.topN = spec.options.donut.maxSlices;
    return binding;
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
    if (d->folds.empty())
        return kNothingToRead;
    quint64 upto = d->folds.front().restoredUpto;
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

} // namespace hookboard
