// PayloadModel: a JsonOutline as a tree of one column. Keys and values come out raw by role; PayloadDelegate draws them
// as plain text. GUI thread.
#pragma once

#include "ui/events/jsonoutline.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QSet>
#include <QtWidgets/QStyledItemDelegate>

namespace hookboard {

class PayloadModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int kNodeRole = Qt::UserRole + 1; // index into outline().nodes
    static constexpr int kUsedRole = Qt::UserRole + 2; // whether a tile reads this field

    using QAbstractItemModel::QAbstractItemModel;

    void setOutline(const JsonOutline &outline);
    const JsonOutline &outline() const { return m_outline; }
    void setUsed(const QSet<int> &nodes);
    QModelIndex indexOf(int node) const;
    const OutlineNode *nodeAt(const QModelIndex &index) const;
    // "23 fields", "1 item"; empty for a leaf.
    static QString countText(const OutlineNode &node);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool hidesRoot() const; // an object or array shows its members at the top
    JsonOutline m_outline;
    QSet<int> m_used;
};

class PayloadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace hookboard
