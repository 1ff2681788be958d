#include "ui/dashboard/explaindialog.h"

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

QList<Fact> explainTile(const TileFacts &facts)
{
    const Binding b = facts.spec.bindings.value(0);
    const TileSnapshot &s = facts.snapshot;
    const auto code = [](const QString &text, const QString &none) {
        return text.isEmpty() ? none : isolatedLine(text);
    };
    QList<Fact> lines;
    if (s.value)
        lines << Fact{Explain::tr("Value now"), formatNumber(*s.value, facts.spec.format, facts.locale).text()};
    if (s.windowToUs > 0)
        lines << Fact{Explain::tr("Window"),
                      formatRange(s.windowFromUs, s.windowToUs, facts.context.nowUs, facts.locale)};
    lines << Fact{Explain::tr("Events counted"), formatCount(s.matched, facts.locale)};
    if (s.unverified > 0)
        lines << Fact{Explain::tr("Of these unverified"), formatCount(s.unverified, facts.locale)};
    if (s.simulated > 0)
        lines << Fact{Explain::tr("Of these simulated"), formatCount(s.simulated, facts.locale)};
    for (auto it = s.skipped.cbegin(); it != s.skipped.cend(); ++it)
        lines << Fact{Explain::tr("Skipped, %1").arg(skipReasonText(it.key())), formatCount(it.value(), facts.locale)};
    if (s.groupsTotal > 0)
        lines << Fact{Explain::tr("Groups"), formatCount(s.groupsTotal, facts.locale)};
    lines << Fact{Explain::tr("Source"), code(b.source, Explain::tr("any"))};
    lines << Fact{Explain::tr("Event types"), code(b.types.join(u", "_s), Explain::tr("any")), !b.types.isEmpty()};
    lines << Fact{Explain::tr("Filter"), code(b.filter, Explain::tr("none")), !b.filter.isEmpty()};
    if (!hasRows(facts.spec)) {
        if (facts.spec.kind != TileKind::Histogram && facts.spec.kind != TileKind::States)
            lines << Fact{Explain::tr("Calculation"), aggregationText(b.aggregation)};
        lines << Fact{Explain::tr("Value"), code(b.value, Explain::tr("the event itself")), !b.value.isEmpty()};
        if (!b.groupBy.isEmpty() && !isOneGroup(facts.spec))
            lines << Fact{Explain::tr("Grouped by"), code(b.groupBy, {}), true};
        if (facts.spec.format.scale != 1)
            lines << Fact{Explain::tr("Shown multiplied by"), facts.locale.toString(facts.spec.format.scale)};
    }
    lines << Fact{Explain::tr("Time"), b.timeBasis == TimeBasis::Event
                                           ? Explain::tr("of the event; arrival where it names none")
                                           : Explain::tr("of arrival")};
    if (s.approximate)
        lines << Fact{Explain::tr("Precision"), Explain::tr("approximate, made from a sketch")};
    for (const Gap &gap : s.gaps)
        lines << Fact{Explain::tr("Not listening"),
                      formatRange(gap.fromUs, gap.toUs, facts.context.nowUs, facts.locale)};
    if (s.error)
        lines << Fact{Explain::tr("Error"), s.error->message};
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

    auto *events = makeButton(tr("Show events"), u"events"_s, ButtonKind::Normal, this);
    events->setObjectName(u"explainEvents"_s);
    connect(events, &QPushButton::clicked, this, [this, binding = facts.spec.bindings.value(0)] {
        emit eventsRequested(binding.source, binding.types.size() == 1 ? binding.types.first() : QString());
        accept();
    });
    auto *close = makeButton(tr("Close"), {}, ButtonKind::Normal, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(events);
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
