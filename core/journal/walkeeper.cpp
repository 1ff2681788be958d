#include "core/journal/walkeeper.h"

#include "core/journal/journalerror.h"

#include <QtCore/QDeadlineTimer>

#include <chrono>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kSoftLimitBytes = 8LL * 1024 * 1024;
constexpr qint64 kRestBytes = 64LL * 1024; // less is what heartbeats leave in a minute
constexpr int kReaderWaitMs = 250;
constexpr unsigned long kCopyPollUs = 500;
constexpr auto kCopyWait = 5s; // the helper may be at work on a slow disk

// A failure here is not reported: the log only stays long, and the next commit meets the same cause itself.
void copyLog(const QString &path)
{
    auto database = Database::open(path, Database::Mode::Existing);
    if (database)
        static_cast<void>(database->checkpoint(Database::Checkpoint::Passive));
}

} // namespace

WalKeeper::WalKeeper(qint64 limitBytes, QObject *parent)
    : QObject(parent)
    , m_limitBytes(limitBytes)
{
    auto *helper = new QObject;
    helper->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, helper, &QObject::deleteLater);
    connect(this, &WalKeeper::copyWanted, helper, [this](const QString &path) {
        copyLog(path);
        QMetaObject::invokeMethod(this, &WalKeeper::copied, Qt::QueuedConnection);
    });
    m_thread.setObjectName(u"journal-log"_s);
    m_thread.start();
}

WalKeeper::~WalKeeper()
{
    m_thread.quit();
    m_thread.wait();
}

void WalKeeper::copied()
{
    m_copying = false;
    m_copied = true;
}

Status WalKeeper::makeRoom(Database &database, qint64 bytes)
{
    const qint64 wal = database.walBytes();
    if (wal == 0 || wal + bytes <= m_limitBytes) {
        if (m_copied)
            static_cast<void>(database.checkpoint(Database::Checkpoint::Passive));
        m_copied = false;
        return Done();
    }
    const auto outcome = truncate(database);
    if (!outcome)
        return outcome.error();
    if (!outcome->complete) {
        return Error{
            ErrorCode::JournalBusy,
            u"A program reads %1 without pause, so its log cannot shrink below its limit. Close that program."_s.arg(
                database.path())};
    }
    m_lastCopyBytes = 0;
    return Done();
}

// SQLite waits for readers by itself, but refuses at once while another connection, here the helper's, copies the log.
Result<Database::CheckpointOutcome> WalKeeper::truncate(Database &database)
{
    const QDeadlineTimer patience = m_copying ? QDeadlineTimer(kCopyWait) : QDeadlineTimer(0);
    auto outcome = database.checkpoint(Database::Checkpoint::Truncate);
    while (outcome && !outcome->complete && !patience.hasExpired()) {
        QThread::usleep(kCopyPollUs);
        outcome = database.checkpoint(Database::Checkpoint::Truncate);
    }
    return outcome;
}

void WalKeeper::committed(const Database &database)
{
    const qint64 wal = database.walBytes();
    if (wal < m_lastCopyBytes)
        m_lastCopyBytes = 0; // the log started over
    // Next time only after further growth: a reader may hold the log, and copying it again would not help.
    const qint64 soft = qMin(kSoftLimitBytes, m_limitBytes / 4);
    if (m_copying || wal - m_lastCopyBytes < soft)
        return;
    m_copying = true;
    m_lastCopyBytes = wal;
    emit copyWanted(database.path());
}

void WalKeeper::rest(Database &database)
{
    if (m_copying || database.walBytes() < kRestBytes)
        return;
    m_copied = false;
    database.setBusyTimeout(0);
    const auto outcome = database.checkpoint(Database::Checkpoint::Truncate);
    database.setBusyTimeout(kReaderWaitMs);
    if (outcome && outcome->complete)
        m_lastCopyBytes = 0;
}

} // namespace hookboard
