// TableTile: events as rows, payload fields as columns, newest first.
#pragma once

#include "ui/dashboard/tiles/rowstile.h"

class QTableView;

namespace hookboard {

class TableTile : public RowsTile
{
    Q_OBJECT
public:
    TableTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

protected:
    void rowsChanged() override;
    void layoutBody(const QRect &body, bool visible) override;
    int bleed() const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    int leastWidth(int column) const;
    void copySelection() const;

    QTableView *m_table = nullptr;
    QList<int> m_wanted;    // widths the contents asked for
    bool m_resized = false; // by the user: leave the columns alone
};

} // namespace hookboard
