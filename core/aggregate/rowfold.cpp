#include "core/aggregate/rowfold.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr qsizetype kMaxName = 4'096;

bool isBefore(const Row &a, const Row &b)
{
    return a.timeUs != b.timeUs ? a.timeUs < b.timeUs : a.seq < b.seq;
}

// A copy of its own: the bytes of an event may not outlive the fold of it.
Scalar cut(const Scalar &value, qsizetype &left)
{
    const auto *text = std::get_if<QByteArray>(&value.value());
    if (!text)
        return value;
    qsizetype size = std::min({text->size(), RowFold::kMaxCellBytes, left});
    while (size > 0 && size < text->size() && (quint8(text->at(size)) & 0xC0) == 0x80)
        --size;
    left -= size;
    return Scalar(QByteArray(text->constData(), size));
}

} // namespace

RowFold::RowFold(std::vector<FieldPath> columns, int limit)
    : m_columns(std::move(columns))
    , m_limit(std::clamp<qsizetype>(limit, 1, kMaxRows))
{
    if (qsizetype(m_columns.size()) > kMaxColumns)
        m_columns.resize(size_t(kMaxColumns));
}

void RowFold::add(const Measurement &measurement, const EventView &view)
{
    Row row;
    row.seq = measurement.seq;
    row.timeUs = measurement.timeUs;
    const bool isFull = qsizetype(m_rows.size()) >= m_limit;
    if (isFull && isBefore(row, m_rows.front()))
        return;
    row.source = view.event().source;
    row.type = view.event().type;
    row.verified = measurement.verified;
    row.simulated = measurement.simulated;
    row.cells.reserve(qsizetype(m_columns.size()));
    qsizetype left = kMaxRowBytes;
    for (const FieldPath &column : m_columns) {
        const Scalar value = column.evaluate(view, true);
        row.cells.append({cut(value, left), value.isAbsent()});
    }
    m_rows.insert(std::upper_bound(m_rows.begin(), m_rows.end(), row, isBefore), std::move(row));
    if (isFull)
        m_rows.pop_front();
}

QList<Row> RowFold::rows(const Span &window, qsizetype limit) const
{
    QList<Row> result;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && result.size() < limit; ++row) {
        if (window.contains(row->timeUs))
            result.append(*row);
    }
    return result;
}

void RowFold::write(StateWriter &out) const
{
    out.number(m_rows.size());
    for (const Row &row : m_rows) {
        out.number(row.seq);
        out.integer(row.timeUs);
        out.bytes(row.source.toUtf8());
        out.bytes(row.type.toUtf8().left(kMaxName));
        out.number((row.verified ? 1u : 0u) | (row.simulated ? 2u : 0u));
        for (const Cell &cell : row.cells) {
            out.flag(cell.missing);
            out.scalar(cell.value);
        }
    }
}

void RowFold::read(StateReader &in)
{
    const qsizetype size = in.count(m_limit);
    for (qsizetype i = 0; i < size && in.ok(); ++i) {
        Row row;
        row.seq = in.number();
        row.timeUs = in.integer();
        row.source = QString::fromUtf8(in.bytes(kMaxName));
        row.type = QString::fromUtf8(in.bytes(kMaxName));
        const quint64 flags = in.number();
        row.verified = flags & 1;
        row.simulated = flags & 2;
        for (size_t column = 0; column < m_columns.size(); ++column) {
            Cell cell;
            cell.missing = in.flag();
            cell.value = in.scalar(kMaxCellBytes);
            row.cells.append(cell);
        }
        m_rows.push_back(std::move(row));
    }
}

} // namespace hookboard
