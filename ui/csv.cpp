#include "ui/csv.h"

#include <QtCore/QStringList>

#include <algorithm>
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

// Spreadsheets take what begins like this for a formula, also in the full width of East Asian keyboards.
QString guarded(const QString &text)
{
    const bool formula = !text.isEmpty() && u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(text.front());
    return formula ? u'\'' + text : text;
}

QString shownCell(const QModelIndex &cell)
{
    QString text = cell.data().toString();
    const int type = cell.data(kExportRole).typeId();
    const bool number = type == QMetaType::Double || type == QMetaType::LongLong || type == QMetaType::ULongLong;
    for (const QChar separator : u"\t\r\n"_s)
        text.replace(separator, u' ');
    return number ? text : guarded(text);
}

QStringList shownCells(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < row.model()->columnCount(); ++column)
        cells << shownCell(row.siblingAtColumn(column));
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
    QString field = guarded(text);
    // Any separator, since the reader may be set to another one than the writer.
    const bool quoted = field.contains(style.separator()) ||
                        std::any_of(field.cbegin(), field.cend(), [](QChar c) { return u",;\t\"\n\r"_s.contains(c); });
    if (quoted)
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
