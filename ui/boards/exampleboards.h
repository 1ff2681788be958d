// The boards that come with the program, with their words in the language of the window. Reads a resource.
#pragma once

#include "core/types/result.h"
#include "core/types/tilespec.h"

#include <QtCore/QStringList>

namespace hookboard {

// By name; "demo" is the one of --demo.
QStringList exampleBoardKeys();
// With the key as its id.
Result<BoardSpec> exampleBoard(const QString &key);

} // namespace hookboard
