// WalKeeper: keeps SQLite's write-ahead log short without making an answer wait. Past a soft limit a helper thread,
// which this object owns, copies the log into the database over its own connection; what came in meanwhile is copied
// between two commits, after which SQLite starts the log over. At the hard limit a commit waits for that, or fails.
// Lives in the journal thread.
#pragma once

#include "core/journal/database.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

namespace hookboard {

class WalKeeper : public QObject
{
    Q_OBJECT
public:
    explicit WalKeeper(qint64 limitBytes, QObject *parent = nullptr);
    ~WalKeeper() override;

    // To be asked before each transaction that writes about `bytes`. JournalBusy when the log is at its limit and a
    // reader that keeps an old state open does not let it shrink.
    Status makeRoom(Database &database, qint64 bytes);
    // To be told after each commit.
    void committed(const Database &database);
    // Nothing was committed for a while: empties the log, when it is worth it.
    void rest(Database &database);

signals:
    void copyWanted(const QString &path); // to the helper

private:
    void copied();
    Result<Database::CheckpointOutcome> truncate(Database &database);

    QThread m_thread;
    qint64 m_limitBytes;
    qint64 m_lastCopyBytes = 0; // length of the log when the last copy began
    bool m_copying = false;
    bool m_copied = false; // by the helper; the rest is to be copied in this thread
};

} // namespace hookboard
