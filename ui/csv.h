// CSV as in RFC 4180, from rows of a model. Texts come from payloads: what a spreadsheet would take for a formula is
// written so that it stays text. GUI thread.
#pragma once

#include <QtCore/QAbstractItemModel>
#include <QtCore/QString>

namespace hookboard {

// Where a model keeps what is exported instead of what is shown: numbers and times that other programs read.
inline constexpr int kExportRole = Qt::UserRole + 77;

QString csvField(const QString &text);
// The header and all rows; kExportRole before DisplayRole. Numbers (double, integers) are written with a point.
QString csvOf(const QAbstractItemModel &model);
// Chosen rows, without the header, as shown.
QString csvOf(const QModelIndexList &rows);
// The same with tabulators, for the clipboard.
QString tabbedText(const QModelIndexList &rows);

} // namespace hookboard
