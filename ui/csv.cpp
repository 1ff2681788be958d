#include "ui/csv.h"

#include <QtCore/QStringList>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

QString exported(const QModelIndex &cell)
{
    const QVariant value = cell.data(kExportRole);
    switch (value.typeId()) {
    case QMetaType::Double:
        return std::isfinite(value.toDouble()) ? QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)
                                               : QString();
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    default:
        return csvField(value.isValid() ? value.toString() : cell.data().toString());
    }
}

QStringList shownCells(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < row.model()->columnCount(); ++column)
        cells << row.siblingAtColumn(column).data().toString();
    return cells;
}

} // namespace

QString csvField(const QString &text)
{
    QString field = text;
    if (!field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
        field.prepend(u'\'');
    if (field.contains(u',') || field.contains(u'"') || field.contains(u'\n') || field.contains(u'\r'))
        return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
    return field;
}

QString csvOf(const QAbstractItemModel &model)
{
    QStringList lines;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header << csvField(model.headerData(column, Qt::Horizontal).toString());
    lines << header.join(u',');
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < model.columnCount(); ++column)
            fields << exported(model.index(row, column));
        lines << fields.join(u',');
    }
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

QString csvOf(const QModelIndexList &rows)
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList fields;
        for (int column = 0; column < row.model()->columnCount(); ++column)
            fields << exported(row.siblingAtColumn(column));
        lines << fields.join(u',');
    }
    return lines.join(u"\r\n"_s);
}

QString tabbedText(const QModelIndexList &rows)
{
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines << shownCells(row).join(u'\t');
    return lines.join(u'\n');
}

} // namespace hookboard
