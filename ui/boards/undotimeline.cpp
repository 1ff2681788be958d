#include "ui/boards/undotimeline.h"

#include <QtGui/QAction>
#include <QtGui/QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// Only TimedSteps are ever pushed, see push().
quint64 serialAt(const QUndoStack &stack, int index)
{
    const auto *step = static_cast<const TimedStep *>(stack.command(index));
    return step ? step->serial() : 0;
}

quint64 doneSerial(const QUndoStack &stack)
{
    return stack.canUndo() ? serialAt(stack, stack.index() - 1) : 0;
}

} // namespace

UndoTimeline::UndoTimeline(QObject *parent)
    : QObject(parent)
{}

UndoTimeline::~UndoTimeline() = default;

QUndoStack &UndoTimeline::stack(const QString &key)
{
    QUndoStack *&stack = m_stacks[key];
    if (!stack) {
        stack = new QUndoStack(this);
        m_group.addStack(stack);
        connect(stack, &QUndoStack::indexChanged, this, &UndoTimeline::changed);
    }
    return *stack;
}

void UndoTimeline::push(const QString &key, std::unique_ptr<TimedStep> step)
{
    QUndoStack &target = stack(key);
    step->m_serial = ++m_lastSerial;
    m_group.setActiveStack(&target);
    target.push(step.release());
    emit changed(); // merged steps do not change the index
}

void UndoTimeline::setCurrent(const QString &key)
{
    if (m_current != key) {
        m_current = key;
        m_group.setActiveStack(&stack(key));
        emit changed();
    }
}

void UndoTimeline::clear()
{
    qDeleteAll(m_stacks);
    m_stacks.clear();
    emit changed();
}

QList<QUndoStack *> UndoTimeline::candidates() const
{
    QList<QUndoStack *> found;
    for (const QString &key : m_current.isEmpty() ? QStringList{QString()} : QStringList{m_current, QString()}) {
        if (QUndoStack *stack = m_stacks.value(key)) {
            found.append(stack);
        }
    }
    return found;
}

QUndoStack *UndoTimeline::undoTarget() const
{
    QUndoStack *newest = nullptr;
    for (QUndoStack *stack : candidates()) {
        if (stack->canUndo() && (!newest || doneSerial(*stack) > doneSerial(*newest))) {
            newest = stack;
        }
    }
    return newest;
}

// The oldest undone step; one that something newer was done after is history, as in a single stack.
QUndoStack *UndoTimeline::redoTarget() const
{
    QUndoStack *oldest = nullptr;
    quint64 done = 0;
    for (QUndoStack *stack : candidates()) {
        done = std::max(done, doneSerial(*stack));
        if (stack->canRedo() && (!oldest || serialAt(*stack, stack->index()) < serialAt(*oldest, oldest->index()))) {
            oldest = stack;
        }
    }
    return oldest && serialAt(*oldest, oldest->index()) > done ? oldest : nullptr;
}

void UndoTimeline::undo()
{
    if (QUndoStack *stack = undoTarget()) {
        m_group.setActiveStack(stack);
        m_group.undo();
    }
}

void UndoTimeline::redo()
{
    if (QUndoStack *stack = redoTarget()) {
        m_group.setActiveStack(stack);
        m_group.redo();
    }
}

QAction *UndoTimeline::makeUndoAction(QObject *parent)
{
    auto *action = new QAction(parent);
    const auto follow = [this, action] {
        const QUndoStack *stack = undoTarget();
        action->setEnabled(stack);
        action->setText(stack ? tr("&Undo %1").arg(stack->undoText()) : tr("&Undo"));
    };
    connect(this, &UndoTimeline::changed, action, follow);
    connect(action, &QAction::triggered, this, &UndoTimeline::undo);
    follow();
    return action;
}

QAction *UndoTimeline::makeRedoAction(QObject *parent)
{
    auto *action = new QAction(parent);
    const auto follow = [this, action] {
        const QUndoStack *stack = redoTarget();
        action->setEnabled(stack);
        action->setText(stack ? tr("&Redo %1").arg(stack->redoText()) : tr("&Redo"));
    };
    connect(this, &UndoTimeline::changed, action, follow);
    connect(action, &QAction::triggered, this, &UndoTimeline::redo);
    follow();
    return action;
}

} // namespace hookboard
