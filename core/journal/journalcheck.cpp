#include "core/journal/journalcheck.h"

#include "core/journal/headerscodec.h"
#include "core/journal/spanwalk.h"

#include <QtCore/QCryptographicHash>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxFindings = 100;
constexpr qint64 kCountedBytes = 1024 * 1024; // what counting the events of a block may read

// A damaged page is a finding like any other; every other failure ends the check.
Status noteFailure(const Error &error, QStringList &findings)
{
    if (error.code != ErrorCode::JournalDamaged)
        return error;
    findings.append(error.message);
    return Done();
}

Status checkIntegrity(Database &database, QStringList &findings)
{
    auto rows = database.prepare("PRAGMA integrity_check(100)");
    if (!rows)
        return noteFailure(rows.error(), findings);
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = rows->step()) == Statement::Step::Row) {
        if (rows->bytes(0) != "ok")
            findings.append(u"SQLite: %1"_s.arg(rows->text(0)));
    }
    return outcome == Statement::Step::Failed ? noteFailure(rows->error(), findings) : Status(Done());
}

using Look = FunctionRef<qint64(const Statement &)>; // at one row; returns how many bytes that were

// Goes over rows in the order of their first column, which is an integer that the statement compares with ?1. Each read
// transaction ends when its budget is spent, and the next one goes on behind the last row.
Status walkRows(Database &database, QByteArrayView sql, QStringList &findings, FunctionRef<void()> released, Look look)
{
    auto rows = database.prepare(sql);
    if (!rows)
        return noteFailure(rows.error(), findings);
    qint64 last = -1;
    for (bool more = true; more && findings.size() < kMaxFindings;) {
        ReadBudget budget;
        rows->bind(1, last);
        Statement::Step outcome = Statement::Step::Row;
        bool inBudget = true;
        while (inBudget && (outcome = rows->step()) == Statement::Step::Row) {
            last = qMax(last, rows->integer(0));
            inBudget = budget.spend(look(*rows));
        }
        more = outcome == Statement::Step::Row;
        rows->reset();
        released();
        if (outcome == Statement::Step::Failed)
            return noteFailure(rows->error(), findings);
    }
    return Done();
}

// `alsoIndex`: that the index leads to each row, too.
Status checkEvents(Database &database, bool alsoIndex, QStringList &findings, FunctionRef<void()> released)
{
    const QByteArray found = alsoIndex ? "(SELECT i.seq FROM events AS i INDEXED BY events_delivery"
                                         " WHERE i.source = e.source AND i.delivery_id = e.delivery_id)"_ba
                                       : "e.seq"_ba;
    qint64 last = 0;
    QList<Header> fields;
    const auto look = [&](const Statement &row) -> qint64 {
        const qint64 seq = row.integer(0);
        if (seq <= last)
            findings.append(u"Event %1 comes after event %2: the sequence does not rise."_s.arg(seq).arg(last));
        last = qMax(last, seq);
        const QByteArrayView body = row.bytes(3);
        const auto raw = QByteArray::fromRawData(body.data(), body.size());
        if (QCryptographicHash::hash(raw, QCryptographicHash::Sha256) != row.bytes(1))
            findings.append(u"Event %1: the body is not the one that was received."_s.arg(seq));
        if (!unpackHeaders(row.bytes(2), fields))
            findings.append(u"Event %1: the headers are damaged."_s.arg(seq));
        if (row.integer(4) != seq)
            findings.append(u"Event %1: the index does not lead to it."_s.arg(seq));
        return body.size();
    };
    return walkRows(database,
                    "SELECT e.seq, e.digest, e.headers, e.body, " + found +
                        " FROM events AS e WHERE e.seq > ?1 ORDER BY e.seq",
                    findings, released, look);
}

Status checkBlocks(Database &database, QStringList &findings, FunctionRef<void()> released)
{
    const auto look = [&](const Statement &row) -> qint64 {
        if (row.integer(1) != row.integer(2))
            findings.append(u"Block %1 counts other events than it has."_s.arg(row.integer(0)));
        return kCountedBytes;
    };
    return walkRows(database,
                    "SELECT block, events, (SELECT count(*) FROM events WHERE seq BETWEEN block << 10"
                    " AND (block << 10) + 1023) FROM blocks WHERE block > ?1 ORDER BY block",
                    findings, released, look);
}

// Findings of a query that selects one number for each thing that is wrong.
Status checkNone(Database &database, QByteArrayView sql, const QString &sentence, QStringList &findings)
{
    auto rows = database.prepare(sql);
    if (!rows)
        return noteFailure(rows.error(), findings);
    Statement::Step outcome = Statement::Step::Row;
    while (findings.size() < kMaxFindings && (outcome = rows->step()) == Statement::Step::Row)
        findings.append(sentence.arg(rows->integer(0)));
    return outcome == Statement::Step::Failed ? noteFailure(rows->error(), findings) : Status(Done());
}

} // namespace

Result<JournalFindings> checkJournal(Database &database, const JournalCheckPlan &plan, FunctionRef<void()> released)
{
    JournalFindings findings;
    findings.structureRead = !plan.besideWriter || Database::bytesOnDisk(database.path()) <= plan.largeBytes;
    if (findings.structureRead) {
        if (const Status done = checkIntegrity(database, findings.damage); !done)
            return done.error();
        released();
    }
    if (const Status done = checkEvents(database, !findings.structureRead, findings.damage, released); !done)
        return done.error();
    const QByteArrayView spans = "SELECT id FROM listening WHERE to_us < from_us";
    const QString backwards = u"Listening span %1 ends before it begins."_s;
    if (const Status done = checkNone(database, spans, backwards, findings.damage); !done)
        return done.error();
    if (const Status done = checkBlocks(database, findings.damage, released); !done)
        return done.error();
    return findings;
}

} // namespace hookboard
