// UndoTimeline: one undo stack per board and one for the list of boards, and which of them Undo and Redo mean. While a
// board is shown that is the newest step of the board or of the list; elsewhere only the list. GUI thread; owned by
// Boards.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtGui/QUndoCommand>
#include <QtGui/QUndoGroup>

#include <memory>

class QAction;
class QUndoStack;

namespace hookboard {

// A command that knows when it was done, so that the steps of two stacks have an order.
class TimedStep : public QUndoCommand
{
public:
    using QUndoCommand::QUndoCommand;
    quint64 serial() const { return m_serial; }

protected:
    // A step that takes another into itself was done when that one was done.
    void takeSerial(const TimedStep &merged) { m_serial = merged.m_serial; }

private:
    friend class UndoTimeline;
    quint64 m_serial = 0;
};

class UndoTimeline final : public QObject
{
    Q_OBJECT
public:
    explicit UndoTimeline(QObject *parent = nullptr);
    ~UndoTimeline() override;

    // Empty key = the list of boards. Made when first asked for; lives as long as this, also when its board is deleted,
    // since the deletion can be undone.
    QUndoStack &stack(const QString &key);
    bool has(const QString &key) const { return m_stacks.contains(key); }
    QUndoGroup &group() { return m_group; }

    void push(const QString &key, std::unique_ptr<TimedStep> step);
    // The board that is shown; empty = none.
    void setCurrent(const QString &key);
    void clear();

    bool canUndo() const { return undoTarget() != nullptr; }
    bool canRedo() const { return redoTarget() != nullptr; }
    void undo();
    void redo();
    // "Undo move", enabled while there is something to undo.
    QAction *makeUndoAction(QObject *parent);
    QAction *makeRedoAction(QObject *parent);

signals:
    void changed();

private:
    QUndoStack *undoTarget() const;
    QUndoStack *redoTarget() const;
    QList<QUndoStack *> candidates() const;

    QUndoGroup m_group;
    QHash<QString, QUndoStack *> m_stacks;
    QString m_current;
    quint64 m_lastSerial = 0;
};

} // namespace hookboard
