#include "ui/dashboard/tiles/rowsmodel.h"

#include "ui/dashboard/tilewords.h"
#include "ui/dashboard/valuelooks.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr QChar kEnDash(0x2013);
constexpr qsizetype kCellLimit = 200;

QString booleanText(const Scalar &value)
{
    if (const auto *b = std::get_if<bool>(&value.value()))
        return *b ? QCoreApplication::translate("Tile", "yes") : QCoreApplication::translate("Tile", "no");
    return plainLine(value.toText(), kCellLimit);
}

// Long texts are cut as bytes first: a megabyte is not worth decoding for one line.
QString shortText(const Scalar &value)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value.value()))
        return plainLine(QString::fromUtf8(bytes->first(std::min<qsizetype>(bytes->size(), 4 * kCellLimit))),
                         kCellLimit);
    return value.toText();
}

QDate dayOf(qint64 timeUs)
{
    return QDateTime::fromMSecsSinceEpoch(timeUs / 1000).date();
}

} // namespace

TileState stateOf(const Row &row)
{
    if (row.simulated)
        return TileState::Simulated;
    return row.verified ? TileState::Live : TileState::Unverified;
}

std::optional<qint64> momentUs(const Scalar &value)
{
    if (const auto number = value.toDouble()) {
        const double size = std::abs(*number);
        const double factor = size < 1e11 ? 1e6 : size < 1e14 ? 1e3 : size < 1e17 ? 1 : 1e-3;
        if (!std::isfinite(*number) || size > 4e18)
            return std::nullopt;
        return qint64(*number * factor);
    }
    const QDateTime time = QDateTime::fromString(shortText(value), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch() * 1000;
}

QString cellText(const Cell &cell, const TableColumn &column, const NumberFormat &format, const QLocale &locale,
                 qint64 nowUs)
{
    if (cell.missing || cell.value.isAbsent())
        return kEnDash;
    switch (column.format) {
    case TableColumn::Format::Number:
        return cell.value.isNumber() ? formatNumber(cell.value, format, locale).text() : shortText(cell.value);
    case TableColumn::Format::Time:
        if (const auto moment = momentUs(cell.value))
            return formatMoment(*moment, nowUs, locale, true);
        break;
    case TableColumn::Format::RelativeTime:
        if (const auto moment = momentUs(cell.value))
            return formatAge(*moment, nowUs, locale);
        break;
    case TableColumn::Format::Boolean:
        return booleanText(cell.value);
    case TableColumn::Format::Text:
    case TableColumn::Format::Badge:
    case TableColumn::Format::Json:
        break;
    }
    return shortText(cell.value);
}

RowsModel::RowsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RowsModel::setColumns(const QList<TableColumn> &columns)
{
    if (m_columns == columns)
        return;
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

void RowsModel::setLooks(const QList<StateLook> &looks, const QString &nullText)
{
    m_looks = looks;
    m_nullText = nullText;
}

void RowsModel::setRows(const QList<Row> &rows, quint64 newAfterSeq)
{
    m_newAfterSeq = newAfterSeq;
    const quint64 newest = m_rows.isEmpty() ? 0 : m_rows.first().seq;
    const auto fresh =
        std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.seq <= newest; }) - rows.begin();
    const qsizetype kept = std::min(rows.size() - fresh, m_rows.size());
    const bool continues = std::equal(m_rows.begin(), m_rows.begin() + kept, rows.begin() + fresh,
                                      [](const Row &a, const Row &b) { return a.seq == b.seq; });
    if (!continues || kept == 0 || fresh + kept < rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (kept < m_rows.size()) {
        beginRemoveRows({}, int(kept), int(m_rows.size()) - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        m_rows = rows;
        endInsertRows();
    }
}

// An age is written in seconds while it is short, and never finer than in minutes after that.
bool RowsModel::readsOtherwise(const Row &row, int column, qint64 beforeUs) const
{
    const std::optional<qint64> moment =
        column < row.cells.size() ? momentUs(row.cells[column].value) : std::optional<qint64>();
    if (!moment)
        return false;
    const qint64 before = beforeUs - *moment;
    const qint64 now = m_nowUs - *moment;
    const qint64 unit = std::min(before, now) < kMinuteUs ? kSecondUs : kMinuteUs;
    return std::max<qint64>(0, before) / unit != std::max<qint64>(0, now) / unit;
}

void RowsModel::setNow(qint64 nowUs)
{
    const qint64 before = std::exchange(m_nowUs, nowUs);
    if (before == nowUs || m_rows.isEmpty())
        return;
    const bool sameDay = dayOf(before) == dayOf(nowUs);
    for (int column = 0; column < m_columns.size(); ++column) {
        const TableColumn::Format format = m_columns[column].format;
        const bool ages = format == TableColumn::Format::RelativeTime;
        if (!ages && (format != TableColumn::Format::Time || sameDay))
            continue;
        const auto changed = [&](const Row &row) { return !ages || readsOtherwise(row, column, before); };
        const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), changed);
        if (first == m_rows.cend())
            continue;
        const auto last = std::find_if(m_rows.crbegin(), m_rows.crend(), changed);
        emit dataChanged(index(int(first - m_rows.cbegin()), column), index(int(m_rows.crend() - last) - 1, column),
                         {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

void RowsModel::settle()
{
    m_newAfterSeq = m_rows.isEmpty() ? 0 : m_rows.first().seq;
}

bool RowsModel::isNumeric(int column) const
{
    return column < m_columns.size() && m_columns[column].format == TableColumn::Format::Number;
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::max<qsizetype>(1, m_columns.size()));
}

QString RowsModel::text(const Row &row, int column) const
{
    if (column >= m_columns.size() || column >= row.cells.size())
        return plainLine(row.type.isEmpty() ? row.source : row.type, kCellLimit);
    const Cell &cell = row.cells[column];
    if (const StateLook *known = look(row, column))
        return wordOf(*known);
    if (!m_nullText.isEmpty() && (cell.missing || cell.value.isAbsent() || cell.value.isNull()))
        return plainLine(m_nullText, kCellLimit);
    return cellText(cell, m_columns[column], m_format, m_locale, m_nowUs);
}

// The first cell stands for its row.
QString RowsModel::signedText(const Row &row, int column, QChar between) const
{
    const QString word = column == 0 ? stateWord(stateOf(row)) : QString();
    return word.isEmpty() ? text(row, column) : word + between + text(row, column);
}

const StateLook *RowsModel::look(const Row &row, int column) const
{
    if (m_looks.isEmpty() || column >= m_columns.size() || column >= row.cells.size() || row.cells[column].missing)
        return nullptr;
    return lookOf(m_looks, row.cells[column].value);
}

QVariant RowsModel::sortValue(const Row &row, int column) const
{
    if (column >= m_columns.size() || column >= row.cells.size())
        return text(row, column);
    const Cell &cell = row.cells[column];
    if (cell.missing || cell.value.isAbsent() || cell.value.isNull())
        return {};
    const TableColumn::Format format = m_columns[column].format;
    if (format == TableColumn::Format::Time || format == TableColumn::Format::RelativeTime) {
        if (const auto moment = momentUs(cell.value))
            return double(*moment);
    }
    if (const auto number = cell.value.toDouble())
        return *number;
    return text(row, column);
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainTooltip(signedText(row, index.column(), u'\n'));
    case Qt::AccessibleTextRole:
        return signedText(row, index.column(), u' ');
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case ColumnRole:
        return index.column() < m_columns.size() ? int(m_columns[index.column()].format) : 0;
    case RowRole:
        return QVariant::fromValue(&row);
    case SortRole:
        return sortValue(row, index.column());
    case LookRole:
        return QVariant::fromValue(look(row, index.column()));
    case NewRole:
        return m_newAfterSeq > 0 && row.seq > m_newAfterSeq;
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (section >= m_columns.size())
        return tr("Event");
    const TableColumn &column = m_columns[section];
    return plainLine(column.title.isEmpty() ? column.path : column.title, 60);
}

} // namespace hookboard
