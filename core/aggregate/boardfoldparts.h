// BoardFold::Private: the folds of a board and the tiles that they make. Included by BoardFold's own .cpp files only.
#pragma once

#include "core/aggregate/boardfold.h"
#include "core/aggregate/rowfold.h"
#include "core/aggregate/tilefold.h"
#include "core/mapping/sharedpaths.h"

namespace hookboard {

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

} // namespace hookboard
