// RowFold: the newest rows of a Table or Feed, with their cells evaluated from the event. Bounded: kMaxRows rows, texts
// cut at kMaxCellBytes, and all texts of a row together at kMaxRowBytes.
// A re-fold makes millions of rows and shows the last few: cells are kept as the bytes of a checkpoint, in memory that
// goes from the row that leaves to the one that comes, and become cells when somebody looks.
#pragma once

#include "core/aggregate/statecodec.h"
#include "core/aggregate/window.h"
#include "core/mapping/fieldpath.h"
#include "core/mapping/mapper.h"
#include "core/mapping/valuetext.h"
#include "core/types/tilesnapshot.h"

#include <deque>
#include <memory>

namespace hookboard {

class RowFold
{
public:
    static constexpr qsizetype kMaxRows = 1'000;
    static constexpr qsizetype kMaxColumns = 64;
    static constexpr qsizetype kMaxCellBytes = 4'096;
    static constexpr qsizetype kMaxRowBytes = 32'768;

    RowFold(std::vector<ValueText> columns, int limit);

    // The same columns and limit, without rows.
    RowFold emptied() const { return RowFold(m_columns, int(m_limit)); }

    void add(const Measurement &measurement, const EventView &view);
    // Newest first by the time of the binding.
    QList<Row> rows(const Span &window, qsizetype limit) const;

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    struct Kept
    {
        mutable Row row;   // its cells are empty until they were looked at
        std::string cells; // of each column: whether it is missing, and the value
        bool isBefore(const Kept &other) const
        {
            return row.timeUs != other.row.timeUs ? row.timeUs < other.row.timeUs : row.seq < other.row.seq;
        }
    };
    void fill(Kept &kept, const Measurement &measurement, const EventView &view) const;
    const Row &shown(const Kept &kept) const;

    std::vector<ValueText> m_columns;
    qsizetype m_limit;
    std::deque<std::unique_ptr<Kept>> m_rows; // ascending by time, then seq
};

} // namespace hookboard
