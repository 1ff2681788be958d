// FrozenColumn: keeps the first column of a table in place while the others scroll sideways. A second view of the same
// rows that lies over the table and shows that column alone. GUI thread; owned by the table.
#pragma once

#include <QtWidgets/QTableView>

namespace hookboard {

class FrozenColumn : public QTableView
{
    Q_OBJECT
public:
    explicit FrozenColumn(QTableView &table);

    // After the model, the widths or the size of the table changed.
    void follow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView &m_table;
};

} // namespace hookboard
