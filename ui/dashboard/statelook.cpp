#include "ui/dashboard/statelook.h"

#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kStateWordLimit = 40;

std::optional<Threshold::Severity> usualMeaning(const QString &state)
{
    static const QStringList good{u"ok"_s,      u"up"_s,          u"healthy"_s,  u"success"_s, u"succeeded"_s,
                                  u"passing"_s, u"passed"_s,      u"online"_s,   u"running"_s, u"active"_s,
                                  u"ready"_s,   u"operational"_s, u"resolved"_s, u"true"_s,    u"normal"_s};
    static const QStringList poor{u"warn"_s,     u"warning"_s,  u"degraded"_s, u"slow"_s,        u"pending"_s,
                                  u"unstable"_s, u"starting"_s, u"partial"_s,  u"maintenance"_s, u"queued"_s};
    static const QStringList bad{u"down"_s,    u"error"_s,  u"failed"_s, u"failure"_s, u"failing"_s, u"critical"_s,
                                 u"offline"_s, u"firing"_s, u"false"_s,  u"outage"_s,  u"crashed"_s, u"unhealthy"_s};
    const QString lower = state.trimmed().toLower();
    if (good.contains(lower))
        return Threshold::Severity::Ok;
    if (poor.contains(lower))
        return Threshold::Severity::Warn;
    if (bad.contains(lower))
        return Threshold::Severity::Error;
    return std::nullopt;
}

} // namespace

ShownState shownState(const StatesOptions &options, const QString &state)
{
    for (const StateLook &look : options.states) {
        if (look.value.compare(state, Qt::CaseInsensitive) == 0)
            return {look.label.isEmpty() ? capitalised(plainLine(look.value, kStateWordLimit))
                                         : plainLine(look.label, kStateWordLimit),
                    look.severity};
    }
    const QString word =
        state.isEmpty() ? QCoreApplication::translate("Tile", "Empty") : capitalised(plainLine(state, kStateWordLimit));
    return {word, options.states.isEmpty() ? usualMeaning(state) : std::nullopt};
}

QString severityIcon(std::optional<Threshold::Severity> severity)
{
    if (!severity)
        return u"help"_s;
    return *severity == Threshold::Severity::Error  ? u"error"_s
           : *severity == Threshold::Severity::Warn ? u"warning"_s
                                                    : u"ok"_s;
}

Tone severityTone(std::optional<Threshold::Severity> severity)
{
    if (!severity)
        return Tone::Neutral;
    return *severity == Threshold::Severity::Error  ? Tone::Error
           : *severity == Threshold::Severity::Warn ? Tone::Warn
                                                    : Tone::Ok;
}

} // namespace hookboard
