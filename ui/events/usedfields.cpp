#include "ui/events/usedfields.h"

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct PathStep
{
    QString name;
    std::optional<int> index; // of an item
    bool every = false;
};

bool isNameChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

// nullopt: not a path of names, indexes and wildcards.
class PathReader
{
public:
    explicit PathReader(QStringView text)
        : m_text(text)
    {}

    std::optional<QList<PathStep>> read()
    {
        QList<PathStep> steps;
        while (!m_text.isEmpty()) {
            const std::optional<PathStep> step = m_text.startsWith(u'.') ? member() : brackets();
            if (!step)
                return std::nullopt;
            steps << *step;
        }
        return steps;
    }

private:
    std::optional<PathStep> member()
    {
        m_text = m_text.mid(1);
        if (m_text.startsWith(u'*')) {
            m_text = m_text.mid(1);
            return PathStep{{}, {}, true};
        }
        const auto end = std::find_if_not(m_text.begin(), m_text.end(), isNameChar);
        const QString name = m_text.first(end - m_text.begin()).toString();
        m_text = m_text.mid(name.size());
        return name.isEmpty() ? std::nullopt : std::optional(PathStep{name, {}, false});
    }

    std::optional<PathStep> brackets()
    {
        if (!m_text.startsWith(u'['))
            return std::nullopt;
        const QChar quote = m_text.size() > 1 ? m_text[1] : QChar();
        if (quote == u'\'' || quote == u'"') {
            const qsizetype end = m_text.indexOf(QString(quote) + u']', 2);
            if (end < 0)
                return std::nullopt;
            const QString name = m_text.mid(2, end - 2).toString();
            m_text = m_text.mid(end + 2);
            return name.contains(u'\\') ? std::nullopt : std::optional(PathStep{name, {}, false});
        }
        const qsizetype end = m_text.indexOf(u']');
        if (end < 0)
            return std::nullopt;
        const QStringView inside = m_text.mid(1, end - 1);
        m_text = m_text.mid(end + 1);
        if (inside == u'*')
            return PathStep{{}, {}, true};
        bool number = false;
        const int index = inside.toInt(&number);
        return number ? std::optional(PathStep{{}, index, false}) : std::nullopt;
    }

    QStringView m_text;
};

QList<int> childrenOf(const JsonOutline &outline, int node, const PathStep &step)
{
    const OutlineNode &from = outline.nodes[node];
    if (step.every)
        return from.children;
    if (step.index) {
        if (from.kind != OutlineNode::Kind::Array)
            return {};
        const qsizetype at = *step.index < 0 ? from.children.size() + *step.index : *step.index;
        return at >= 0 && at < from.children.size() ? QList<int>{from.children[at]} : QList<int>();
    }
    QList<int> found;
    for (const int child : from.children) {
        if (from.kind == OutlineNode::Kind::Object && outline.nodes[child].key == step.name)
            found << child;
    }
    return found;
}

QList<int> follow(const JsonOutline &outline, const QList<int> &from, QStringView path)
{
    const auto steps = PathReader(path).read();
    if (!steps)
        return {};
    QList<int> nodes = from;
    for (const PathStep &step : *steps) {
        QList<int> next;
        for (const int node : std::as_const(nodes))
            next << childrenOf(outline, node, step);
        nodes = next;
    }
    return nodes;
}

// The paths of a value text: itself, or what stands in braces.
QStringList pathsOf(const QString &text)
{
    if (text.startsWith(u'$') || text.startsWith(u'@'))
        return {text};
    QStringList paths;
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at + 1)) {
        const qsizetype end = text.indexOf(u'}', at);
        if (end < 0)
            break;
        paths << text.mid(at + 1, end - at - 1).trimmed();
    }
    return paths;
}

} // namespace

QSet<int> usedNodes(const JsonOutline &outline, const Binding &binding)
{
    QSet<int> used;
    if (outline.nodes.isEmpty())
        return used;
    const QList<int> root{0};
    const QList<int> each =
        binding.each.startsWith(u'$') ? follow(outline, root, QStringView(binding.each).mid(1)) : root;
    for (const QString &text : {binding.value, binding.groupBy, binding.time}) {
        const QStringList paths = pathsOf(text);
        for (const QString &path : paths) {
            const QList<int> nodes = path.startsWith(u'$')   ? follow(outline, root, QStringView(path).mid(1))
                                     : path.startsWith(u'@') ? follow(outline, each, QStringView(path).mid(1))
                                                             : QList<int>();
            for (const int node : nodes) {
                if (node != 0)
                    used << node;
            }
        }
    }
    return used;
}

} // namespace hookboard
