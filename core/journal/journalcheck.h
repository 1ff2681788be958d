// checkJournal(): looks at everything a journal promises. Reads the whole file; any thread, over its own connection. In
// read transactions that are short or over a small part, so that the log of a writer beside it can be emptied.
#pragma once

#include "core/journal/database.h"
#include "core/types/functionref.h"

#include <QtCore/QStringList>

namespace hookboard {

struct JournalFindings
{
    QStringList damage;        // one sentence for each thing that is wrong, at most a hundred; empty = clean
    bool structureRead = true; // false: SQLite's own check of all pages would have held a writer up, and was left out
};

struct JournalCheckPlan
{
    // A writer may be at work. SQLite's integrity check is one read transaction over the whole file: in a large one it
    // would keep the log from being emptied until senders are refused, so rows and index are compared instead.
    bool besideWriter = false;
    qint64 largeBytes = 256LL * 1024 * 1024;
};

// `released` is called after each transaction. An Error when the file cannot be read on.
Result<JournalFindings> checkJournal(Database &database, const JournalCheckPlan &plan, FunctionRef<void()> released);

} // namespace hookboard
