// FeedTile: events as lines: icon, time, text, source; the newest on top.
#pragma once

#include "ui/dashboard/tiles/rowstile.h"

class QListView;

namespace hookboard {

class FeedDelegate;

class FeedTile : public RowsTile
{
    Q_OBJECT
public:
    FeedTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

protected:
    QList<TableColumn> columns() const override;
    void rowsChanged() override;
    void contextMoved() override;
    void layoutBody(const QRect &body, bool visible) override;
    int rowHeight() const override;

private:
    QListView *m_list = nullptr;
    FeedDelegate *m_delegate = nullptr;
};

} // namespace hookboard
