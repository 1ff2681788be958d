#include "core/journal/journalcheck.h"

#include "core/journal/headerscodec.h"

#include <QtCore/QCryptographicHash>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxFindings = 100;

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

// Goes on behind the row that was seen last when a transaction has lasted long, so that a writer's log can shrink.
Status checkEvents(Database &database, QStringList &findings)
{
    constexpr int kRowsPerTransaction = 1000;
    auto rows = database.prepare("SELECT seq, digest, headers, body FROM events WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    if (!rows)
        return noteFailure(rows.error(), findings);
    qint64 last = 0;
    int seen = kRowsPerTransaction;
    QList<Header> fields;
    while (seen == kRowsPerTransaction && findings.size() < kMaxFindings) {
        rows->bind(1, last).bind(2, qint64(kRowsPerTransaction));
        Statement::Step outcome = Statement::Step::Row;
        for (seen = 0; (outcome = rows->step()) == Statement::Step::Row; ++seen) {
            const qint64 seq = rows->integer(0);
            if (seq <= last)
                findings.append(u"Event %1 comes after event %2: the sequence does not rise."_s.arg(seq).arg(last));
            last = qMax(last, seq);
            const QByteArrayView body = rows->bytes(3);
            const auto raw = QByteArray::fromRawData(body.data(), body.size());
            if (QCryptographicHash::hash(raw, QCryptographicHash::Sha256) != rows->bytes(1))
                findings.append(u"Event %1: the body is not the one that was received."_s.arg(seq));
            if (!unpackHeaders(rows->bytes(2), fields))
                findings.append(u"Event %1: the headers are damaged."_s.arg(seq));
        }
        rows->reset();
        if (outcome == Statement::Step::Failed)
            return noteFailure(rows->error(), findings);
    }
    return Done();
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

Result<QStringList> checkJournal(Database &database)
{
    QStringList findings;
    if (const Status done = checkIntegrity(database, findings); !done)
        return done.error();
    if (const Status done = checkEvents(database, findings); !done)
        return done.error();
    const QByteArrayView spans = "SELECT id FROM listening WHERE to_us < from_us";
    if (const Status done = checkNone(database, spans, u"Listening span %1 ends before it begins."_s, findings); !done)
        return done.error();
    const QByteArrayView blocks = "SELECT block FROM blocks WHERE events <> (SELECT count(*) FROM events"
                                  " WHERE seq BETWEEN block << 10 AND (block << 10) + 1023)";
    if (const Status done = checkNone(database, blocks, u"Block %1 counts other events than it has."_s, findings);
        !done)
        return done.error();
    return findings;
}

} // namespace hookboard
