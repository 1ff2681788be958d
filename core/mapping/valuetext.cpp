#include "core/mapping/valuetext.h"

#include "core/mapping/grouptext.h"
#include "core/types/sentence.h"

#include <utility>

namespace hookboard {

namespace {

SkipReason absence(const FieldPath &path, const EventView &view)
{
    return path.readsPayload() && !view.root() ? SkipReason::NotJson : SkipReason::Missing;
}

bool startsLikePath(QStringView text)
{
    const bool rooted = text.startsWith(u'$') || text.startsWith(u'@');
    return rooted && (text.size() == 1 || text[1] == u'.' || text[1] == u'[' || text[1].isSpace());
}

void appendText(const JsonValue &value, std::string_view numberMark, QByteArray &out)
{
    using Kind = JsonValue::Kind;
    if (value.kind == Kind::Structure) {
        writeJson(value.node, out, numberMark);
    } else if (value.kind == Kind::Text || value.kind == Kind::OutOfRange) {
        out.append(value.text.data(), qsizetype(value.text.size()));
    } else {
        QByteArray written;
        out.append(groupText(value, numberMark, written));
    }
}

} // namespace

std::variant<ValueText, PathError> ValueText::compile(QStringView text, SharedPaths *shared)
{
    qsizetype start = 0;
    while (start < text.size() && text[start] == u' ')
        ++start;
    ValueText value;
    if (start < text.size() && text[start] == u'=') {
        auto expression = Expression::compile(text, start + 1, shared);
        if (auto *error = std::get_if<PathError>(&expression))
            return *std::move(error);
        value.m_content = std::get<Expression>(std::move(expression));
        return value;
    }
    if (!startsLikePath(text) && text.contains(u'{'))
        return compileTemplate(text, shared);
    auto path = FieldPath::compile(text, shared);
    if (auto *error = std::get_if<PathError>(&path))
        return *std::move(error);
    return ofPath(std::get<FieldPath>(std::move(path)));
}

ValueText ValueText::ofPath(FieldPath path)
{
    ValueText value;
    value.m_content = std::move(path);
    return value;
}

std::variant<ValueText, PathError> ValueText::compileTemplate(QStringView text, SharedPaths *shared)
{
    if (text.size() > kMaxLength)
        return PathError{kMaxLength, Sentence::tr("a template has at most %1 characters").arg(kMaxLength)};
    Template pieces(1);
    QString literal;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        const bool twice = at + 1 < text.size() && text[at + 1] == c;
        if (c == u'}' && !twice)
            return PathError{at, Sentence::tr("there is no { for this }; a brace itself is written twice")};
        if (c != u'{' || twice) {
            literal += c;
            at += (c == u'{' || c == u'}') ? 2 : 1;
            continue;
        }
        const auto skipBlanks = [&] {
            while (at < text.size() && text[at] == u' ')
                ++at;
        };
        ++at;
        skipBlanks();
        qsizetype end = 0;
        auto path = FieldPath::compileAt(text, at, end, shared);
        if (auto *error = std::get_if<PathError>(&path))
            return *std::move(error);
        at = end;
        skipBlanks();
        if (at >= text.size() || text[at] != u'}')
            return PathError{at, Sentence::tr("expected } behind the path")};
        ++at;
        pieces.back().literal = std::exchange(literal, {}).toStdString();
        pieces.back().path = std::get<FieldPath>(std::move(path));
        pieces.emplace_back();
    }
    pieces.back().literal = literal.toStdString();
    ValueText value;
    value.m_content = std::move(pieces);
    return value;
}

JsonValue ValueText::composed(const Template &pieces, const EventView &view, SkipReason &why)
{
    QByteArray text;
    for (const Piece &piece : pieces) {
        text.append(piece.literal.data(), qsizetype(piece.literal.size()));
        if (!piece.path)
            continue;
        const JsonValue part = piece.path->find(view);
        if (part.kind == JsonValue::Kind::Nothing || part.kind == JsonValue::Kind::Null) {
            why = absence(*piece.path, view);
            return {};
        }
        appendText(part, view.numberMark(), text);
        if (text.size() > kMaxTextBytes) {
            why = SkipReason::TooLong;
            return {};
        }
    }
    return JsonValue::fromText(view.keep(std::move(text)));
}

JsonValue ValueText::find(const EventView &view, SkipReason &why) const
{
    why = SkipReason::None;
    if (const auto *expression = std::get_if<Expression>(&m_content))
        return expression->evaluate(view, why);
    if (const auto *pieces = std::get_if<Template>(&m_content))
        return composed(*pieces, view, why);
    const FieldPath &path = std::get<FieldPath>(m_content);
    const JsonValue found = path.find(view);
    if (found.kind == JsonValue::Kind::Nothing)
        why = absence(path, view);
    return found;
}

} // namespace hookboard
