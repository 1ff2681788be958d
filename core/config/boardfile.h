// Board files: *.board.json <-> BoardSpec. Stable key order, two-space indent, unknown keys kept. Pure, any thread.
#pragma once

#include "core/types/result.h"
#include "core/types/tilespec.h"

namespace hookboard {

inline constexpr int kBoardFormat = 1;

// NewerFormat for a file of a later version, Malformed with the place for bad JSON or a bad value.
Result<BoardSpec> boardFromJson(const QByteArray &json, const QString &id);
QByteArray boardToJson(const BoardSpec &board);

Result<BoardSpec> readBoardFile(const QString &path);
// Atomic: written beside, synced, renamed. Never overwrites a file of a newer format.
Status writeBoardFile(const QString &path, const BoardSpec &board);

} // namespace hookboard
