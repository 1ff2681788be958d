#include "core/mapping/jsonpathparser.h"

#include "core/types/sentence.h"

namespace hookboard::jsonpath {

using namespace Qt::Literals::StringLiterals;

bool Parser::absoluteQuery(Query &query)
{
    if (!m_lex.take(u'$'))
        return m_lex.fail(Sentence::tr("a query starts with $"));
    return segments(query);
}

bool Parser::segments(Query &query)
{
    for (;;) {
        const qsizetype before = m_lex.position();
        m_lex.skipBlanks();
        const qsizetype start = m_lex.position();
        Segment next;
        bool found = false;
        if (!segment(next, found))
            return false;
        if (!found) {
            m_lex.moveTo(before); // blanks belong to a query only in front of a segment
            return true;
        }
        if (++m_segments > kMaxSegments)
            return m_lex.failAt(start, Sentence::tr("a query has at most %1 segments").arg(kMaxSegments));
        query.singular = query.singular && next.isSingular();
        query.segments.push_back(std::move(next));
    }
}

bool Parser::segment(Segment &segment, bool &found)
{
    found = m_lex.peek() == u'.' || m_lex.peek() == u'[';
    if (!found)
        return true;
    segment.descendant = m_lex.take(u"..");
    if (m_lex.take(u'['))
        return bracketed(segment);
    if (!segment.descendant)
        m_lex.take(u'.');
    if (m_lex.take(u'*')) {
        segment.selectors.emplace_back(WildcardSelector());
        return true;
    }
    if (!m_lex.atName())
        return m_lex.fail(segment.descendant ? Sentence::tr("expected a name, * or [ after ..")
                                             : Sentence::tr("expected a name or * after ."));
    NameSelector name;
    if (!m_lex.name(name.name))
        return false;
    segment.selectors.emplace_back(std::move(name));
    return true;
}

bool Parser::bracketed(Segment &segment)
{
    do {
        m_lex.skipBlanks();
        if (!selector(segment.selectors))
            return false;
        m_lex.skipBlanks();
    } while (m_lex.take(u','));
    return m_lex.take(u']') || m_lex.fail(Sentence::tr("expected , or ]"));
}

bool Parser::selector(std::vector<Selector> &selectors)
{
    const char16_t c = m_lex.peek();
    if (c == u'\'' || c == u'"') {
        NameSelector name;
        if (!m_lex.quoted(name.name))
            return false;
        selectors.emplace_back(std::move(name));
        return true;
    }
    if (m_lex.take(u'*')) {
        selectors.emplace_back(WildcardSelector());
        return true;
    }
    if (c == u'?') {
        if (!enter())
            return false;
        m_lex.take(u'?');
        m_lex.skipBlanks();
        auto condition = std::make_unique<Expression>();
        if (!disjunction(*condition))
            return false;
        --m_nesting;
        selectors.emplace_back(FilterSelector{std::move(condition)});
        return true;
    }
    if (c == u':' || c == u'-' || (c >= u'0' && c <= u'9'))
        return indexOrSlice(selectors);
    return m_lex.fail(Sentence::tr("expected a name in quotes, a number, *, : or ?"));
}

bool Parser::optionalInteger(std::optional<qint64> &value)
{
    if (m_lex.peek() != u'-' && (m_lex.peek() < u'0' || m_lex.peek() > u'9'))
        return true;
    return m_lex.integer(value.emplace());
}

bool Parser::indexOrSlice(std::vector<Selector> &selectors)
{
    SliceSelector slice;
    if (!optionalInteger(slice.start))
        return false;
    const qsizetype afterNumber = m_lex.position();
    m_lex.skipBlanks();
    if (!m_lex.take(u':')) {
        m_lex.moveTo(afterNumber);
        selectors.emplace_back(IndexSelector{*slice.start});
        return true;
    }
    m_lex.skipBlanks();
    if (!optionalInteger(slice.end))
        return false;
    m_lex.skipBlanks();
    if (m_lex.take(u':')) {
        m_lex.skipBlanks();
        std::optional<qint64> step;
        if (!optionalInteger(step))
            return false;
        slice.step = step.value_or(1);
    }
    selectors.emplace_back(slice);
    return true;
}

} // namespace hookboard::jsonpath
