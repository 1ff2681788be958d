// SampleDelegate: a row of the sample: name and value, badges of the slots that use it, in how many events it is, and
// under it what is known of it. Payload is drawn plain and elided. GUI thread.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace hookboard {

struct SampleNode;
class SampleModel;
class Theme;

class SampleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the choice of items stands on the row of a list; empty for other rows.
    static QRect choiceRect(const QRect &row, const QModelIndex &index, const Theme &theme);

signals:
    void choiceWanted(const QModelIndex &list, const QPoint &at);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace hookboard
