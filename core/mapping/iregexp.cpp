#include "core/mapping/iregexp.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// PCRE counts steps of backtracking; its own default of ten million takes a good part of a second.
constexpr auto kMatchLimit = "(*LIMIT_MATCH=100000)"_L1;
constexpr int kMaxNesting = 64;

// Reads the grammar of RFC 9485 section 3 and writes the same expression for PCRE.
class Translator
{
public:
    explicit Translator(QStringView pattern)
        : m_in(pattern)
    {}

    bool run() { return alternatives(0) && m_at == m_in.size(); }
    const QString &output() const { return m_out; }
    qsizetype position() const { return m_at; }

private:
    bool atEnd() const { return m_at >= m_in.size(); }
    char16_t peek() const { return atEnd() ? u'\0' : m_in[m_at].unicode(); }
    bool next(char16_t c) const { return !atEnd() && peek() == c; }
    bool take(char16_t c)
    {
        if (!next(c))
            return false;
        ++m_at;
        return true;
    }

    bool alternatives(int nesting)
    {
        if (nesting > kMaxNesting)
            return false;
        do {
            while (!atEnd() && !next(u'|') && !next(u')')) {
                if (!atom(nesting) || !quantifier())
                    return false;
            }
            if (next(u'|'))
                m_out += u'|';
        } while (take(u'|'));
        return true;
    }

    bool atom(int nesting)
    {
        if (take(u'(')) {
            m_out += "(?:"_L1;
            if (!alternatives(nesting + 1) || !take(u')'))
                return false;
            m_out += u')';
            return true;
        }
        if (take(u'.')) {
            m_out += "[^\\n\\r]"_L1;
            return true;
        }
        if (next(u'['))
            return characterClass();
        if (next(u'\\'))
            return escape();
        static constexpr QStringView kSpecial = u"()*+?[\\]{|}.";
        return !kSpecial.contains(QChar(peek())) && literal();
    }

    bool quantifier()
    {
        if (next(u'*') || next(u'+') || next(u'?')) {
            m_out += m_in[m_at++];
            return true;
        }
        if (!take(u'{'))
            return true;
        m_out += u'{';
        if (!digits())
            return false;
        if (take(u',')) {
            m_out += u',';
            if (!next(u'}') && !digits())
                return false;
        }
        m_out += u'}';
        return take(u'}');
    }

    bool digits()
    {
        const qsizetype from = m_at;
        while (!atEnd() && peek() >= u'0' && peek() <= u'9')
            m_out += m_in[m_at++];
        return m_at > from;
    }

    // One code point that stands for itself.
    bool literal()
    {
        const QChar c = m_in[m_at];
        if (c.isSurrogate()) {
            if (!c.isHighSurrogate() || m_at + 1 >= m_in.size() || !m_in[m_at + 1].isLowSurrogate())
                return false;
            m_out += m_in.sliced(m_at, 2);
            m_at += 2;
            return true;
        }
        if (c.unicode() == 0) {
            m_out += "\\x00"_L1;
        } else {
            const bool punctuation = c.unicode() < 0x80 && !c.isLetterOrNumber() && c.unicode() > 0x20;
            if (punctuation)
                m_out += u'\\';
            m_out += c;
        }
        ++m_at;
        return true;
    }

    bool escape()
    {
        const qsizetype from = m_at++;
        if (next(u'p') || next(u'P'))
            return category(from);
        static constexpr QStringView kEscapable = u"()*+-.?[\\]^nrt{|}";
        if (atEnd() || !kEscapable.contains(QChar(peek())))
            return false;
        m_out += m_in.sliced(from, 2);
        ++m_at;
        return true;
    }

    bool category(qsizetype from)
    {
        ++m_at;
        if (!take(u'{'))
            return false;
        struct Group
        {
            char16_t major;
            QStringView minors;
        };
        static constexpr Group kGroups[] = {{u'L', u"lmotu"}, {u'M', u"cen"},  {u'N', u"dlo"}, {u'P', u"cdefios"},
                                            {u'Z', u"lps"},   {u'S', u"ckmo"}, {u'C', u"cfno"}};
        for (const Group &group : kGroups) {
            if (!take(group.major))
                continue;
            if (!atEnd() && group.minors.contains(QChar(peek())))
                ++m_at;
            if (!take(u'}'))
                return false;
            m_out += m_in.sliced(from, m_at - from);
            return true;
        }
        return false;
    }

    bool characterClass()
    {
        m_out += u'[';
        ++m_at;
        if (take(u'^'))
            m_out += u'^';
        bool any = false;
        if (take(u'-')) {
            m_out += "\\-"_L1;
            any = true;
        }
        while (!next(u']')) {
            if (atEnd())
                return false;
            if (next(u'-')) { // only as the last one
                ++m_at;
                m_out += "\\-"_L1;
                any = true;
                break;
            }
            if (!classItem())
                return false;
            any = true;
        }
        m_out += u']';
        return take(u']') && any;
    }

    bool classItem()
    {
        if (next(u'\\') && m_at + 1 < m_in.size() && (m_in[m_at + 1] == u'p' || m_in[m_at + 1] == u'P'))
            return escape();
        if (!classCharacter())
            return false;
        const bool range = next(u'-') && m_at + 1 < m_in.size() && m_in[m_at + 1] != u']';
        if (!range)
            return true;
        ++m_at;
        m_out += u'-';
        return classCharacter();
    }

    bool classCharacter()
    {
        if (next(u'\\'))
            return m_at + 1 < m_in.size() && m_in[m_at + 1] != u'p' && m_in[m_at + 1] != u'P' && escape();
        return !atEnd() && !next(u'[') && !next(u']') && !next(u'-') && literal();
    }

    QStringView m_in;
    qsizetype m_at = 0;
    QString m_out;
};

} // namespace

IRegexp::IRegexp(QRegularExpression expression)
    : m_expression(std::move(expression))
{}

std::optional<IRegexp> IRegexp::compile(QStringView pattern, Mode mode, qsizetype *problemAt)
{
    if (problemAt)
        *problemAt = 0;
    if (pattern.size() > kMaxPatternLength)
        return std::nullopt;
    Translator translator(pattern);
    if (!translator.run()) {
        if (problemAt)
            *problemAt = std::min(translator.position(), pattern.size());
        return std::nullopt;
    }
    const bool whole = mode == Mode::Whole;
    QRegularExpression expression(kMatchLimit + (whole ? "\\A(?:"_L1 : "(?:"_L1) + translator.output() +
                                      (whole ? ")\\z"_L1 : ")"_L1),
                                  QRegularExpression::DontCaptureOption);
    if (!expression.isValid())
        return std::nullopt;
    expression.optimize();
    return IRegexp(std::move(expression));
}

IRegexp::Answer IRegexp::match(std::string_view utf8) const
{
    if (utf8.size() > kMaxSubjectBytes)
        return Answer::GaveUp;
    const QString subject = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    const QRegularExpressionMatch match = m_expression.match(subject);
    if (!match.isValid())
        return Answer::GaveUp;
    return match.hasMatch() ? Answer::Yes : Answer::No;
}

} // namespace hookboard
