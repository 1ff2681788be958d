// SampleModel as views see it: indexes, data and what is dragged.
#include "ui/events/jsonoutline.h"
#include "ui/mapping/fieldwords.h"
#include "ui/mapping/samplemodel.h"
#include "ui/style/plaintext.h"
#include <QtCore/QMimeData>
#include <QtCore/QUrl>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

QModelIndex SampleModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    const QList<int> &siblings = parent.isValid() ? node(parent)->children : m_sections;
    return createIndex(row, 0, quintptr(siblings[row]));
}

QModelIndex SampleModel::parent(const QModelIndex &child) const
{
    const SampleNode *one = node(child);
    return one && one->parent >= 0 ? indexOf(one->parent) : QModelIndex();
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(parent.isValid() ? node(parent)->children.size() : m_sections.size());
}

int SampleModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    const SampleNode *one = node(index);
    if (!one || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    if (role == Qt::ToolTipRole)
        return one->path.isEmpty() ? QVariant() : QVariant(plainTooltip(one->path));
    QString text = plainLine(one->key, 120) + u' ' + plainLine(one->value, 200);
    if (role == Qt::AccessibleTextRole) {
        if (const FieldFacts *known = facts(index)) {
            text += u", "_s + fieldNote(*known, QLocale()).text;
            text += u", "_s + tr("in %1 of %2 events").arg(known->events).arg(m_samples.events);
        }
        for (const Slot slot : badges(index))
            text += u", "_s + slotName(slot, m_tile.kind);
    }
    return text.trimmed();
}

Qt::ItemFlags SampleModel::flags(const QModelIndex &index) const
{
    const SampleNode *one = node(index);
    if (!one)
        return {};
    Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!one->path.isEmpty())
        all |= Qt::ItemIsDragEnabled;
    return all;
}

QStringList SampleModel::mimeTypes() const
{
    return {QString(kPathMime)};
}

QMimeData *SampleModel::mimeData(const QModelIndexList &indexes) const
{
    const SampleNode *one = indexes.isEmpty() ? nullptr : node(indexes.first());
    if (!one || one->path.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(QString(kPathMime), one->path.toUtf8());
    data->setText(one->path);
    return data;
}

} // namespace hookboard
