// FilterRow: one field above each column of a table, to type what its cells have to contain. Follows the widths and the
// scrolling of the header it belongs to. GUI thread; owned by the tile.
#pragma once

#include <QtWidgets/QWidget>

class QHeaderView;
class QLineEdit;

namespace hookboard {

class FilterRow : public QWidget
{
    Q_OBJECT
public:
    // The header outlives this.
    FilterRow(QHeaderView &header, QWidget *parent);

    // After the header has changed or scrolled.
    void follow();
    void focusFirst();
    void clear();
    QLineEdit *field(int column) const { return m_fields.value(column); }

signals:
    void filterChanged(int column, const QString &text);
    void closeWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    QHeaderView &m_header;
    QList<QLineEdit *> m_fields;
};

} // namespace hookboard
