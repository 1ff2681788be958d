// DataDialog: the data of a tile as a table that can be copied and written to a CSV file. Shows one moment and is made
// anew for another. The file is written by a worker. GUI thread.
#pragma once

#include "ui/dashboard/tilewords.h"

#include <QtWidgets/QDialog>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace hookboard {

class DataDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DataDialog(const TileFacts &facts, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }

private:
    void copy();
    void chooseFile();
    void writeFile(const QString &fileName);

    QString m_title;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_outcome = nullptr;
};

} // namespace hookboard
