// CSV from rows of a model: plain as in RFC 4180, or as the spreadsheets of one country read it. Texts come from
// payloads: what a spreadsheet would take for a formula is written so that it stays text. GUI thread.
#pragma once

#include <QtCore/QAbstractItemModel>
#include <QtCore/QLocale>
#include <QtCore/QString>

#include <optional>

namespace hookboard {

// Where a model keeps what is exported instead of what is shown: numbers and times that other programs read.
inline constexpr int kExportRole = Qt::UserRole + 77;

// How numbers and fields are told apart. Plain: a decimal point and commas. Local: the decimal sign of a locale,
// without grouping, and semicolons where that sign is a comma.
struct CsvStyle
{
    std::optional<QLocale> locale; // absent = plain
    QChar separator() const;
    QString number(double value) const;
};

QString csvField(const QString &text, const CsvStyle &style = {});
// The header and all rows; kExportRole before DisplayRole.
QString csvOf(const QAbstractItemModel &model, const CsvStyle &style = {});
// Chosen rows, without the header, as shown.
QString csvOf(const QModelIndexList &rows);
// The same with tabulators, for the clipboard.
QString tabbedText(const QModelIndexList &rows);

} // namespace hookboard
