#include "ui/mapping/samplemodel.h"

#include "ui/events/jsonoutline.h"
#include "ui/mapping/fieldwords.h"
#include "ui/style/plaintext.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostSampleNodes = 4'000;
constexpr qsizetype kMostConditions = 24;

using Choice = ItemChoice::Kind;

QString chosenStep(const ItemChoice &choice)
{
    switch (choice.kind) {
    case Choice::First:
        return u"[0]"_s;
    case Choice::Last:
        return u"[-1]"_s;
    case Choice::Each:
        return u"[*]"_s;
    case Choice::Where:
        return u"[?"_s + choice.condition + u']';
    case Choice::Undecided:
        break;
    }
    return {};
}

SampleNode::Kind kindOf(OutlineNode::Kind kind)
{
    switch (kind) {
    case OutlineNode::Kind::Object:
        return SampleNode::Kind::Object;
    case OutlineNode::Kind::Array:
        return SampleNode::Kind::Array;
    case OutlineNode::Kind::Text:
        return SampleNode::Kind::Text;
    case OutlineNode::Kind::Number:
        return SampleNode::Kind::Number;
    case OutlineNode::Kind::Word:
        break;
    }
    return SampleNode::Kind::Word;
}

QString quoted(const QString &text)
{
    QString out = text;
    out.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u'\'' + out + u'\'';
}

} // namespace

// Lays the outline of the event out as nodes, then adds the fields that only the facts know.
class SampleModel::Builder
{
public:
    explicit Builder(SampleModel &model)
        : m_model(model)
    {
        for (int i = 0; i < m_model.m_samples.fields.size(); ++i)
            m_facts.insert(m_model.m_samples.fields[i].path, i);
    }

    void body()
    {
        const int section = begin(tr("Body"));
        if (m_model.m_event)
            m_outline = readJsonOutline(m_model.m_event->payload);
        if (!m_outline.nodes.isEmpty())
            visitChildren(m_outline.nodes.first(), section, u"$"_s, u"$"_s);
        addUnseen(section, u"$"_s);
        m_model.m_nodes[section].value = m_model.m_nodes[section].children.isEmpty() ? tr("none") : QString();
    }
    void headers()
    {
        const int section = begin(tr("Headers"));
        if (m_model.m_event) {
            for (const auto &[name, value] : m_model.m_event->headers.fields())
                single(section, QString::fromLatin1(name), u"header:"_s + QString::fromLatin1(name),
                       QString::fromUtf8(value));
        }
        addUnseen(section, u"header:"_s);
        end(section);
    }
    void query()
    {
        const int section = begin(tr("Query"));
        const QByteArray target = m_model.m_event ? m_model.m_event->target : QByteArray();
        const qsizetype mark = target.indexOf('?');
        const QList<QByteArray> parts = mark < 0 ? QList<QByteArray>() : target.mid(mark + 1).split('&');
        for (const QByteArray &part : parts) {
            const QString name =
                QString::fromLatin1(part.left(part.indexOf('=') < 0 ? part.size() : part.indexOf('=')));
            if (!name.isEmpty())
                single(section, QUrl::fromPercentEncoding(name.toLatin1()), u"query:"_s + name,
                       QUrl::fromPercentEncoding(part.mid(name.size() + 1).replace('+', ' ')));
        }
        addUnseen(section, u"query:"_s);
        end(section);
    }

private:
    int begin(const QString &name)
    {
        SampleNode node;
        node.kind = SampleNode::Kind::Section;
        node.key = name;
        return m_model.add(-1, node);
    }
    void end(int section)
    {
        const qsizetype count = m_model.m_nodes[section].children.size();
        m_model.m_nodes[section].value = count == 0 ? tr("none") : QLocale().toString(count);
    }
    int factsOf(const QString &path) const { return m_facts.value(path, -1); }

    void single(int parent, const QString &key, const QString &path, const QString &value)
    {
        if (m_seen.contains(path) || m_model.m_nodes.size() >= kMostSampleNodes)
            return;
        SampleNode node;
        node.kind = SampleNode::Kind::Text;
        node.key = key;
        node.value = value.left(JsonOutline::kMaxText);
        node.path = node.factsPath = path;
        node.facts = factsOf(path);
        m_seen.insert(path, m_model.add(parent, node));
    }

    void visit(const OutlineNode &from, int parent, const QString &key, const QString &path, const QString &known)
    {
        if (m_model.m_nodes.size() >= kMostSampleNodes)
            return;
        SampleNode node;
        node.kind = kindOf(from.kind);
        node.key = key;
        node.value = from.value;
        node.path = path;
        node.factsPath = known;
        node.facts = factsOf(known);
        const int made = m_model.add(parent, node);
        m_seen.insert(known, made);
        if (from.kind == OutlineNode::Kind::Array)
            visitItems(from, made, path, known);
        else
            visitChildren(from, made, path, known);
    }
    void visitChildren(const OutlineNode &from, int parent, const QString &path, const QString &known)
    {
        if (from.kind == OutlineNode::Kind::Array) { // a list as the whole body
            visit(from, parent, tr("items"), path, known);
            return;
        }
        const QList<int> children = from.children;
        for (const int child : children) {
            const OutlineNode &member = m_outline.nodes[child];
            const QString step = memberStep(member.key);
            visit(member, parent, member.key, path.isEmpty() ? QString() : path + step, known + step);
        }
    }
    // The fields of the item that is meant stand under the list itself.
    void visitItems(const OutlineNode &from, int parent, const QString &path, const QString &known)
    {
        m_model.m_nodes[parent].value = QString::number(from.children.size());
        const ItemChoice choice = m_model.m_choices.value(known);
        const QString step = chosenStep(choice);
        const QString next = path.isEmpty() || step.isEmpty() ? QString() : path + step;
        if (from.children.isEmpty())
            return;
        const OutlineNode &item = m_outline.nodes[itemFor(from, choice)];
        if (item.kind == OutlineNode::Kind::Object) {
            visitChildren(item, parent, next, known + u"[*]"_s);
            m_seen.insert(known + u"[*]"_s, parent);
        } else {
            visit(item, parent, tr("item"), next, known + u"[*]"_s);
        }
    }
    int itemFor(const OutlineNode &list, const ItemChoice &choice) const
    {
        if (choice.kind == Choice::Last)
            return list.children.last();
        for (const int item : list.children) {
            if (choice.kind != Choice::Where)
                break;
            for (const int member : m_outline.nodes[item].children) {
                const OutlineNode &one = m_outline.nodes[member];
                if (choice.condition == u'@' + memberStep(one.key) + u" == "_s + quoted(one.value))
                    return item;
            }
        }
        return list.children.first();
    }

    // What other events have and this one has not, below its nearest parent that is shown.
    void addUnseen(int section, const QString &prefix)
    {
        for (int i = 0; i < m_model.m_samples.fields.size(); ++i) {
            const FieldFacts &facts = m_model.m_samples.fields[i];
            if (!facts.path.startsWith(prefix) || m_seen.contains(facts.path) || facts.path == prefix ||
                m_model.m_nodes.size() >= kMostSampleNodes)
                continue;
            const auto [parentPath, key] = splitLast(facts.path);
            const int parent = m_seen.value(parentPath, section);
            SampleNode node;
            node.kind = facts.usualKind() == FieldKind::Object  ? SampleNode::Kind::Object
                        : facts.usualKind() == FieldKind::Array ? SampleNode::Kind::Array
                                                                : SampleNode::Kind::Missing;
            node.key = key;
            node.factsPath = facts.path;
            node.facts = i;
            node.path = pathBelow(parent, facts.path, parentPath);
            if (facts.path.endsWith("[*]"_L1) && facts.usualKind() == FieldKind::Object) {
                m_seen.insert(facts.path, parent); // its fields stand under the list
                continue;
            }
            m_seen.insert(facts.path, m_model.add(parent, node));
        }
    }
    QString pathBelow(int parent, const QString &path, const QString &parentPath) const
    {
        const SampleNode &above = m_model.m_nodes[parent];
        if (above.kind == SampleNode::Kind::Section)
            return path;
        const QString step = path.sliced(parentPath.size());
        if (above.kind != SampleNode::Kind::Array)
            return above.path.isEmpty() ? QString() : above.path + step;
        const QString chosen = chosenStep(m_model.m_choices.value(above.factsPath));
        if (above.path.isEmpty() || chosen.isEmpty())
            return {};
        return above.path + chosen + (step == "[*]"_L1 ? QString() : step);
    }
    static std::pair<QString, QString> splitLast(const QString &path)
    {
        if (path.endsWith("[*]"_L1))
            return {path.chopped(3), tr("item")};
        if (path.endsWith("']"_L1)) {
            const qsizetype open = path.lastIndexOf("['"_L1);
            return {path.left(open), path.sliced(open + 2).chopped(2)};
        }
        const qsizetype dot = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u':'));
        return {path.left(dot), path.sliced(dot + 1)};
    }

    SampleModel &m_model;
    JsonOutline m_outline;
    QHash<QString, int> m_facts;
    QHash<QString, int> m_seen; // facts path -> node
};

void SampleModel::setSample(const SampledFields &samples, const std::optional<StoredEvent> &event)
{
    m_samples = samples;
    m_event = event;
    rebuild();
}

void SampleModel::rebuild()
{
    beginResetModel();
    m_nodes.clear();
    m_sections.clear();
    Builder builder(*this);
    builder.body();
    builder.headers();
    builder.query();
    endResetModel();
}

int SampleModel::add(int parent, SampleNode node)
{
    const int made = int(m_nodes.size());
    QList<int> &siblings = parent < 0 ? m_sections : m_nodes[parent].children;
    node.parent = parent;
    node.row = int(siblings.size());
    siblings.append(made);
    m_nodes.append(std::move(node));
    return made;
}

void SampleModel::setTile(const TileSpec &tile, qsizetype binding)
{
    m_tile = tile;
    m_binding = binding;
    const auto before = m_choices;
    for (const Slot slot : {Slot::Value, Slot::Time, Slot::GroupBy})
        takeChoices(slotPath(tile, binding, slot));
    for (const TableColumn &column : tile.columns)
        takeChoices(column.path);
    if (m_choices != before)
        rebuild();
    else if (!m_sections.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_sections.size()) - 1, 0));
}

// A path that is in use says which items are meant.
void SampleModel::takeChoices(const QString &path)
{
    for (qsizetype open = path.indexOf(u'['); open >= 0; open = path.indexOf(u'[', open + 1)) {
        const QString list = factsPath(QStringView(path).first(open));
        const QStringView step = QStringView(path).sliced(open);
        if (m_choices.contains(list))
            continue;
        if (step.startsWith(u"[0]"_s))
            m_choices.insert(list, {Choice::First, {}});
        else if (step.startsWith(u"[-1]"_s))
            m_choices.insert(list, {Choice::Last, {}});
        else if (step.startsWith(u"[*]"_s))
            m_choices.insert(list, {Choice::Each, {}});
        else if (step.startsWith(u"[?"_s) && step.indexOf(u']') > 0)
            m_choices.insert(list, {Choice::Where, step.sliced(2, step.indexOf(u']') - 2).toString()});
    }
}

void SampleModel::setChoice(const QModelIndex &list, const ItemChoice &choice)
{
    const SampleNode *one = node(list);
    if (!one || !one->isList() || m_choices.value(one->factsPath) == choice)
        return;
    m_choices.insert(one->factsPath, choice);
    rebuild();
}

ItemChoice SampleModel::choice(const QModelIndex &list) const
{
    const SampleNode *one = node(list);
    return one ? m_choices.value(one->factsPath) : ItemChoice();
}

QList<std::pair<QString, QString>> SampleModel::conditionsFor(const QModelIndex &list) const
{
    QList<std::pair<QString, QString>> conditions;
    const SampleNode *one = node(list);
    if (!one)
        return conditions;
    const QString items = one->factsPath + u"[*]"_s;
    for (const FieldFacts &facts : m_samples.fields) {
        const bool member = facts.path.startsWith(items) && facts.usualKind() == FieldKind::Text &&
                            !QStringView(facts.path).sliced(items.size()).contains(u'[') &&
                            facts.path.size() > items.size() && facts.path.count(u'.') == items.count(u'.') + 1;
        if (!member)
            continue;
        const QString step = facts.path.sliced(items.size());
        for (const auto &[word, count] : facts.top) {
            if (conditions.size() < kMostConditions)
                conditions.append({u'@' + step + u" == "_s + quoted(word),
                                   tr("%1 is %2").arg(fieldWord(facts.path), isolatedLine(word, 40))});
        }
    }
    return conditions;
}

const SampleNode *SampleModel::node(const QModelIndex &index) const
{
    return index.isValid() ? &m_nodes[qsizetype(index.internalId())] : nullptr;
}

const FieldFacts *SampleModel::facts(const QModelIndex &index) const
{
    const SampleNode *one = node(index);
    return one && one->facts >= 0 ? &m_samples.fields[one->facts] : nullptr;
}

QList<Slot> SampleModel::badges(const QModelIndex &index) const
{
    const SampleNode *one = node(index);
    return one ? slotsUsing(m_tile, m_binding, one->path) : QList<Slot>();
}

QModelIndex SampleModel::indexOf(int number) const
{
    return createIndex(m_nodes[number].row, 0, quintptr(number));
}

QModelIndex SampleModel::indexOfPath(const QString &path) const
{
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (!path.isEmpty() && (m_nodes[i].path == path || m_nodes[i].factsPath == path))
            return indexOf(i);
    }
    return {};
}

QString SampleModel::literal(const QModelIndex &index) const
{
    const SampleNode *one = node(index);
    if (!one)
        return {};
    switch (one->kind) {
    case SampleNode::Kind::Text:
        return filterLiteral(one->value);
    case SampleNode::Kind::Number:
    case SampleNode::Kind::Word:
        return one->value;
    default:
        return {};
    }
}

QModelIndex SampleModel::undecidedList(const QModelIndex &index) const
{
    const SampleNode *one = node(index);
    if (!one || !one->path.isEmpty() || one->kind == SampleNode::Kind::Section)
        return {};
    QModelIndex found;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        if (node(above)->isList() && choice(above).kind == Choice::Undecided)
            found = above; // the outermost first: the others hang on it
    }
    return found;
}

bool SampleModel::isLeaf(const SampleNode &node)
{
    return node.kind == SampleNode::Kind::Text || node.kind == SampleNode::Kind::Number ||
           node.kind == SampleNode::Kind::Word || node.kind == SampleNode::Kind::Missing;
}

} // namespace hookboard
