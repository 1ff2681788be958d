#include "ui/dashboard/explaindialog.h"

#include "ui/dashboard/stepwords.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct Explain
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

QString perBucket(qint64 bucketUs, const QLocale &locale)
{
    if (bucketUs == kMinuteUs)
        return Explain::tr("per minute");
    if (bucketUs == kHourUs)
        return Explain::tr("per hour");
    return bucketUs > 0 ? Explain::tr("per %1").arg(formatSpan(bucketUs, locale)) : QString();
}

bool hasRows(const TileSpec &spec)
{
    return spec.kind == TileKind::Table || spec.kind == TileKind::Feed;
}

// One number, or the values of all events together.
bool isOneGroup(const TileSpec &spec)
{
    return spec.kind == TileKind::Kpi || spec.kind == TileKind::Gauge || spec.kind == TileKind::Histogram;
}

QString groups(const TileSpec &spec, const Binding &b, const QLocale &locale)
{
    const QString path = isolatedLine(b.groupBy, 80);
    if (spec.kind == TileKind::States)
        return Explain::tr("for each %1").arg(path);
    const int shown = spec.kind == TileKind::Donut ? spec.options.donut.maxSlices : b.topN;
    return Explain::tr("by %1 (top %2 and the rest)").arg(path, locale.toString(shown));
}

QString what(const TileSpec &spec, const Binding &b)
{
    if (hasRows(spec))
        return Explain::tr("newest events");
    if (spec.kind == TileKind::Histogram)
        return Explain::tr("how often each value of %1 occurs").arg(isolatedLine(b.value, 80));
    if (spec.kind == TileKind::States)
        return Explain::tr("state by %1").arg(isolatedLine(b.value, 80));
    if (b.value.isEmpty())
        return aggregationText(b.aggregation);
    return Explain::tr("%1 of %2").arg(aggregationText(b.aggregation), isolatedLine(b.value, 80));
}

} // namespace

QString sentenceOf(const TileFacts &facts)
{
    const Binding b = facts.spec.bindings.value(0);
    QStringList parts{what(facts.spec, b)};
    if (!b.types.isEmpty())
        parts[0] += u' ' + Explain::tr("in %1").arg(isolatedLine(b.types.join(u", "_s), 120));
    if (!b.source.isEmpty())
        parts[0] += u' ' + Explain::tr("from %1").arg(isolatedLine(b.source, 60));
    if (!b.filter.isEmpty())
        parts << Explain::tr("where %1").arg(isolatedLine(b.filter, 200));
    if (facts.spec.kind == TileKind::TimeSeries)
        parts << perBucket(facts.snapshot.bucketUs, facts.locale);
    if (!b.groupBy.isEmpty() && !hasRows(facts.spec) && !isOneGroup(facts.spec))
        parts << groups(facts.spec, b, facts.locale);
    parts << Explain::tr("in %1").arg(windowText(b.window, facts.locale));
    parts << (b.verifiedOnly ? Explain::tr("verified events only") : Explain::tr("unverified ones too"));
    parts.removeAll(QString());
    QString sentence = parts.join(u", "_s) + u'.';
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

namespace {

QString moments(qint64 fromUs, qint64 toUs, const TileFacts &facts)
{
    return Explain::tr("from %1 up to %2")
        .arg(formatMoment(fromUs, facts.context.nowUs, facts.locale, true, zoneOf(facts.spec)),
             formatMoment(toUs, facts.context.nowUs, facts.locale, true, zoneOf(facts.spec)) +
                 zoneSuffix(facts.spec, toUs));
}

// What it shows now and of how many events.
void addCounts(QList<Fact> &lines, const TileFacts &facts)
{
    const TileSnapshot &s = facts.snapshot;
    if (s.value)
        lines << Fact{Explain::tr("Value now"), formatNumber(*s.value, facts.spec.format, facts.locale).text()};
    if (s.previous)
        lines << Fact{Explain::tr("Window before"), formatNumber(*s.previous, facts.spec.format, facts.locale).text()};
    if (s.windowToUs > 0)
        lines << Fact{Explain::tr("Window"), moments(s.windowFromUs, s.windowToUs, facts)};
    lines << Fact{Explain::tr("Events counted"), formatCount(s.matched, facts.locale)};
    if (s.unverified > 0)
        lines << Fact{Explain::tr("Of these unverified"), formatCount(s.unverified, facts.locale)};
    if (s.simulated > 0)
        lines << Fact{Explain::tr("Of these simulated"), formatCount(s.simulated, facts.locale)};
    for (auto it = s.skipped.cbegin(); it != s.skipped.cend(); ++it)
        lines << Fact{Explain::tr("Skipped, %1").arg(skipReasonText(it.key())), formatCount(it.value(), facts.locale)};
    if (s.openPairs > 0)
        lines << Fact{Explain::tr("Waiting for their second event"), formatCount(s.openPairs, facts.locale)};
    if (s.groupsTotal > 0)
        lines << Fact{Explain::tr("Groups"), formatCount(s.groupsTotal, facts.locale)};
}

QString code(const QString &text, const QString &none = {})
{
    return text.isEmpty() ? none : isolatedLine(text);
}

// How one binding turns events into numbers.
void addBinding(QList<Fact> &lines, const TileFacts &facts, const Binding &b)
{
    const QLocale &locale = facts.locale;
    lines << Fact{Explain::tr("Source"), code(b.source, Explain::tr("any"))};
    lines << Fact{Explain::tr("Event types"), code(b.types.join(u", "_s), Explain::tr("any")), !b.types.isEmpty()};
    lines << Fact{Explain::tr("Filter"), code(b.filter, Explain::tr("none")), !b.filter.isEmpty()};
    lines << Fact{Explain::tr("Verification"),
                  b.verifiedOnly ? Explain::tr("verified events only") : Explain::tr("unverified ones too")};
    if (b.sinceUs > 0)
        lines << Fact{Explain::tr("Counts from"), 
                      formatMoment(b.sinceUs, facts.context.nowUs, locale, true, zoneOf(facts.spec))};
    if (hasRows(facts.spec))
        return;
    if (!b.each.isEmpty())
        lines << Fact{Explain::tr("Each of"), code(b.each), true};
    lines << Fact{Explain::tr("Value"), code(b.value, Explain::tr("the event itself")), !b.value.isEmpty()};
    if (!b.steps.isEmpty())
        lines << Fact{Explain::tr("Changed by"), stepsWords(b.steps, locale)};
    if (facts.spec.kind != TileKind::Histogram && facts.spec.kind != TileKind::States)
        lines << Fact{Explain::tr("Calculation"), aggregationText(b.aggregation)};
    if (!b.part.isEmpty())
        lines << Fact{Explain::tr("Share that matches"), code(b.part), true};
    if (b.pairing)
        lines << Fact{Explain::tr("Time between"),
                      Explain::tr("%1 and %2 with the same %3")
                          .arg(code(b.pairing->startType), code(b.pairing->endType), code(b.pairing->key))};
    if (!b.groupBy.isEmpty() && !isOneGroup(facts.spec))
        lines << Fact{Explain::tr("Grouped by"), code(b.groupBy), true};
    if (!b.groupSteps.isEmpty())
        lines << Fact{Explain::tr("Group changed by"), stepsWords(b.groupSteps, locale)};
    if (facts.snapshot.bucketUs > 0 && facts.spec.kind == TileKind::TimeSeries)
        lines << Fact{Explain::tr("Point for every"), formatSpan(facts.snapshot.bucketUs, locale)};
    if (facts.spec.format.scale != 1)
        lines << Fact{Explain::tr("Shown multiplied by"), locale.toString(facts.spec.format.scale)};
    lines << Fact{Explain::tr("Time"), b.timeBasis == TimeBasis::Arrival ? Explain::tr("of arrival")
                                       : b.time.isEmpty() ? Explain::tr("of the event; arrival where it names none")
                                                          : Explain::tr("of the event, %1").arg(code(b.time))};
}

// How far it can be trusted.
void addLimits(QList<Fact> &lines, const TileFacts &facts)
{
    const TileSnapshot &s = facts.snapshot;
    if (s.approximate)
        lines << Fact{Explain::tr("Precision"), Explain::tr("approximate, made from a sketch")};
    if (s.usualIntervalUs > 0 && facts.spec.staleAfterUs == 0)
        lines << Fact{Explain::tr("Stale after"), Explain::tr("%1 without an event, learned from the pauses so far")
                                                      .arg(formatSpan(learnedStaleAfterUs(s), facts.locale))};
    else if (facts.spec.staleAfterUs > 0)
        lines << Fact{Explain::tr("Stale after"),
                      Explain::tr("%1 without an event").arg(formatSpan(facts.spec.staleAfterUs, facts.locale))};
    for (const Gap &gap : s.gaps)
        lines << Fact{Explain::tr("Not listening"),
                      formatRange(gap.fromUs, gap.toUs, facts.context.nowUs, facts.locale, zoneOf(facts.spec))};
    if (s.error)
        lines << Fact{Explain::tr("Error"), s.error->message};
}

} // namespace

QList<Fact> explainTile(const TileFacts &facts)
{
    QList<Fact> lines;
    addCounts(lines, facts);
    const qsizetype count = hasRows(facts.spec) ? 1 : std::max<qsizetype>(1, facts.spec.bindings.size());
    for (qsizetype i = 0; i < count; ++i) {
        const Binding binding = facts.spec.bindings.value(i);
        if (count > 1)
            lines << Fact{Explain::tr("Measurement %1").arg(facts.locale.toString(i + 1)),
                          code(binding.label, Explain::tr("without a name"))};
        addBinding(lines, facts, binding);
    }
    addLimits(lines, facts);
    return lines;
}

ExplainDialog::ExplainDialog(const TileFacts &facts, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"explainDialog"_s);
    setWindowTitle(tr("How this tile is made"));
    auto *title = new QLabel(this);
    setPlainText(*title, facts.spec.title);
    title->setFont(themeOf(this).font(TypeRole::Subtitle));
    title->setWordWrap(true);
    auto *sentence = new QLabel(this);
    sentence->setObjectName(u"explainSentence"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(sentenceOf(facts));
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *list = new FactList;
    list->setFacts(explainTile(facts));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    list->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto *buttons = new QHBoxLayout;
    const auto lead = [&](const QString &text, const QString &name, const std::optional<NamedOrigin> &origin) {
        if (!origin)
            return;
        auto *button = makeButton(text, u"events"_s, ButtonKind::Normal, this);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, [this, origin] {
            emit originRequested(origin->events, origin->words);
            accept();
        });
        buttons->addWidget(button);
    };
    lead(tr("Show events"), u"explainEvents"_s, originOfWindow(facts));
    lead(tr("Show skipped"), u"explainSkipped"_s, originOfSkipped(facts));
    auto *close = makeButton(tr("Close"), {}, ButtonKind::Normal, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    resize(520, std::min(620, list->sizeHint().height() + 220));
}

} // namespace hookboard
