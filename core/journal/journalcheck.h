// checkJournal(): looks at everything a journal promises. Reads the whole file; any thread, over its own connection.
#pragma once

#include "core/journal/database.h"

#include <QtCore/QStringList>

namespace hookboard {

// One sentence for each thing that is wrong, at most a hundred; empty = clean. An Error when the file cannot be read
// on.
Result<QStringList> checkJournal(Database &database);

} // namespace hookboard
