#include "ui/events/eventlook.h"

#include "ui/events/eventsmodel.h"

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

ChipLook chipOf(EventState state)
{
    const QString word = EventsModel::stateText(state);
    switch (state) {
    case EventState::Verified:
        return {u"verified"_s, word, Tone::Ok};
    case EventState::Unverified:
        return {u"unverified"_s, word, Tone::Unverified};
    case EventState::Simulated:
        return {u"simulated"_s, word, Tone::Simulated};
    case EventState::Quarantined:
        return {u"error"_s, word, Tone::Error};
    }
    return {};
}

} // namespace hookboard
