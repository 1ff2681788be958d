#include "ui/dashboard/valuelooks.h"

#include "ui/style/plaintext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kWordLimit = 40;

} // namespace

const StateLook *lookOf(const QList<StateLook> &looks, const QString &value)
{
    const auto it =
        std::find_if(looks.begin(), looks.end(), [&](const StateLook &look) { return look.value == value; });
    return it == looks.end() ? nullptr : &*it;
}

const StateLook *lookOf(const QList<StateLook> &looks, const Scalar &value)
{
    return looks.isEmpty() || value.isAbsent() ? nullptr : lookOf(looks, value.toText());
}

QString wordOf(const StateLook &look)
{
    return plainLine(look.label.isEmpty() ? look.value : look.label, kWordLimit);
}

ChipLook chipOf(const StateLook &look)
{
    switch (look.severity) {
    case Threshold::Severity::Error:
        return {u"error"_s, wordOf(look), Tone::Error};
    case Threshold::Severity::Warn:
        return {u"warning"_s, wordOf(look), Tone::Warn};
    case Threshold::Severity::Ok:
        break;
    }
    return {u"ok"_s, wordOf(look), Tone::Ok};
}

std::optional<Threshold> thresholdHolding(const QList<Threshold> &thresholds, double value,
                                          std::optional<double> heldFrom)
{
    std::optional<Threshold> holding;
    for (const Threshold &threshold : thresholds) {
        const bool held = heldFrom && threshold.from <= *heldFrom && threshold.release > 0 &&
                          value >= threshold.from - threshold.release;
        if (value >= threshold.from || held)
            holding = threshold;
    }
    return holding;
}

} // namespace hookboard
