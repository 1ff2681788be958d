// RowFold: the newest rows of a Table or Feed, with their cells evaluated from the event. Bounded: kMaxRows rows, texts
// cut at kMaxCellBytes, and all texts of a row together at kMaxRowBytes.
#pragma once

#include "core/aggregate/statecodec.h"
#include "core/aggregate/window.h"
#include "core/mapping/fieldpath.h"
#include "core/mapping/mapper.h"
#include "core/types/tilesnapshot.h"

#include <deque>

namespace hookboard {

class RowFold
{
public:
    static constexpr qsizetype kMaxRows = 1'000;
    static constexpr qsizetype kMaxColumns = 64;
    static constexpr qsizetype kMaxCellBytes = 4'096;
    static constexpr qsizetype kMaxRowBytes = 32'768;

    RowFold(std::vector<FieldPath> columns, int limit);

    void add(const Measurement &measurement, const EventView &view);
    // Newest first by the time of the binding.
    QList<Row> rows(const Span &window, qsizetype limit) const;

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    void fill(Row &row, const Measurement &measurement, const EventView &view) const;

    std::vector<FieldPath> m_columns;
    qsizetype m_limit;
    std::deque<Row> m_rows; // ascending by time, then seq
};

} // namespace hookboard
