#include "core/types/samplefields.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kLongestCompared = 64; // characters; the work grows with the square

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

// The last name of a path: "amount" of "$.data.amount", "sku" of "$.items[*]['sku']".
QStringView lastName(QStringView path)
{
    while (path.endsWith(u']') && !path.endsWith(u"']"_s))
        path.chop(std::max<qsizetype>(1, path.size() - path.lastIndexOf(u'[')));
    if (path.endsWith(u"']"_s)) {
        path.chop(2);
        return path.sliced(path.lastIndexOf(u'\'') + 1);
    }
    const qsizetype dot = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u':'));
    return path.sliced(dot + 1);
}

// Edits from one text to the other, without regard to case.
int editDistance(QStringView a, QStringView b)
{
    a = a.first(std::min(a.size(), kLongestCompared));
    b = b.first(std::min(b.size(), kLongestCompared));
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i - 1].toCaseFolded() == b[qsizetype(j) - 1].toCaseFolded();
            const int next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row.back();
}

} // namespace

quint64 FieldFacts::values() const
{
    quint64 sum = 0;
    for (const quint64 n : kinds)
        sum += n;
    return sum;
}

FieldKind FieldFacts::usualKind() const
{
    const auto most = std::max_element(kinds.begin() + 1, kinds.end());
    return *most == 0 ? FieldKind::Null : FieldKind(most - kinds.begin());
}

const FieldFacts *SampledFields::field(QStringView path) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldFacts &f) { return f.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

QString memberStep(QStringView name)
{
    const bool plain =
        !name.isEmpty() && isNameStart(name.front()) &&
        std::all_of(name.begin(), name.end(), [](QChar c) { return isNameStart(c) || (c >= u'0' && c <= u'9'); });
    if (plain)
        return u'.' + name.toString();
    QString quoted = u"['"_s;
    for (const QChar c : name) {
        if (c == u'\'' || c == u'\\')
            quoted += u'\\';
        if (c.unicode() < 0x20 || c.category() == QChar::Other_Format)
            quoted += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return quoted + u"']"_s;
}

QString factsPath(QStringView path)
{
    QString out;
    bool quoted = false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QChar c = path[i];
        if (c == u'\\' && quoted) {
            out += c;
            if (++i < path.size())
                out += path[i];
            continue;
        }
        if (c == u'\'')
            quoted = !quoted;
        const bool step = !quoted && c == u'[' && i + 1 < path.size() && path[i + 1] != u'\'' && path[i + 1] != u'"';
        if (!step) {
            out += c;
            continue;
        }
        int open = 0; // an index, a slice or a filter, which may hold brackets and texts of its own
        QChar text;
        for (; i < path.size(); ++i) {
            const QChar inside = path[i];
            if (!text.isNull())
                text = inside == text ? QChar() : text;
            else if (inside == u'\'' || inside == u'"')
                text = inside;
            else
                open += inside == u'[' ? 1 : inside == u']' ? -1 : 0;
            if (open == 0)
                break;
        }
        out += u"[*]"_s;
    }
    return out;
}

QString nearestPath(QStringView path, const SampledFields &samples)
{
    const QString wanted = factsPath(path);
    const QStringView name = lastName(wanted);
    QString nearest;
    int best = int(std::max<qsizetype>(2, name.size() / 2)) * 4; // further away is another word
    for (const FieldFacts &facts : samples.fields) {
        if (facts.path == wanted || facts.usualKind() == FieldKind::Object || facts.usualKind() == FieldKind::Array)
            continue;
        const QStringView other = lastName(facts.path);
        const bool contains = name.size() >= 3 && other.size() >= 3 &&
                              (other.contains(name, Qt::CaseInsensitive) || name.contains(other, Qt::CaseInsensitive));
        int cost = std::min(editDistance(name, other), contains ? 1 : 1'000) * 4;
        // Of equal names the one in the same place is nearer.
        cost += std::min(
            3, editDistance(QStringView(wanted).chopped(name.size()), QStringView(facts.path).chopped(other.size())));
        if (cost < best) {
            best = cost;
            nearest = facts.path;
        }
    }
    return nearest;
}

} // namespace hookboard
