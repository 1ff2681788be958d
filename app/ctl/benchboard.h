// The board and the events that `bench fold` and `bench start` measure with: 12 tiles of all kinds over deliveries of
// about 1 KB.
#pragma once

#include "core/types/result.h"
#include "core/types/tilespec.h"

namespace hookboard {

BoardSpec benchBoard();

// Fills a new journal through the real verifier and writer with deliveries of one signed source, spread over the last
// `events` * 10 ms. Runs the event loop of the application.
Status fillJournal(const QString &path, qint64 events);

} // namespace hookboard
