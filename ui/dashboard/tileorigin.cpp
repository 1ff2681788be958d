#include "ui/dashboard/tileorigin.h"

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/seriesplot.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kNameLimit = 48;

struct Origin
{
    Q_DECLARE_TR_FUNCTIONS(Origin)
};

// With several bindings a key begins with the number of its own.
QString groupOf(const TileSpec &spec, const Series &series)
{
    return spec.bindings.size() > 1 ? series.key.section(u'/', 1) : series.key;
}

std::optional<EventOrigin> whole(const TileFacts &facts, int binding)
{
    if (binding < 0 || binding >= facts.spec.bindings.size() || facts.snapshot.windowToUs == 0)
        return std::nullopt;
    EventOrigin origin;
    origin.kind = facts.spec.kind;
    origin.binding = facts.spec.bindings[binding];
    origin.fromUs = facts.snapshot.windowFromUs;
    // The last bucket is counted to its end; what came after this picture was made is not in it.
    origin.toUs = facts.snapshot.windowToUs;
    return origin;
}

void restrictTo(EventOrigin &origin, const TileFacts &facts, const Series &series)
{
    if (origin.binding.groupBy.isEmpty())
        return;
    if (!series.other) {
        origin.group = groupOf(facts.spec, series);
        origin.groupMissing = origin.group->isEmpty() && series.label.contains(u"(missing)"_s);
        return;
    }
    for (const Series &one : facts.snapshot.series) {
        if (!one.other && bindingOf(facts.spec, one) == bindingOf(facts.spec, series))
            origin.otherThan << groupOf(facts.spec, one);
    }
}

QString title(const TileFacts &facts)
{
    return plainLine(facts.spec.title.isEmpty() ? Origin::tr("Tile") : facts.spec.title, kNameLimit);
}

QString timesText(const TileFacts &facts, qint64 fromUs, qint64 toUs)
{
    return formatRange(fromUs, toUs, facts.context.nowUs, facts.locale, zoneOf(facts.spec)) +
           zoneSuffix(facts.spec, fromUs);
}

} // namespace

std::optional<NamedOrigin> originOfWindow(const TileFacts &facts)
{
    const std::optional<EventOrigin> origin = whole(facts, 0);
    if (!origin)
        return std::nullopt;
    return NamedOrigin{*origin, Origin::tr("%1: %2").arg(title(facts), timesText(facts, origin->fromUs, origin->toUs))};
}

std::optional<NamedOrigin> originOfSeries(const TileFacts &facts, const Series &series)
{
    std::optional<EventOrigin> origin = whole(facts, bindingOf(facts.spec, series));
    if (!origin)
        return std::nullopt;
    restrictTo(*origin, facts, series);
    return NamedOrigin{*origin, Origin::tr("%1: %2, %3")
                                    .arg(title(facts), plainLine(seriesLabel(series, 0), kNameLimit),
                                         timesText(facts, origin->fromUs, origin->toUs))};
}

std::optional<NamedOrigin> originOfBucket(const TileFacts &facts, qint64 bucketUs, const Series *series)
{
    std::optional<EventOrigin> origin = whole(facts, series ? bindingOf(facts.spec, *series) : 0);
    if (!origin || facts.snapshot.bucketUs <= 0)
        return std::nullopt;
    origin->fromUs = bucketUs;
    origin->toUs = bucketUs + facts.snapshot.bucketUs;
    const QString when = timesText(facts, origin->fromUs, origin->toUs);
    if (!series || facts.snapshot.series.size() < 2)
        return NamedOrigin{*origin, Origin::tr("%1: %2").arg(title(facts), when)};
    restrictTo(*origin, facts, *series);
    return NamedOrigin{
        *origin, Origin::tr("%1: %2, %3").arg(title(facts), plainLine(seriesLabel(*series, 0), kNameLimit), when)};
}

std::optional<NamedOrigin> originOfLane(const TileFacts &facts, const Lane &lane, const Lane::Span *span)
{
    std::optional<EventOrigin> origin = whole(facts, 0);
    if (!origin)
        return std::nullopt;
    if (!origin->binding.groupBy.isEmpty()) {
        origin->group = lane.key;
        origin->groupMissing = lane.key.isEmpty() && lane.label == u"(missing)"_s;
    }
    if (span) {
        origin->fromUs = span->fromUs;
        origin->toUs = span->toUs;
    }
    const QString when = timesText(facts, origin->fromUs, origin->toUs);
    if (lane.label.isEmpty())
        return NamedOrigin{*origin, Origin::tr("%1: %2").arg(title(facts), when)};
    return NamedOrigin{*origin, Origin::tr("%1: %2, %3").arg(title(facts), plainLine(lane.label, kNameLimit), when)};
}

std::optional<NamedOrigin> originOfBin(const TileFacts &facts, std::optional<double> from, std::optional<double> to,
                                       const QString &range)
{
    std::optional<EventOrigin> origin = whole(facts, 0);
    if (!origin)
        return std::nullopt;
    origin->valueFrom = from;
    origin->valueTo = to;
    return NamedOrigin{
        *origin, Origin::tr("%1: %2, %3").arg(title(facts), range, timesText(facts, origin->fromUs, origin->toUs))};
}

std::optional<NamedOrigin> originOfSkipped(const TileFacts &facts)
{
    std::optional<EventOrigin> origin = whole(facts, 0);
    const bool any = std::any_of(facts.snapshot.skipped.begin(), facts.snapshot.skipped.end(),
                                 [](quint64 count) { return count > 0; });
    if (!origin || !any)
        return std::nullopt;
    origin->skipped = true;
    origin->fromUs = 0; // they are counted since the fold began
    origin->toUs = facts.context.nowUs;
    return NamedOrigin{*origin, Origin::tr("%1: skipped events").arg(title(facts))};
}

} // namespace hookboard
