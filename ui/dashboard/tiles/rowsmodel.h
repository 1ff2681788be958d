// RowsModel: the rows of a table or feed tile for an item view, newest first. Keeps scroll and selection over an update
// by inserting what is new instead of resetting. GUI thread; owned by its tile.
#pragma once

#include "core/types/tilesnapshot.h"
#include "core/types/tilestate.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

namespace hookboard {

class RowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    // SortRole: a number (double), a text, or nothing where there is no value. LookRole: the StateLook for a value.
    enum Role { ColumnRole = Qt::UserRole, RowRole, NewRole, SortRole, LookRole };

    explicit RowsModel(QObject *parent);

    void setColumns(const QList<TableColumn> &columns);
    void setLocale(const QLocale &locale) { m_locale = locale; }
    void setLooks(const QList<StateLook> &looks, const QString &nullText);
    void setNumberFormat(const NumberFormat &format) { m_format = format; }
    // Rows with a seq above `newAfterSeq` are shown as new.
    void setRows(const QList<Row> &rows, quint64 newAfterSeq);
    // What relative times are related to.
    void setNow(qint64 nowUs);
    // The rows lose their "new" look.
    void settle();

    const QList<Row> &rows() const { return m_rows; }
    const QList<TableColumn> &columns() const { return m_columns; }
    bool isNumeric(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row &row, int column) const;
    QString signedText(const Row &row, int column, QChar between) const;
    bool readsOtherwise(const Row &row, int column, qint64 beforeUs) const;
    QVariant sortValue(const Row &row, int column) const;
    const StateLook *look(const Row &row, int column) const;

    QList<TableColumn> m_columns;
    QList<Row> m_rows;
    quint64 m_newAfterSeq = 0;
    qint64 m_nowUs = 0;
    QLocale m_locale;
    NumberFormat m_format;
    QList<StateLook> m_looks;
    QString m_nullText; // empty = an en dash
};

// What its reader has to know of the event behind a row; Live = nothing.
TileState stateOf(const Row &row);
// Text of a cell as its column wants it; an en dash when the path selected nothing.
QString cellText(const Cell &cell, const TableColumn &column, const NumberFormat &format, const QLocale &locale,
                 qint64 nowUs);
// A moment from a payload: seconds, milliseconds, micro- or nanoseconds since 1970, or ISO 8601; nullopt when neither.
std::optional<qint64> momentUs(const Scalar &value);

} // namespace hookboard
