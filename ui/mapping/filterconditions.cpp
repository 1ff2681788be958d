#include "ui/mapping/filterconditions.h"

#include "ui/mapping/bindingslots.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kLongestList = 2'000;

// Walks a filter and knows where texts and brackets are, in which nothing counts as a word.
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {}
    bool outside() const { return m_quote.isNull() && m_depth == 0; }
    void step(qsizetype &at)
    {
        const QChar c = m_text[at];
        if (!m_quote.isNull()) {
            if (c == u'\\')
                ++at;
            else if (c == m_quote)
                m_quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            m_quote = c;
        } else {
            m_depth += c == u'[' || c == u'(' ? 1 : c == u']' || c == u')' ? -1 : 0;
        }
        ++at;
    }

private:
    const QString &m_text;
    QChar m_quote;
    int m_depth = 0;
};

bool wordAt(const QString &text, qsizetype at, QLatin1StringView word)
{
    const auto edge = [&](qsizetype i) { return i < 0 || i >= text.size() || text[i].isSpace() || text[i] == u'('; };
    return QStringView(text).sliced(at).startsWith(word, Qt::CaseInsensitive) && edge(at - 1) && edge(at + word.size());
}

std::optional<QStringList> splitByAnd(const QString &filter)
{
    QStringList parts;
    Scanner scanner(filter);
    qsizetype from = 0;
    for (qsizetype at = 0; at < filter.size();) {
        if (scanner.outside() && (wordAt(filter, at, "or"_L1) || wordAt(filter, at, "not"_L1) || filter[at] == u'('))
            return std::nullopt;
        if (scanner.outside() && wordAt(filter, at, "and"_L1)) {
            parts << filter.sliced(from, at - from).trimmed();
            at += 3;
            from = at;
            continue;
        }
        scanner.step(at);
    }
    parts << filter.sliced(std::min(from, filter.size())).trimmed();
    return parts;
}

std::optional<FilterCondition> readOne(const QString &text)
{
    static const QStringList words{u"exists"_s, u"in"_s, u"contains"_s, u"matches"_s};
    Scanner scanner(text);
    for (qsizetype at = 0; at < text.size();) {
        if (scanner.outside() && at > 0) {
            for (const QString &sign : {u"!="_s, u"<="_s, u">="_s, u"=="_s, u"="_s, u"<"_s, u">"_s}) {
                if (QStringView(text).sliced(at).startsWith(sign))
                    return FilterCondition{text.first(at).trimmed(), sign == "=="_L1 ? u"="_s : sign,
                                           text.sliced(at + sign.size()).trimmed()};
            }
            for (const QString &word : words) {
                if (wordAt(text, at, QLatin1StringView(word.toLatin1())))
                    return FilterCondition{text.first(at).trimmed(), word, text.sliced(at + word.size()).trimmed()};
            }
        }
        scanner.step(at);
    }
    return std::nullopt;
}

} // namespace

std::optional<QList<FilterCondition>> readConditions(const QString &filter)
{
    if (filter.trimmed().isEmpty())
        return QList<FilterCondition>();
    const auto parts = splitByAnd(filter);
    if (!parts)
        return std::nullopt;
    QList<FilterCondition> conditions;
    for (const QString &part : *parts) {
        const auto one = readOne(part);
        if (!one || one->path.isEmpty() || one->path.contains(u' ') ||
            one->value.isEmpty() != (one->relation == "exists"_L1))
            return std::nullopt;
        conditions << *one;
    }
    return conditions;
}

QString writeConditions(const QList<FilterCondition> &conditions)
{
    QStringList parts;
    for (const FilterCondition &one : conditions)
        parts << QString(one.path + u' ' + one.relation + u' ' + one.value).trimmed();
    return parts.join(u" and "_s);
}

QString literalFor(const QString &relation, const QString &written)
{
    static const QRegularExpression number(u"^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$"_s);
    const QString text = written.trimmed();
    if (relation == "exists"_L1)
        return {};
    if (relation == "in"_L1) {
        if (text.startsWith(u'['))
            return text;
        QStringList literals;
        const QStringList parts = text.left(kLongestList).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            literals << literalFor(u"="_s, part);
        return u'[' + literals.join(u", "_s) + u']';
    }
    const bool word = text == "true"_L1 || text == "false"_L1 || text == "null"_L1;
    const bool quoted = text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"');
    if (quoted || (relation != "matches"_L1 && (word || number.match(text).hasMatch())))
        return text;
    return filterLiteral(text);
}

QString writtenFor(const QString &literal)
{
    const bool plain =
        literal.size() > 1 && literal.startsWith(u'"') && literal.endsWith(u'"') && !literal.contains(u'\\');
    const QString text = plain ? literal.sliced(1).chopped(1) : literal;
    return plain && literalFor(u"="_s, text) == literal ? text : literal;
}

} // namespace hookboard
