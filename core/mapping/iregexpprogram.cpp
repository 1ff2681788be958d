#include "core/mapping/iregexpprogram.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hookboard::iregexp {

namespace {

constexpr std::size_t kMaxStates = 2048;
constexpr std::size_t kMaxTable = 64 * 1024;
constexpr qint64 kMaxDeterminizing = 4'000'000; // members looked at

class Emitter
{
public:
    std::vector<Step> steps;

    // Writes the steps of the node in front of `next`, and returns where they begin.
    quint16 emitNode(const Node &node, quint16 next)
    {
        switch (node.kind) {
        case Node::Kind::Set:
            return add({Step::Kind::Set, quint16(node.set), next, 0});
        case Node::Kind::Sequence:
            for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
                next = emitNode(*child, next);
            return next;
        case Node::Kind::Choice: {
            quint16 entry = emitNode(node.children.back(), next);
            for (std::size_t i = node.children.size() - 1; i-- > 0;)
                entry = add({Step::Kind::Split, 0, emitNode(node.children[i], next), entry});
            return entry;
        }
        case Node::Kind::Repeat:
            return emitRepeat(node, next);
        }
        return next;
    }

    quint16 add(Step step)
    {
        steps.push_back(step);
        return quint16(steps.size() - 1);
    }

private:
    quint16 emitRepeat(const Node &node, quint16 next)
    {
        const Node &child = node.children.front();
        quint16 entry = next;
        int copies = node.minimum;
        if (!node.maximum) {
            const quint16 loop = add({Step::Kind::Split, 0, 0, next});
            const quint16 body = emitNode(child, loop);
            steps[loop].next = body;
            entry = node.minimum > 0 ? body : loop;
            copies = std::max(node.minimum - 1, 0);
        } else {
            // Each leaves for the end at once, not through the others: following it takes one step.
            for (int i = node.minimum; i < *node.maximum; ++i)
                entry = add({Step::Kind::Split, 0, emitNode(child, entry), next});
        }
        for (int i = 0; i < copies; ++i)
            entry = emitNode(child, entry);
        return entry;
    }
};

// Makes the states of the deterministic automaton, each a set of steps, until there are no new ones or too many.
class Determinizer
{
public:
    explicit Determinizer(Program &program)
        : m_program(program)
        , m_reached(program)
    {}

    void run()
    {
        m_states.push_back(&*m_numbers.emplace(std::u16string(), quint16(0)).first);
        m_program.accepts.push_back(0);
        m_reached.add(m_program.start);
        m_program.firstState = stateOfReached();
        for (std::size_t state = 0; state < m_states.size() && fits(); ++state) {
            for (quint16 c = 0; c < m_program.alphabet.classCount(); ++c)
                m_program.table.push_back(follow(state, c));
        }
        if (!fits()) {
            m_program.table.clear();
            m_program.accepts.clear();
        }
        m_program.work += m_work;
    }

private:
    bool fits() const
    {
        return m_states.size() <= kMaxStates && m_work <= kMaxDeterminizing &&
               m_states.size() * m_program.alphabet.classCount() <= kMaxTable;
    }

    quint16 follow(std::size_t state, quint16 classIndex)
    {
        if (state == 0 || (m_program.accepts[state] != 0 && !m_program.anchored))
            return 0; // found: nobody goes on from here
        const std::u16string &members = m_states[state]->first;
        m_reached.follow(members, classIndex);
        m_work += qint64(members.size() + m_reached.members().size()) + 1;
        return stateOfReached();
    }

    quint16 stateOfReached()
    {
        std::u16string members = m_reached.members();
        std::sort(members.begin(), members.end());
        const auto [it, isNew] = m_numbers.try_emplace(std::move(members), quint16(m_states.size()));
        if (isNew) {
            m_states.push_back(&*it);
            m_program.accepts.push_back(m_reached.matches() ? 1 : 0);
        }
        return it->second;
    }

    using Numbers = std::unordered_map<std::u16string, quint16>;
    Program &m_program;
    StepSet m_reached;
    Numbers m_numbers; // of the states, by their steps
    std::vector<const Numbers::value_type *> m_states;
    qint64 m_work = 0;
};

} // namespace

StepSet::StepSet(const Program &program)
    : m_program(program)
    , m_seen(program.steps.size(), 0)
{}

void StepSet::add(quint16 step)
{
    for (;;) {
        if (std::exchange(m_seen[step], m_round) != m_round) {
            const Step &reached = m_program.steps[step];
            if (reached.kind == Step::Kind::Split) {
                m_stack.push_back(reached.other);
                step = reached.next;
                continue;
            }
            m_members.push_back(char16_t(step));
            if (reached.kind == Step::Kind::Match)
                m_matchRound = m_round;
        }
        if (m_stack.empty())
            return;
        step = m_stack.back();
        m_stack.pop_back();
    }
}

void StepSet::follow(const std::u16string &members, quint16 classIndex)
{
    m_members.clear();
    ++m_round;
    for (const char16_t member : members) {
        const Step &step = m_program.steps[member];
        if (step.kind == Step::Kind::Set && m_program.alphabet.contains(step.set, classIndex))
            add(step.next);
    }
    if (!m_program.anchored)
        add(m_program.start);
}

Program compileTree(const Tree &tree, bool anchored, bool determinize)
{
    Emitter emitter;
    const quint16 end = emitter.add({});
    const quint16 start = emitter.emitNode(tree.root, end);
    Program program{.steps = std::move(emitter.steps),
                    .start = start,
                    .anchored = anchored,
                    .alphabet = Alphabet(tree.sets),
                    .table = {},
                    .accepts = {}};
    program.work = qint64(program.steps.size()) + program.alphabet.work();
    if (determinize)
        Determinizer(program).run();
    return program;
}

} // namespace hookboard::iregexp
