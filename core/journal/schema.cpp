#include "core/journal/schema.h"

#include "core/journal/journalerror.h"
#include "core/types/sentence.h"

#include <algorithm>
#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Version 1.
// events: small columns first and the body last, so that a scan that does not want bodies skips their overflow pages.
//   seq is given by the writer, one by one; meta.last_seq keeps numbers of removed rows from being used again.
//   flags: 1 verified, 2 simulated. digest: SHA-256 of body. headers: see headerscodec.h.
//   The index on (source, delivery_id) is the only secondary one: it makes a delivery count once, and each further
//   index would cost a fifth of the ingest rate.
// blocks: one row for each complete block of 1024 numbers: how many rows, and the range of their arrival times. Time
//   queries skip blocks by it; unlike a binary search over seq it stays right when the clock jumps.
// sources: totals of all events in complete blocks.
// listening: spans of wall-clock time in which deliveries were accepted; running = not closed in order yet.
constexpr const char *kVersion1 = R"sql(
CREATE TABLE events(
  seq INTEGER PRIMARY KEY,
  received_us INTEGER NOT NULL,
  source TEXT NOT NULL,
  type TEXT NOT NULL,
  flags INTEGER NOT NULL,
  delivery_id BLOB NOT NULL,
  occurred_us INTEGER,
  peer TEXT NOT NULL,
  scheme TEXT NOT NULL,
  secret_index INTEGER NOT NULL,
  target BLOB NOT NULL,
  headers BLOB NOT NULL,
  encoding INTEGER NOT NULL,
  digest BLOB NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_delivery ON events(source, delivery_id);
CREATE TABLE blocks(
  block INTEGER PRIMARY KEY,
  events INTEGER NOT NULL,
  min_us INTEGER NOT NULL,
  max_us INTEGER NOT NULL
) STRICT;
CREATE TABLE sources(
  source TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  last_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE quarantine(
  id INTEGER PRIMARY KEY,
  received_us INTEGER NOT NULL,
  source TEXT NOT NULL,
  type TEXT NOT NULL,
  delivery_id BLOB NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  size INTEGER NOT NULL,
  peer TEXT NOT NULL,
  target BLOB NOT NULL,
  headers BLOB NOT NULL,
  encoding INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoints(
  key BLOB PRIMARY KEY,
  spec_digest BLOB NOT NULL,
  upto_seq INTEGER NOT NULL,
  state BLOB NOT NULL
) STRICT;
CREATE TABLE listening(
  id INTEGER PRIMARY KEY,
  from_us INTEGER NOT NULL,
  to_us INTEGER NOT NULL,
  running INTEGER NOT NULL
) STRICT;
CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA application_id = 1214988900;
)sql";

static_assert(kJournalApplicationId == 1214988900);

} // namespace

Status requireKnownFormat(Database &database, int newest)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    const auto application = database.integer("PRAGMA application_id");
    if (!application)
        return application.error();
    const auto objects = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return objects.error();
    const bool empty = *version == 0 && *application == 0 && *objects == 0;
    if (!empty && *application != kJournalApplicationId)
        return journalError(ErrorCode::JournalUnavailable, database.path(),
                            Sentence::tr("it is another program's database"));
    if (*version > newest) {
        return Error{ErrorCode::NewerFormat,
                     Sentence::tr("%1 was written by a newer Hookboard (format %2, this one knows %3). "
                                  "Update Hookboard; the file is left as it is.")
                         .arg(database.path())
                         .arg(*version)
                         .arg(newest)};
    }
    return Done();
}

namespace {

Status applyStep(Database &database, const Migration &migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto version = database.integer("PRAGMA user_version"); // another process may have been faster
    if (!version)
        return version.error();
    if (*version >= migration.version)
        return Done();
    if (const Status done = database.execute(migration.sql); !done)
        return done;
    if (const Status done = database.execute("PRAGMA user_version = " + QByteArray::number(migration.version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

std::span<const Migration> journalMigrations()
{
    static const std::array migrations{Migration{1, QByteArray(kVersion1)}};
    return migrations;
}

Status migrate(Database &database, std::span<const Migration> migrations)
{
    if (const Status known = requireKnownFormat(database, migrations.back().version); !known)
        return known;
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (const Status done = applyStep(database, migration); !done)
            return done;
    }
    return Done();
}

Status requireCurrentSchema(Database &database)
{
    if (const Status known = requireKnownFormat(database); !known)
        return known;
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version == 0)
        return Error{ErrorCode::NotFound,
                     Sentence::tr("%1 holds no journal yet. Start Hookboard once.").arg(database.path())};
    if (*version < journalMigrations().back().version) {
        return Error{ErrorCode::JournalUnavailable,
                     Sentence::tr("%1 has an older format. Start Hookboard once; it brings the file up to date.")
                         .arg(database.path())};
    }
    return Done();
}

} // namespace hookboard
