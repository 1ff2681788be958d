#include "ui/csv.h"

#include <QtCore/QStringList>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

QString exported(const QModelIndex &cell, const CsvStyle &style)
{
    const QVariant value = cell.data(kExportRole);
    switch (value.typeId()) {
    case QMetaType::Double:
        return std::isfinite(value.toDouble()) ? style.number(value.toDouble()) : QString();
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    default:
        return csvField(value.isValid() ? value.toString() : cell.data().toString(), style);
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

QChar CsvStyle::separator() const
{
    return locale && locale->decimalPoint() == u","_s ? u';' : u',';
}

QString CsvStyle::number(double value) const
{
    if (!locale)
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    QLocale ungrouped = *locale;
    ungrouped.setNumberOptions(QLocale::OmitGroupSeparator);
    return ungrouped.toString(value, 'g', QLocale::FloatingPointShortest);
}

QString csvField(const QString &text, const CsvStyle &style)
{
    QString field = text;
    if (!field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
        field.prepend(u'\'');
    if (field.contains(style.separator()) || field.contains(u'"') || field.contains(u'\n') || field.contains(u'\r'))
        return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
    return field;
}

QString csvOf(const QAbstractItemModel &model, const CsvStyle &style)
{
    QStringList lines;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header << csvField(model.headerData(column, Qt::Horizontal).toString(), style);
    lines << header.join(style.separator());
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < model.columnCount(); ++column)
            fields << exported(model.index(row, column), style);
        lines << fields.join(style.separator());
    }
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

QString csvOf(const QModelIndexList &rows)
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList fields;
        for (int column = 0; column < row.model()->columnCount(); ++column)
            fields << exported(row.siblingAtColumn(column), {});
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
