// What SQLite's result codes mean here. Internal to database.cpp and statement.cpp.
#pragma once

#include "core/types/error.h"

struct sqlite3;

namespace hookboard {

// `systemError`: errno of the call that failed, 0 when unknown.
ErrorCode sqliteErrorCode(int code, int systemError);
// Of the last call on this connection, which had that outcome.
Error sqliteError(sqlite3 *db, int code);

} // namespace hookboard
