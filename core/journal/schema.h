// The tables of journal.sqlite and the numbered steps that lead to them. Each step runs in one transaction together
// with the bump of user_version, so a file is always at exactly one version. Pure functions over an open Database.
#pragma once

#include "core/journal/database.h"

#include <span>

namespace hookboard {

struct Migration
{
    int version = 0; // user_version after this step
    QByteArray sql;
};

// PRAGMA application_id of a journal ("HkBd").
inline constexpr qint64 kJournalApplicationId = 0x486b4264;

// All steps, ascending from 1.
std::span<const Migration> journalMigrations();

// Brings the file to the last version. NewerFormat, and the file untouched, when a newer program wrote it;
// JournalUnavailable when it is some other program's database.
Status migrate(Database &database, std::span<const Migration> migrations = journalMigrations());

// Looks without writing: whether the file is empty or a journal of a version that this program knows.
Status requireKnownFormat(Database &database, int newest = journalMigrations().back().version);

// For readers, which cannot migrate: NotFound when there is no journal in the file yet.
Status requireCurrentSchema(Database &database);

} // namespace hookboard
