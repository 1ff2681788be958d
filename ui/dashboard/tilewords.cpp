#include "ui/dashboard/tilewords.h"

#include "ui/dashboard/timeaxis.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kDeafShare = 1000; // of a window: less than that is not worth a word

struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(Tile)
};

const Binding &binding(const TileSpec &spec)
{
    static const Binding none;
    return spec.bindings.isEmpty() ? none : spec.bindings.first();
}

QString since(qint64 us, const TileFacts &facts)
{
    return formatMoment(us, facts.context.nowUs, facts.locale, false, zoneOf(facts.spec)) + zoneSuffix(facts.spec, us);
}

QString count(quint64 n, const TileFacts &facts)
{
    return formatCount(n, facts.locale);
}

QString age(const TileFacts &facts)
{
    return formatAge(facts.snapshot.lastEventUs, facts.context.nowUs, facts.locale);
}

quint64 skippedTotal(const TileSnapshot &snapshot)
{
    quint64 total = 0;
    for (quint64 n : snapshot.skipped)
        total += n;
    return total;
}

QString skippedSentence(const TileFacts &facts)
{
    const QMap<QString, quint64> &skipped = facts.snapshot.skipped;
    const auto most = std::max_element(skipped.begin(), skipped.end());
    const quint64 total = skippedTotal(facts.snapshot);
    return StateWords::tr("%1 of %2 events skipped: %3")
        .arg(count(total, facts), count(facts.snapshot.matched + total, facts), skipReasonText(most.key()));
}

QString staleSentence(const TileFacts &facts)
{
    if (facts.snapshot.usualIntervalUs < kSecondUs) // too few to say, or several per second
        return StateWords::tr("Last event %1").arg(age(facts));
    return StateWords::tr("Last event %1, usually within %2")
        .arg(age(facts), formatSpan(facts.snapshot.usualIntervalUs, facts.locale));
}

QString offlineSentence(const TileFacts &facts)
{
    const QString moment = since(facts.condition.sinceUs, facts);
    if (facts.context.listener.listening)
        return facts.condition.sinceUs > 0 ? StateWords::tr("Not storing since %1").arg(moment)
                                           : StateWords::tr("Not storing");
    return facts.condition.sinceUs > 0 ? StateWords::tr("Not listening since %1").arg(moment)
                                       : StateWords::tr("Not listening");
}

// All that was stored since, also what this tile does not count.
quint64 storedWhilePaused(const TileFacts &facts)
{
    const TileContext &context = facts.context;
    return context.pausedSeq > 0 && context.journal.lastSeq > context.pausedSeq
               ? context.journal.lastSeq - context.pausedSeq
               : 0;
}

QString pausedSentence(const TileFacts &facts)
{
    const quint64 waiting = storedWhilePaused(facts);
    if (waiting == 0)
        return StateWords::tr("Paused, new events wait, none is lost");
    return waiting == 1 ? StateWords::tr("Paused, 1 event received since, none is lost")
                        : StateWords::tr("Paused, %1 events received since, none is lost").arg(count(waiting, facts));
}

QString stateSentence(const TileFacts &facts)
{
    const TileSnapshot &s = facts.snapshot;
    switch (facts.condition.state) {
    case TileState::Error:
    case TileState::Broken:
        return s.lastEventUs > 0 ? StateWords::tr("Last event %1").arg(age(facts)) : QString();
    case TileState::Offline:
        return offlineSentence(facts);
    case TileState::TooMany: {
        const qsizetype shown =
            s.lanes.size() + s.series.size() -
            std::count_if(s.series.begin(), s.series.end(), [](const Series &series) { return series.other; });
        return StateWords::tr("%1 of %2 groups shown, limit %3")
            .arg(count(quint64(shown), facts), count(s.groupsTotal, facts), count(s.groupLimit, facts));
    }
    case TileState::Stale:
        return staleSentence(facts);
    case TileState::Paused:
        return pausedSentence(facts);
    case TileState::Simulated:
        return s.simulated >= s.matched ? StateWords::tr("Simulated, no real event inside")
                                        : StateWords::tr("%1 of %2 events are simulated")
                                              .arg(count(s.simulated, facts), count(s.matched, facts));
    case TileState::Unverified:
        return s.unverified >= s.matched ? StateWords::tr("Unverified, no verified event inside")
                                         : StateWords::tr("%1 of %2 events are unverified")
                                               .arg(count(s.unverified, facts), count(s.matched, facts));
    case TileState::Partial:
        return s.refolding ? StateWords::tr("Recomputing, %1").arg(formatPercent(s.refoldProgress, facts.locale, 0))
                           : skippedSentence(facts);
    case TileState::NoData:
        return StateWords::tr("Last event %1").arg(since(s.lastEventUs, facts));
    case TileState::Waiting:
        if (facts.context.stored)
            return StateWords::tr("No event so far");
        return facts.context.listener.sinceUs > 0
                   ? StateWords::tr("Listening since %1").arg(since(facts.context.listener.sinceUs, facts))
                   : StateWords::tr("Listening");
    case TileState::Live:
        break;
    }
    return age(facts);
}

// For narrow tiles: the fact without its surroundings.
QString briefSentence(const TileFacts &facts, TileState state)
{
    const TileSnapshot &s = facts.snapshot;
    switch (state) {
    case TileState::Offline:
        return StateWords::tr("Since %1").arg(since(facts.condition.sinceUs, facts));
    case TileState::TooMany:
        return StateWords::tr("%1 groups").arg(count(s.groupsTotal, facts));
    case TileState::Paused:
        return storedWhilePaused(facts) == 0 ? StateWords::tr("None is lost")
                                             : StateWords::tr("%1 wait").arg(count(storedWhilePaused(facts), facts));
    case TileState::Simulated:
        return StateWords::tr("%1 simulated").arg(count(s.simulated, facts));
    case TileState::Unverified:
        return StateWords::tr("%1 unverified").arg(count(s.unverified, facts));
    case TileState::Partial:
        return s.refolding ? formatPercent(s.refoldProgress, facts.locale, 0)
                           : StateWords::tr("%1 skipped").arg(count(skippedTotal(s), facts));
    case TileState::Waiting:
        return facts.context.stored ? StateWords::tr("No event") : StateWords::tr("Listening");
    case TileState::Error:
    case TileState::Broken:
    case TileState::Stale:
    case TileState::Live:
        return s.lastEventUs > 0 ? age(facts) : QString();
    case TileState::NoData:
        return since(s.lastEventUs, facts);
    }
    return {};
}

// What a state of higher rank must not hide about the numbers.
QStringList furtherBriefs(const TileFacts &facts)
{
    QStringList words;
    for (const TileState state : facts.condition.also) {
        if (state == TileState::Simulated || state == TileState::Unverified || state == TileState::Partial)
            words << (state == TileState::Partial && facts.snapshot.refolding
                          ? StateWords::tr("recomputing, %1").arg(briefSentence(facts, state))
                          : briefSentence(facts, state));
    }
    return words;
}

// A total over a time in which nobody listened is smaller than it should be; charts over time hatch that time.
QString deafness(const TileFacts &facts)
{
    const TileSnapshot &s = facts.snapshot;
    const Window::Kind window = binding(facts.spec).window.kind;
    const bool draws = facts.spec.kind == TileKind::TimeSeries || facts.spec.kind == TileKind::States;
    if (draws || (window != Window::Kind::Rolling && window != Window::Kind::Calendar))
        return {};
    qint64 deafUs = 0;
    for (const Gap &gap : s.gaps)
        deafUs += std::max<qint64>(0, std::min(gap.toUs, s.windowToUs) - std::max(gap.fromUs, s.windowFromUs));
    if (deafUs <= (s.windowToUs - s.windowFromUs) / kDeafShare)
        return {};
    return StateWords::tr("%1 not listening").arg(formatSpan(deafUs, facts.locale));
}

QString basis(const TileFacts &facts)
{
    const TileSnapshot &s = facts.snapshot;
    if (facts.spec.kind == TileKind::Table || facts.spec.kind == TileKind::Feed)
        return s.rows.isEmpty()     ? QString()
               : s.rows.size() == 1 ? StateWords::tr("1 row")
                                    : StateWords::tr("%1 rows").arg(count(quint64(s.rows.size()), facts));
    if (s.matched == 0)
        return {};
    return s.matched == 1 ? StateWords::tr("1 event") : StateWords::tr("%1 events").arg(count(s.matched, facts));
}

QString shortWindow(const Window &window, const QLocale &locale)
{
    switch (window.kind) {
    case Window::Kind::Rolling:
        return window.lengthUs == kDayUs ? StateWords::tr("last 24 h")
                                         : StateWords::tr("last %1").arg(formatSpan(window.lengthUs, locale));
    case Window::Kind::LastEvents:
        return StateWords::tr("last %1 events").arg(locale.toString(window.events));
    case Window::Kind::All:
        return StateWords::tr("all events");
    case Window::Kind::Calendar:
        break;
    }
    return windowText(window, locale);
}

} // namespace

std::optional<Threshold> thresholdReached(const TileSpec &spec, double value)
{
    std::optional<Threshold> reached;
    for (const Threshold &threshold : spec.thresholds) {
        if (value >= threshold.from)
            reached = threshold;
    }
    if (reached && reached->severity == Threshold::Severity::Ok)
        return std::nullopt;
    return reached;
}

ChipLook thresholdChip(const TileSpec &spec, double value, const QLocale &locale)
{
    const std::optional<Threshold> reached = thresholdReached(spec, value);
    if (!reached)
        return {};
    const QString word = reached->label.isEmpty()
                             ? StateWords::tr("Above %1").arg(formatNumber(reached->from, spec.format, locale).text())
                             : plainLine(reached->label, 24);
    if (reached->severity == Threshold::Severity::Error)
        return {u"error"_s, word, Tone::Error};
    return {u"warning"_s, word, Tone::Warn};
}

QString thresholdText(const TileSpec &spec, const Threshold &threshold, const QLocale &locale)
{
    const QString from = formatNumber(threshold.from, spec.format, locale).text();
    const QString text = threshold.severity == Threshold::Severity::Error  ? StateWords::tr("Error from %1").arg(from)
                         : threshold.severity == Threshold::Severity::Warn ? StateWords::tr("Warning from %1").arg(from)
                                                                           : StateWords::tr("Good from %1").arg(from);
    return threshold.label.isEmpty() ? text : text + u": "_s + plainLine(threshold.label, 40);
}

TileFooter tileFooter(const TileFacts &facts)
{
    TileFooter footer;
    const QStringList further = furtherBriefs(facts);
    const auto joined = [&](const QString &first) {
        QStringList parts{first};
        parts << further;
        parts.removeAll(QString());
        return parts.join(u", "_s);
    };
    footer.left = joined(stateSentence(facts));
    footer.brief = joined(briefSentence(facts, facts.condition.state));
    footer.right = basis(facts);
    footer.window = shortWindow(binding(facts.spec).window, facts.locale);
    QStringList precision{deafness(facts), facts.snapshot.approximate ? StateWords::tr("approximate") : QString()};
    precision.removeAll(QString());
    footer.precision = precision.join(u", "_s);
    switch (facts.condition.state) {
    case TileState::Stale:
        footer.tone = Tone::Stale;
        break;
    case TileState::TooMany:
    case TileState::Partial:
        footer.tone = Tone::Warn;
        break;
    case TileState::Unverified:
        footer.tone = Tone::Unverified;
        break;
    case TileState::Simulated:
        footer.tone = Tone::Simulated;
        break;
    case TileState::Paused:
        footer.tone = Tone::Info;
        break;
    case TileState::Error:
    case TileState::Broken:
        footer.tone = Tone::Error;
        break;
    case TileState::Offline:
    case TileState::NoData:
    case TileState::Waiting:
    case TileState::Live:
        break;
    }
    return footer;
}

QStringList footerChoices(const TileFooter &footer, bool windowSaid)
{
    QStringList choices;
    const auto add = [&](QStringList parts) {
        parts.removeAll(QString());
        const QString text = parts.join(u", "_s);
        if (!text.isEmpty() && !choices.contains(text))
            choices << text;
    };
    const QString window = windowSaid || footer.right.isEmpty() ? QString() : footer.window;
    add({footer.right, window, footer.precision});
    if (footer.precision.isEmpty() && window.isEmpty())
        return choices;
    add({window, footer.precision});
    add({footer.precision.isEmpty() ? window : footer.precision});
    return choices;
}

QString accessibleTileName(const TileFacts &facts, const QString &value)
{
    QStringList parts{plainLine(facts.spec.title, 120)};
    if (!value.isEmpty())
        parts << plainLine(value, 120);
    const QString word = stateWord(facts.condition.state);
    parts << (word.isEmpty() ? StateWords::tr("live") : word.toLower());
    const TileState state = facts.condition.state;
    for (const TileState further : facts.condition.also)
        parts << stateWord(further).toLower();
    parts << tileBanner(facts).text;
    if (facts.snapshot.lastEventUs > 0)
        parts << (state == TileState::Live || state == TileState::Stale
                      ? StateWords::tr("last event %1").arg(age(facts))
                      : stateSentence(facts));
    if (facts.snapshot.matched > 0) {
        const TileFooter footer = tileFooter(facts);
        parts << footer.window << footer.precision;
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace hookboard
