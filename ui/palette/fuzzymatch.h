// Fuzzy match: whether the letters of a query stand in a text in their order, and how well. Pure.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace hookboard {

struct FuzzyMatch
{
    int score = 0;           // higher is better; only to compare matches of one query
    QList<qsizetype> places; // of the matched characters
};

// Words of the query may come in any order, the letters of each in theirs; case and accents do not count. An empty
// query matches everything with 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text);

} // namespace hookboard
