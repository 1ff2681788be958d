// BoardSaver: brings boards, their snapshots and their order to the disk, one job after the other on one worker, never
// on the GUI thread. A board that changes again while it waits is written once, in its newest state. What cannot be
// written is told by problem(). GUI thread; destroying it writes what still waits.
#pragma once

#include "core/config/profile.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <functional>

namespace hookboard {

// A board as it was at one moment.
struct BoardSnapshot
{
    qint64 timeUs = 0;
    QString path;
    BoardSpec board;
};

class BoardSaver final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kSnapshots = 50; // of one board; the oldest go

    // The profile outlives this.
    explicit BoardSaver(const Profile &profile, QObject *parent = nullptr);
    ~BoardSaver() override;

    // `exact`: the bytes to write for this state, for a file that a person laid out; empty = in our own layout.
    void save(const BoardSpec &board, const QByteArray &exact = {});
    void remove(const QString &boardId);
    // Kept unless the newest one says the same.
    void keepSnapshot(const BoardSpec &board, qint64 timeUs);
    void saveOrder(const QStringList &boardIds);
    QStringList readOrder() const; // blocks, for the start

    // Newest first; unreadable ones are left out. `context` gone: no call.
    using Listed = std::function<void(const QList<BoardSnapshot> &)>;
    void listSnapshots(const QString &boardId, QObject *context, Listed done);

signals:
    void saved(const QString &boardId); // its newest state is on the disk, or its file is gone
    void problem(const QString &sentence);

private:
    using Work = std::function<Status()>;
    struct Job
    {
        QString key; // a later job of the same key takes the place of one that waits
        QString boardId;
        Work work;
    };
    void enqueue(Job job);
    void startNext();
    void finished(const Job &job, const Status &status);
    QString snapshotFolder(const QString &boardId) const;

    const Profile &m_profile;
    QThreadPool m_pool; // one thread
    QList<Job> m_waiting;
    bool m_busy = false;
};

} // namespace hookboard
