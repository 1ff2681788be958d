// Source steps: changed settings of a source as undo steps beside those of the list of boards. Secrets are not among
// them: they are never kept where they could be brought back from.
#pragma once

#include "core/types/source.h"
#include "ui/sources/sourcespage.h"

#include <functional>
#include <optional>

namespace hookboard {

class UndoTimeline;

struct SourceSteps
{
    UndoTimeline &timeline; // outlives the requests
    std::function<std::optional<SourceConfig>(const QString &name)> current;
    std::function<void(const QString &sentence)> problem; // of an undo that failed
};

// The same requests; an update that went well becomes a step.
SourceRequests withSteps(SourceRequests requests, const SourceSteps &steps);

} // namespace hookboard
