// Filters that are nothing but conditions joined by "and", as lists of conditions, and back. Pure; any thread.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace hookboard {

struct FilterCondition
{
    QString path;
    QString relation; // "=", "!=", "<", "<=", ">", ">=", "in", "contains", "matches", "exists"
    QString value;    // literal as written; empty for exists
    friend bool operator==(const FilterCondition &, const FilterCondition &) = default;
};

// Absent: the filter says more than a list of conditions can; it is edited as text.
std::optional<QList<FilterCondition>> readConditions(const QString &filter);
QString writeConditions(const QList<FilterCondition> &conditions);
// What a person wrote as a value: numbers, true, false, null and lists stay, anything else becomes a text.
QString literalFor(const QString &relation, const QString &written);
// The other way: a text without its quotes.
QString writtenFor(const QString &literal);

} // namespace hookboard
