// What stopped the journal, as an Error with a sentence that says what to do; and the operating system's error numbers
// that SQLite passes through. Pure functions, any thread.
#pragma once

#include "core/types/error.h"

namespace hookboard {

// `detail` is SQLite's own text; it is shown where only that says more.
Error journalError(ErrorCode code, const QString &path, const QString &detail = {});

// Error numbers (errno, GetLastError) that mean "no room" and "medium is read-only".
bool isNoSpace(int systemError);
bool isReadOnlyMedium(int systemError);

} // namespace hookboard
