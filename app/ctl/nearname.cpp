#include "app/ctl/nearname.h"

#include <algorithm>
#include <vector>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kNearEnough = 2; // edits

qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype substituted = diagonal + (a.at(i) == b.at(static_cast<qsizetype>(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace

QString nearNamesSentence(const QString &wrong, const QStringList &names)
{
    QStringList near;
    for (const QString &name : names) {
        const bool contained = wrong.size() > 2 && name.contains(wrong, Qt::CaseInsensitive);
        const bool contains = name.size() > 3 && wrong.contains(name, Qt::CaseInsensitive);
        if (contained || contains || editDistance(wrong.toLower(), name) <= kNearEnough)
            near.append(name);
    }
    if (near.isEmpty())
        return u"There are: %1."_s.arg(names.join(", "_L1));
    return u"Did you mean %1?"_s.arg(near.join(" or "_L1));
}

} // namespace hookboard
