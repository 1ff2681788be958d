// The parsed form of an I-Regexp: a tree of what matches what. Built by parseIRegexp(), read by compileTree(). Nested
// at most kMaxNesting parentheses deep, so recursion over it is bounded. Plain values, any thread.
#pragma once

#include "core/mapping/codepointset.h"

#include <QtCore/QStringView>

#include <optional>
#include <vector>

namespace hookboard::iregexp {

// Counted repetitions are written out, "a{3}" as "aaa"; this is what a pattern may come to.
inline constexpr qint64 kMaxSteps = 4096;

struct Node
{
    enum class Kind : quint8 { Set, Sequence, Choice, Repeat };
    Kind kind = Kind::Sequence; // an empty one matches the empty text
    int set = -1;               // Set: index in Tree::sets
    int minimum = 0;            // Repeat, of the only child
    std::optional<int> maximum; // absent = without end
    std::vector<Node> children;
    qint64 steps = 1; // at least what it takes in the program
};

struct Tree
{
    Node root;
    std::vector<CodePointSet> sets; // each once
};

struct Problem
{
    qsizetype at = 0; // offset in the pattern, UTF-16 units
    bool tooLarge = false;
};

// RFC 9485 section 3, and nothing beyond it. Nothing when the pattern is not of that grammar or too large.
std::optional<Tree> parseIRegexp(QStringView pattern, Problem &problem);

} // namespace hookboard::iregexp
