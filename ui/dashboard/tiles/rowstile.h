// RowsTile: what table and feed share: an item view as body that holds still while somebody reads it. TableTile and
// FeedTile choose view, columns and delegate.
#pragma once

#include "ui/dashboard/tile.h"
#include "ui/dashboard/tiles/rowsmodel.h"

#include <QtCore/QTimer>

class QAbstractItemView;
class QPushButton;

namespace hookboard {

class RowsTile : public Tile
{
    Q_OBJECT
public:
    RowsTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    void paintStatic(QPainter &painter) override;

protected:
    // `shown`: what the view shows of the model; null = the model itself.
    void setView(QAbstractItemView *view, QAbstractItemModel *shown = nullptr);
    RowsModel &model() const { return *m_model; }
    virtual QList<TableColumn> columns() const { return spec().columns; }
    virtual void rowsChanged() {}

    void prepare() override;
    void contextMoved() override;
    void layoutBody(const QRect &body, bool visible) override;
    void paintBody(QPainter &painter, const QRect &body) override;
    // How far the view reaches beyond the body, to the edges of the tile.
    virtual int bleed() const { return 0; }
    virtual int rowHeight() const = 0;
    virtual int headHeight() const { return 0; }

private:
    bool isHeld() const;
    void letGo();
    void showRows();
    void updateHeldButton(const QRect &body, bool visible);

    RowsModel *m_model = nullptr;
    QAbstractItemView *m_view = nullptr;
    QPushButton *m_heldButton = nullptr;
    QTimer m_settle;
    QList<Binding> m_askedFor; // what the rows that are shown, or come next, are to answer
};

} // namespace hookboard
