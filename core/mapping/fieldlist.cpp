#include "core/mapping/fieldlist.h"

#include <QtCore/QSet>

#include <simdjson.h>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDeepest = 8;
constexpr size_t kLongestName = 120; // longer ones are data, not names

bool isPlainName(std::string_view name)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

// Names that the short form cannot say are quoted; those with quotes or control characters are left to the writer.
QString step(std::string_view name)
{
    const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (isPlainName(name))
        return u'.' + text;
    const bool odd = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\'' || c == u'\\' || c.unicode() < 0x20 || c.category() == QChar::Other_Format;
    });
    return odd || name.empty() ? QString() : u"['"_s + text + u"']"_s;
}

class Walk
{
public:
    explicit Walk(QStringList &paths)
        : m_paths(paths)
        , m_known(paths.begin(), paths.end())
    {}

    void visit(simdjson::dom::element node, const QString &path, int depth)
    {
        if (depth > kDeepest || m_paths.size() >= kMostFieldPaths)
            return;
        simdjson::dom::object object;
        simdjson::dom::array array;
        if (node.get(object) == simdjson::SUCCESS) {
            for (const auto &member : object) {
                const QString next = member.key.size() > kLongestName ? QString() : step(member.key);
                if (!next.isEmpty())
                    visit(member.value, path + next, depth + 1);
            }
        } else if (node.get(array) == simdjson::SUCCESS) {
            for (const simdjson::dom::element first : array) {
                visit(first, path + u"[0]"_s, depth + 1);
                break;
            }
        } else if (!m_known.contains(path)) {
            m_known.insert(path);
            m_paths.append(path);
        }
    }

private:
    QStringList &m_paths;
    QSet<QString> m_known;
};

} // namespace

void addFieldPaths(const QByteArray &payload, QStringList &paths)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(payload.constData(), size_t(payload.size())).get(root) == simdjson::SUCCESS)
        Walk(paths).visit(root, u"$"_s, 0);
}

} // namespace hookboard
