#include "ui/dashboard/tiles/feedtile.h"

#include "ui/dashboard/tiles/rowdelegates.h"

#include <QtWidgets/QListView>

namespace hookboard {

FeedTile::FeedTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : RowsTile(spec, theme, parent)
    , m_list(new QListView(this))
    , m_delegate(new FeedDelegate(m_list))
{
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(m_delegate);
    setView(m_list);
}

QList<TableColumn> FeedTile::columns() const
{
    return spec().columns.first(std::min<qsizetype>(1, spec().columns.size()));
}

void FeedTile::layoutBody(const QRect &body, bool visible)
{
    RowsTile::layoutBody(body, visible);
    m_list->setGeometry(body.adjusted(0, 0, theme().metrics().tilePadding, 0));
}

// The look of the window decides, which is not always that of the tile.
int FeedTile::rowHeight() const
{
    return std::max(1, m_list->sizeHintForRow(0));
}

void FeedTile::rowsChanged()
{
    m_delegate->setNow(context().nowUs);
}

// The time of a line has its date as well when that is another day.
void FeedTile::contextMoved()
{
    RowsTile::contextMoved();
    if (m_delegate->setNow(context().nowUs))
        m_list->viewport()->update();
}

} // namespace hookboard
