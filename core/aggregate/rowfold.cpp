#include "core/aggregate/rowfold.h"

#include "core/types/utf8cut.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr qsizetype kMaxName = 4'096;
constexpr size_t kMostReused = 4'096; // memory of larger rows is given back

// Writes the bytes of one cell after another; what a row may hold of text shrinks as it goes.
class CellWriter
{
public:
    explicit CellWriter(std::string &cells)
        : m_out(cells)
    {}

    void add(const JsonValue &value, const EventView &view)
    {
        using Kind = JsonValue::Kind;
        m_out.flag(value.kind == Kind::Nothing);
        if (value.kind == Kind::Structure) {
            QByteArray json;
            writeJson(value.node, json, view.numberMark());
            text(json);
        } else if (value.kind == Kind::Text || value.kind == Kind::OutOfRange) {
            text(QByteArrayView(value.text.data(), qsizetype(value.text.size())));
        } else {
            m_out.scalar(toScalar(value));
        }
    }

private:
    void text(QByteArrayView whole)
    {
        const QByteArrayView kept = cutUtf8(whole, std::min(RowFold::kMaxCellBytes, m_left));
        m_left -= kept.size();
        m_out.text(kept);
    }

    StateWriter m_out;
    qsizetype m_left = RowFold::kMaxRowBytes;
};

// Assigning a shared text that is there already would count references for nothing.
void takeOver(QString &text, const QString &from)
{
    if (text.constData() != from.constData() || text.size() != from.size())
        text = from;
}

} // namespace

RowFold::RowFold(std::vector<ValueText> columns, int limit)
    : m_columns(std::move(columns))
    , m_limit(std::clamp<qsizetype>(limit, 1, kMaxRows))
{
    if (qsizetype(m_columns.size()) > kMaxColumns)
        m_columns.resize(size_t(kMaxColumns));
}

void RowFold::add(const Measurement &measurement, const EventView &view)
{
    std::unique_ptr<Kept> kept;
    if (qsizetype(m_rows.size()) >= m_limit) {
        const Row &oldest = m_rows.front()->row;
        if (measurement.timeUs < oldest.timeUs || (measurement.timeUs == oldest.timeUs && measurement.seq < oldest.seq))
            return;
        kept = std::move(m_rows.front());
        m_rows.pop_front();
    }
    if (!kept)
        kept = std::make_unique<Kept>();
    fill(*kept, measurement, view);
    if (m_rows.empty() || m_rows.back()->isBefore(*kept)) {
        m_rows.push_back(std::move(kept));
        return;
    }
    const auto isBefore = [](const auto &a, const auto &b) { return a->isBefore(*b); };
    m_rows.insert(std::upper_bound(m_rows.begin(), m_rows.end(), kept, isBefore), std::move(kept));
}

void RowFold::fill(Kept &kept, const Measurement &measurement, const EventView &view) const
{
    Row &row = kept.row;
    row.seq = measurement.seq;
    row.timeUs = measurement.timeUs;
    takeOver(row.source, view.event().source);
    takeOver(row.type, view.event().type);
    row.verified = measurement.verified;
    row.simulated = measurement.simulated;
    if (!row.cells.isEmpty())
        row.cells = {};
    if (kept.cells.capacity() > kMostReused)
        kept.cells = std::string();
    CellWriter cells(kept.cells);
    SkipReason why = SkipReason::None;
    for (const ValueText &column : m_columns)
        cells.add(column.find(view, why), view);
}

const Row &RowFold::shown(const Kept &kept) const
{
    if (!kept.row.cells.isEmpty() || m_columns.empty())
        return kept.row;
    StateReader in = StateReader::ofUnsealed(kept.cells);
    for (size_t column = 0; column < m_columns.size(); ++column) {
        const bool missing = in.flag();
        kept.row.cells.append({in.scalar(kMaxCellBytes), missing});
    }
    return kept.row;
}

QList<Row> RowFold::rows(const Span &window, qsizetype limit) const
{
    QList<Row> result;
    for (auto kept = m_rows.rbegin(); kept != m_rows.rend() && result.size() < limit; ++kept) {
        if (window.contains((*kept)->row.timeUs))
            result.append(shown(**kept));
    }
    return result;
}

void RowFold::write(StateWriter &out) const
{
    out.number(m_rows.size());
    for (const auto &kept : m_rows) {
        const Row &row = kept->row;
        out.number(row.seq);
        out.integer(row.timeUs);
        out.bytes(row.source.toUtf8());
        out.bytes(row.type.toUtf8().left(kMaxName));
        out.number((row.verified ? 1u : 0u) | (row.simulated ? 2u : 0u));
        out.written(kept->cells);
    }
}

void RowFold::read(StateReader &in)
{
    const qsizetype size = in.count(m_limit);
    for (qsizetype i = 0; i < size && in.ok(); ++i) {
        auto kept = std::make_unique<Kept>();
        kept->row.seq = in.number();
        kept->row.timeUs = in.integer();
        kept->row.source = QString::fromUtf8(in.bytes(kMaxName));
        kept->row.type = QString::fromUtf8(in.bytes(kMaxName));
        const quint64 flags = in.number();
        kept->row.verified = flags & 1;
        kept->row.simulated = flags & 2;
        StateWriter cells(kept->cells);
        for (size_t column = 0; column < m_columns.size(); ++column) {
            cells.flag(in.flag());
            cells.scalar(in.scalar(kMaxCellBytes));
        }
        m_rows.push_back(std::move(kept));
    }
}

} // namespace hookboard
