// DataDialog: the data of a tile as a table that can be copied and written to a CSV file. Shows one moment and is made
// anew for another. The file is written by a worker. GUI thread.
#pragma once

#include "ui/dashboard/tilewords.h"

#include <QtWidgets/QDialog>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace hookboard {

// The data of a tile as rows, as shown and, by kExportRole, as other programs read them.
void fillTileData(QStandardItemModel &model, const TileFacts &facts);
// A name for a file with something of this title.
QString fileNameFor(const QString &title);

class DataDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DataDialog(const TileFacts &facts, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }

private:
    void copy();
    void chooseFile();
    void writeFile(const QString &fileName, bool local);

    QString m_title;
    QLocale m_locale;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_outcome = nullptr;
};

} // namespace hookboard
