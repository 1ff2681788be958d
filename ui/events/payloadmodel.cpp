#include "ui/events/payloadmodel.h"

#include "ui/events/eventtext.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

void PayloadModel::setOutline(const JsonOutline &outline)
{
    beginResetModel();
    m_outline = outline;
    m_used.clear();
    endResetModel();
}

void PayloadModel::setUsed(const QSet<int> &nodes)
{
    const QSet<int> changed = m_used + nodes;
    m_used = nodes;
    for (const int node : changed) {
        const QModelIndex index = indexOf(node);
        emit dataChanged(index, index);
    }
}

QModelIndex PayloadModel::indexOf(int node) const
{
    if (node < 0 || node >= m_outline.nodes.size() || (node == 0 && hidesRoot()))
        return {};
    return createIndex(m_outline.nodes[node].rowInParent, 0, quintptr(node));
}

bool PayloadModel::hidesRoot() const
{
    return !m_outline.nodes.isEmpty() && !m_outline.nodes.first().children.isEmpty();
}

const OutlineNode *PayloadModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_outline.nodes[qsizetype(index.internalId())] : nullptr;
}

QModelIndex PayloadModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent)) {
        return {};
    }
    if (!parent.isValid() && !hidesRoot()) {
        return createIndex(0, 0, quintptr(0));
    }
    const OutlineNode &node = parent.isValid() ? *nodeAt(parent) : m_outline.nodes.first();
    return createIndex(row, 0, quintptr(node.children[row]));
}

QModelIndex PayloadModel::parent(const QModelIndex &child) const
{
    const OutlineNode *node = nodeAt(child);
    if (!node || node->parent < 0 || (node->parent == 0 && hidesRoot())) {
        return {};
    }
    return createIndex(m_outline.nodes[node->parent].rowInParent, 0, quintptr(node->parent));
}

int PayloadModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return int(nodeAt(parent)->children.size());
    }
    if (m_outline.nodes.isEmpty()) {
        return 0;
    }
    return hidesRoot() ? int(m_outline.nodes.first().children.size()) : 1;
}

int PayloadModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant PayloadModel::data(const QModelIndex &index, int role) const
{
    const OutlineNode *node = nodeAt(index);
    if (!node) {
        return {};
    }
    if (role == kNodeRole) {
        return int(index.internalId());
    }
    if (role == kUsedRole) {
        return m_used.contains(int(index.internalId()));
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const QString key = node->parent >= 0 && m_outline.nodes[node->parent].kind == OutlineNode::Kind::Array
                            ? u"[%1]"_s.arg(node->rowInParent)
                            : shownText(node->key);
    const QString value = node->kind == OutlineNode::Kind::Text ? u'"' + shownText(node->value) + u'"'
                                                                : countText(*node) + shownText(node->value);
    const QString text = QString(key + u' ' + value).trimmed();
    return role == Qt::AccessibleTextRole && m_used.contains(int(index.internalId()))
               ? tr("%1, used by the tile").arg(text)
               : text;
}

QString PayloadModel::countText(const OutlineNode &node)
{
    const int count = int(node.children.size());
    if (node.kind == OutlineNode::Kind::Object) {
        return count == 1 ? tr("1 field") : tr("%Ln fields", nullptr, count);
    }
    if (node.kind == OutlineNode::Kind::Array) {
        return count == 1 ? tr("1 item") : tr("%Ln items", nullptr, count);
    }
    return {};
}

void PayloadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PayloadModel *>(index.model());
    const OutlineNode *node = model ? model->nodeAt(index) : nullptr;
    if (!node) {
        return;
    }
    const Theme &theme = themeOf(option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, theme.colour(selected ? Colour::Selection : Colour::Hover));
    }
    if (index.data(PayloadModel::kUsedRole).toBool()) {
        if (!selected)
            painter->fillRect(option.rect, theme.colour(Colour::AccentTint));
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme.colour(Colour::Accent));
    }
    const bool item = node->parent >= 0 && model->outline().nodes[node->parent].kind == OutlineNode::Kind::Array;
    const QString key = item ? u"[%1]"_s.arg(node->rowInParent) : node->key;
    QRect rest = option.rect.adjusted(4, 0, -8, 0);
    if (!key.isEmpty()) {
        painter->setFont(theme.font(item ? TypeRole::Label : TypeRole::LabelStrong));
        painter->setPen(theme.colour(item ? Colour::TextSecondary : Colour::Text));
        const QString shown = elidedPlain(painter->fontMetrics(), key, rest.width() / 2);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(shown) + 10);
    }
    const bool text = node->kind == OutlineNode::Kind::Text;
    const bool container = node->kind == OutlineNode::Kind::Object || node->kind == OutlineNode::Kind::Array;
    painter->setFont(theme.font(container ? TypeRole::Caption : TypeRole::Code));
    painter->setPen(theme.colour(container ? Colour::TextSecondary : text ? Colour::Text : Colour::Link));
    const QString value = container ? PayloadModel::countText(*node)
                          : text    ? u'"' + plainLine(node->value) + u'"'
                                    : node->value;
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      elidedPlain(painter->fontMetrics(), value, rest.width()));
    painter->restore();
}

QSize PayloadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, themeOf(option.widget).metrics().treeRow - 4};
}

} // namespace hookboard
