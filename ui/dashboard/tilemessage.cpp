// What stands on a tile in place of a body or under it: waiting, no data, errors, and the one button that helps.
#include "ui/dashboard/tilewords.h"

#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(Tile)
};

QString waitedFor(const TileFacts &facts)
{
    const Binding &b = facts.spec.bindings.value(0);
    if (!b.types.isEmpty())
        return isolatedLine(b.types.first(), 60);
    if (!b.source.isEmpty())
        return MessageWords::tr("event of %1").arg(isolatedLine(b.source, 60));
    return MessageWords::tr("event");
}

// What another mapping does not mend.
bool isOfJournal(ErrorCode code)
{
    return code == ErrorCode::JournalDamaged || code == ErrorCode::JournalBusy || code == ErrorCode::JournalReadOnly ||
           code == ErrorCode::JournalUnavailable || code == ErrorCode::DiskFull || code == ErrorCode::Io;
}

} // namespace

bool showsMessage(const TileFacts &facts)
{
    const TileCondition &condition = facts.condition;
    const auto holds = [&](TileState state) { return condition.state == state || condition.also.contains(state); };
    // An error keeps the last good picture, and a fold that runs will find what there is.
    if (holds(TileState::Error) || holds(TileState::Broken) || facts.snapshot.refolding)
        return condition.state == TileState::Waiting || condition.state == TileState::NoData;
    return holds(TileState::Waiting) || holds(TileState::NoData);
}

TileMessage tileMessage(const TileFacts &facts, const QString &address)
{
    if (!showsMessage(facts))
        return {};
    if (facts.snapshot.lastEventUs == 0) {
        TileMessage message{u"waiting"_s,
                            MessageWords::tr("Waiting for the first %1").arg(waitedFor(facts)),
                            address,
                            TileAction::None,
                            {}};
        if (!address.isEmpty()) {
            message.action = TileAction::Simulate;
            message.actionText = MessageWords::tr("Simulate one");
        }
        return message;
    }
    const Window window = facts.spec.bindings.value(0).window;
    TileMessage message{u"no-data"_s,
                        MessageWords::tr("No event in %1").arg(windowText(window, facts.locale)),
                        {},
                        TileAction::None,
                        {}};
    const Window wider = widened(window);
    if (wider != window) {
        message.action = TileAction::Widen;
        message.actionText = wider.kind == Window::Kind::All
                                 ? MessageWords::tr("Show all")
                                 : MessageWords::tr("Widen to %1").arg(formatSpan(wider.lengthUs, facts.locale));
    }
    return message;
}

TileMessage tileBanner(const TileFacts &facts)
{
    if (!facts.snapshot.error && facts.snapshot.broken) {
        const BrokenPath &broken = *facts.snapshot.broken;
        const QString field = isolatedLine(broken.path, 60);
        const QString words =
            broken.nearest.isEmpty()
                ? MessageWords::tr("The field %1 is gone").arg(field)
                : MessageWords::tr("The field %1 is gone. Nearest: %2").arg(field, isolatedLine(broken.nearest, 60));
        return {u"broken-binding"_s, words, {}, TileAction::Fix, MessageWords::tr("Fix\u2026")};
    }
    if (!facts.snapshot.error)
        return {};
    TileMessage message{u"error"_s, plainParagraph(facts.snapshot.error->message, 300), {}, TileAction::None, {}};
    if (!isOfJournal(facts.snapshot.error->code)) {
        message.action = TileAction::Fix;
        message.actionText = MessageWords::tr("Fix…");
    }
    return message;
}

} // namespace hookboard
