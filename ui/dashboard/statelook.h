// What a state of a States tile is called and how bad it is: as the tile says, else by the words that services use for
// themselves. Pure functions; GUI or test thread.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/designtokens.h"

#include <optional>

namespace hookboard {

struct ShownState
{
    QString word;
    std::optional<Threshold::Severity> severity; // absent = nobody said what it means
};

ShownState shownState(const StatesOptions &options, const QString &state);

QString severityIcon(std::optional<Threshold::Severity> severity);
Tone severityTone(std::optional<Threshold::Severity> severity);

} // namespace hookboard
