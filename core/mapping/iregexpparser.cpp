#include "core/mapping/iregexptree.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hookboard::iregexp {

namespace {

constexpr int kMaxNesting = 64;
constexpr int kMaxCount = 100'000; // larger ones are read as this, which is too large for anything

class Parser
{
public:
    explicit Parser(QStringView pattern)
        : m_in(pattern)
    {}

    std::optional<Tree> run(Problem &problem)
    {
        Tree tree;
        if (alternatives(tree.root, 0) && atEnd()) {
            tree.sets.resize(m_sets.size());
            for (auto &[set, index] : m_sets)
                tree.sets[std::size_t(index)] = set;
            return tree;
        }
        problem = {m_tooLargeAt.value_or(std::min(m_at, m_in.size())), m_tooLargeAt.has_value()};
        return std::nullopt;
    }

private:
    bool atEnd() const { return m_at >= m_in.size(); }
    char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead].unicode() : u'\0';
    }
    bool next(char16_t c) const { return !atEnd() && peek() == c; }
    bool take(char16_t c)
    {
        if (!next(c))
            return false;
        ++m_at;
        return true;
    }

    bool alternatives(Node &node, int nesting)
    {
        if (nesting > kMaxNesting)
            return false;
        Node choice;
        choice.kind = Node::Kind::Choice;
        choice.steps = -1;
        do {
            Node sequence;
            sequence.steps = 0;
            while (!atEnd() && !next(u'|') && !next(u')')) {
                Node piece;
                const qsizetype start = m_at;
                if (!atom(piece, nesting) || !quantifier(piece))
                    return false;
                sequence.steps += piece.steps;
                sequence.children.push_back(std::move(piece));
                if (!fits(sequence, start))
                    return false;
            }
            sequence.steps = std::max<qint64>(sequence.steps, 1);
            choice.steps += sequence.steps + 1;
            choice.children.push_back(std::move(sequence));
        } while (take(u'|'));
        node = choice.children.size() == 1 ? std::move(choice.children.front()) : std::move(choice);
        return fits(node, m_at);
    }

    // The repetition, or whatever else made it too large, begins at `start`.
    bool fits(const Node &node, qsizetype start)
    {
        if (node.steps > kMaxSteps)
            m_tooLargeAt = m_tooLargeAt.value_or(start);
        return node.steps <= kMaxSteps;
    }

    bool atom(Node &node, int nesting)
    {
        if (take(u'('))
            return alternatives(node, nesting + 1) && take(u')');
        CodePointSet set;
        if (next(u'[')) {
            if (!characterClass(set))
                return false;
        } else if (take(u'.')) {
            set = CodePointSet{{u'\n', u'\n'}, {u'\r', u'\r'}}.complement();
        } else if (isCategory()) {
            if (!category(set))
                return false;
        } else {
            static constexpr QStringView kSpecial = u"()*+?[]{|}.";
            const std::optional<char32_t> c = kSpecial.contains(QChar(peek())) ? std::nullopt : character();
            if (!c)
                return false;
            set.add({*c, *c});
        }
        node.kind = Node::Kind::Set;
        node.set = m_sets.try_emplace(std::move(set), int(m_sets.size())).first->second;
        return true;
    }

    bool quantifier(Node &piece)
    {
        const qsizetype start = m_at;
        int minimum = 0;
        std::optional<int> maximum;
        if (take(u'+')) {
            minimum = 1;
        } else if (take(u'?')) {
            maximum = 1;
        } else if (take(u'{')) {
            if (!count(minimum))
                return false;
            maximum = minimum;
            if (take(u',')) {
                maximum.reset();
                if (!next(u'}') && !count(maximum.emplace()))
                    return false;
            }
            if (!take(u'}'))
                return false;
            if (maximum && *maximum < minimum) {
                m_at = start;
                return false;
            }
        } else if (!take(u'*')) {
            return true;
        }
        Node repeat;
        repeat.kind = Node::Kind::Repeat;
        repeat.minimum = minimum;
        repeat.maximum = maximum;
        const qint64 copies = maximum ? *maximum : std::max(minimum, 1);
        repeat.steps = piece.steps * copies + (maximum ? *maximum - minimum : 1) + 1;
        repeat.children.push_back(std::move(piece));
        piece = std::move(repeat);
        return fits(piece, start);
    }

    bool count(int &number)
    {
        const qsizetype from = m_at;
        for (number = 0; peek() >= u'0' && peek() <= u'9'; ++m_at)
            number = std::min(number * 10 + (peek() - u'0'), kMaxCount);
        return m_at > from;
    }

    // One code point that stands for itself, or an escaped one.
    std::optional<char32_t> character()
    {
        if (atEnd())
            return std::nullopt;
        if (next(u'\\'))
            return escaped();
        const QChar c = m_in[m_at];
        if (!c.isSurrogate()) {
            ++m_at;
            return c.unicode();
        }
        if (!c.isHighSurrogate() || !QChar::isLowSurrogate(peek(1)))
            return std::nullopt;
        m_at += 2;
        return QChar::surrogateToUcs4(c, m_in[m_at - 1]);
    }

    std::optional<char32_t> escaped()
    {
        static constexpr QStringView kEscapable = u"()*+-.?[\\]^nrt{|}";
        const char16_t c = peek(1);
        if (m_at + 1 >= m_in.size() || !kEscapable.contains(QChar(c)))
            return std::nullopt;
        m_at += 2;
        return c == u'n' ? u'\n' : c == u'r' ? u'\r' : c == u't' ? u'\t' : c;
    }

    bool isCategory() const { return next(u'\\') && (peek(1) == u'p' || peek(1) == u'P'); }

    bool category(CodePointSet &set)
    {
        const bool inverted = peek(1) == u'P';
        m_at += 2;
        if (!take(u'{') || atEnd())
            return false;
        const char16_t major = peek();
        const char16_t minor = peek(1) == u'}' ? u'\0' : peek(1);
        const CodePointSet *known = CodePointSet::category(major, minor);
        if (!known)
            return false;
        m_at += minor == 0 ? 1 : 2;
        set.add(inverted ? known->complement() : *known);
        return take(u'}');
    }

    bool characterClass(CodePointSet &set)
    {
        ++m_at;
        const bool inverted = take(u'^');
        bool any = take(u'-');
        if (any)
            set.add({u'-', u'-'});
        while (!next(u']')) {
            if (atEnd())
                return false;
            any = true;
            if (take(u'-')) { // only as the last one
                set.add({u'-', u'-'});
                break;
            }
            if (!(isCategory() ? category(set) : range(set)))
                return false;
        }
        set.normalize();
        if (inverted)
            set = set.complement();
        return any && take(u']');
    }

    bool range(CodePointSet &set)
    {
        const qsizetype start = m_at;
        const std::optional<char32_t> first = classCharacter();
        std::optional<char32_t> last = first;
        if (first && next(u'-') && m_at + 1 < m_in.size() && peek(1) != u']') {
            ++m_at;
            last = classCharacter();
            if (last && *last < *first) {
                m_at = start;
                return false;
            }
        }
        if (!last)
            return false;
        set.add({*first, *last});
        return true;
    }

    std::optional<char32_t> classCharacter()
    {
        const bool special = next(u'[') || next(u']') || next(u'-') || isCategory();
        return special ? std::nullopt : character();
    }

    QStringView m_in;
    qsizetype m_at = 0;
    std::optional<qsizetype> m_tooLargeAt;
    std::map<CodePointSet, int> m_sets;
};

} // namespace

std::optional<Tree> parseIRegexp(QStringView pattern, Problem &problem)
{
    return Parser(pattern).run(problem);
}

} // namespace hookboard::iregexp
