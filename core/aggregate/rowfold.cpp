#include "core/aggregate/rowfold.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr qsizetype kMaxName = 4'096;

bool isBefore(const Row &a, const Row &b)
{
    return a.timeUs != b.timeUs ? a.timeUs < b.timeUs : a.seq < b.seq;
}

// What evaluate() gives is a copy of its own already; only what is too long must be copied again.
Scalar cut(Scalar value, qsizetype &left)
{
    const auto *text = std::get_if<QByteArray>(&value.value());
    if (!text)
        return value;
    qsizetype size = std::min({text->size(), RowFold::kMaxCellBytes, left});
    while (size > 0 && size < text->size() && (quint8(text->at(size)) & 0xC0) == 0x80)
        --size;
    left -= size;
    return size == text->size() ? value : Scalar(QByteArray(text->constData(), size));
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
    if (qsizetype(m_rows.size()) >= m_limit) {
        if (isBefore(row, m_rows.front()))
            return;
        // The cells of the row that leaves become those of the new one: a re-fold makes millions of them.
        row.cells = std::move(m_rows.front().cells);
        m_rows.pop_front();
    }
    fill(row, measurement, view);
    if (m_rows.empty() || isBefore(m_rows.back(), row))
        m_rows.push_back(std::move(row));
    else
        m_rows.insert(std::upper_bound(m_rows.begin(), m_rows.end(), row, isBefore), std::move(row));
}

void RowFold::fill(Row &row, const Measurement &measurement, const EventView &view) const
{
    row.source = view.event().source;
    row.type = view.event().type;
    row.verified = measurement.verified;
    row.simulated = measurement.simulated;
    row.cells.resize(qsizetype(m_columns.size()));
    qsizetype left = kMaxRowBytes;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        Scalar value = m_columns[size_t(i)].evaluate(view, true);
        Cell &cell = row.cells[i];
        cell.missing = value.isAbsent();
        cell.value = cut(std::move(value), left);
    }
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
