// Program: a compiled I-Regexp. A nondeterministic automaton of at most kMaxSteps steps, and, where that stays small,
// the deterministic one made of it beforehand. Either takes time linear in the text; neither recurses or backtracks.
// Immutable after compileTree(); any thread.
#pragma once

#include "core/mapping/iregexptree.h"

#include <array>
#include <string>
#include <string_view>

namespace hookboard::iregexp {

struct Step
{
    enum class Kind : quint8 { Set, Split, Match };
    Kind kind = Kind::Match;
    quint16 set = 0;
    quint16 next = 0;
    quint16 other = 0; // Split
};

// Splits the code points into classes that no set of the pattern tells apart.
class Alphabet
{
public:
    explicit Alphabet(const std::vector<CodePointSet> &sets);

    quint16 classCount() const { return m_classes; }
    quint16 classOf(char32_t c) const;
    // Takes the next character off the text; a byte that is no UTF-8 counts as U+FFFD.
    quint16 takeClass(const char *&at, const char *end) const;
    bool contains(quint16 set, quint16 classIndex) const { return m_member[set * m_classes + classIndex] != 0; }
    qint64 work() const { return m_work; }

private:
    std::vector<char32_t> m_starts; // of intervals, ascending from 0
    std::vector<quint16> m_classOf; // interval
    std::array<quint16, 128> m_ascii{};
    std::vector<quint8> m_member; // set x class
    quint16 m_classes = 0;
    qint64 m_work = 0;
};

struct Program
{
    std::vector<Step> steps;
    quint16 start = 0;
    bool anchored = true; // false: found anywhere
    Alphabet alphabet;

    // The deterministic automaton; empty when it would be too large. State 0 is where nothing can match any more.
    std::vector<quint16> table; // state x class
    std::vector<quint8> accepts;
    quint16 firstState = 0;

    qint64 work = 0; // what compiling took, in about tens of nanoseconds
};

// `determinize` costs time once and saves it at every match.
Program compileTree(const Tree &tree, bool anchored, bool determinize);

// The steps that are reached without a character, as a set with constant-time insertion that is emptied for free.
class StepSet
{
public:
    explicit StepSet(const Program &program);
    void add(quint16 step); // and all that it splits into; only Set and Match become members
    // Becomes what is reached from the others by one character; when the text is searched, also the beginning again.
    void follow(const std::u16string &members, quint16 classIndex);
    const std::u16string &members() const { return m_members; }
    bool matches() const { return m_matchRound == m_round; }

private:
    const Program &m_program;
    std::u16string m_members;
    std::vector<quint16> m_stack;
    std::vector<quint32> m_seen;
    quint32 m_round = 1;
    quint32 m_matchRound = 0;
};

} // namespace hookboard::iregexp
