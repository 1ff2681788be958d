// SampleModel: one event as a tree: body, headers, query, each field with what is known of it over many events. Fields
// that others have and this one lacks are there too. Which item of a list is meant is chosen per list; until then its
// fields have no path. GUI thread.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"
#include "ui/mapping/bindingslots.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>

namespace hookboard {

// Which items of a list a path goes on with.
struct ItemChoice
{
    enum class Kind { Undecided, First, Last, Each, Where } kind = Kind::Undecided;
    QString condition; // Where: "@.sku == 'A'"
    friend bool operator==(const ItemChoice &, const ItemChoice &) = default;
};

struct SampleNode
{
    // No underlying type beside a class with tr(): the lupdate of Qt 6.8 takes it for the base of a class.
    enum class Kind { Section, Object, Array, Text, Number, Word, Missing };
    Kind kind = Kind::Missing;
    int parent = -1; // index of the node; -1 = a section
    int row = 0;
    QList<int> children;
    QString key;
    QString value; // bounded; of a section: how many
    QString path;  // as a binding needs it; empty where a list is undecided, and for sections
    QString factsPath;
    int facts = -1; // index in fields()
    bool isList() const { return kind == Kind::Array; }
};

class SampleModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    // The event to show; absent shows what the facts tell alone.
    void setSample(const SampledFields &samples, const std::optional<StoredEvent> &event);
    // For badges and for the choices that its paths contain.
    void setTile(const TileSpec &tile, qsizetype binding);
    void setChoice(const QModelIndex &list, const ItemChoice &choice);
    ItemChoice choice(const QModelIndex &list) const;
    // "@.sku == 'A'" and what it says, for each text of the items that this event has.
    QList<std::pair<QString, QString>> conditionsFor(const QModelIndex &list) const;

    const SampledFields &samples() const { return m_samples; }
    const TileSpec &tile() const { return m_tile; }
    const SampleNode *node(const QModelIndex &index) const;
    const FieldFacts *facts(const QModelIndex &index) const; // null = nothing is known
    QList<Slot> badges(const QModelIndex &index) const;
    QModelIndex indexOfPath(const QString &path) const;
    // The value as a literal of the filter language; empty when it is no single value.
    QString literal(const QModelIndex &index) const;
    // The list above this node that nobody has decided about yet; invalid when its path is complete.
    QModelIndex undecidedList(const QModelIndex &index) const;
    static bool isLeaf(const SampleNode &node);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

    static constexpr QLatin1StringView kPathMime{"application/x-hookboard-path"};

private:
    class Builder;
    void rebuild();
    int add(int parent, SampleNode node);
    void takeChoices(const QString &path);
    QModelIndex indexOf(int node) const;

    SampledFields m_samples;
    std::optional<StoredEvent> m_event;
    TileSpec m_tile;
    qsizetype m_binding = 0;
    QList<SampleNode> m_nodes;
    QList<int> m_sections;
    QHash<QString, ItemChoice> m_choices; // by facts path of the list
};

} // namespace hookboard
