#include "ui/mapping/suggestions.h"

#include "ui/mapping/bindingslots.h"
#include "ui/mapping/fieldwords.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostSuggestions = 5;
constexpr int kMostSlices = 6;
constexpr int kDonutWords = 6;

struct Suggest
{
    Q_DECLARE_TR_FUNCTIONS(Suggestions)
};

bool like(const QString &path, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption)
        .match(fieldTitle(path).replace(u' ', u'_'))
        .hasMatch();
}

bool isSingleBodyField(const FieldFacts &facts)
{
    return facts.path.startsWith(u'$') && !facts.path.contains("[*]"_L1);
}

// A tile counts unverified events only where there are no others: a source without a secret.
bool verifiedOnly(const SampledFields &samples)
{
    return !samples.newest || samples.newest->verified;
}

Window windowFor(const SampledFields &samples, qint64 nowUs)
{
    Window window;
    const qint64 reach = samples.fromUs > 0 ? nowUs - samples.fromUs : 0;
    for (const qint64 length : {kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs}) {
        window.lengthUs = length;
        if (reach <= length)
            return window;
    }
    return window;
}

class Maker
{
public:
    Maker(const SampledFields &samples, const QString &source, const QString &type, const QList<TileKind> &kinds,
          qint64 nowUs)
        : m_samples(samples)
        , m_source(source)
        , m_type(type)
        , m_kinds(kinds)
        , m_nowUs(nowUs)
    {}

    bool can(TileKind kind) const { return m_kinds.contains(kind); }

    TileSpec tile(TileKind kind, const QString &title) const
    {
        TileSpec made;
        made.kind = kind;
        made.title = plainLine(title, 80);
        made.grid = QRect(QPoint(0, 0), sizeOf(kind));
        Binding binding;
        binding.source = m_source;
        if (!m_type.isEmpty())
            binding.types = {m_type};
        binding.verifiedOnly = verifiedOnly(m_samples);
        binding.window = windowFor(m_samples, m_nowUs);
        made.bindings = {binding};
        return made;
    }

    TileSpec measured(TileKind kind, const FieldFacts &number, const QString &title) const
    {
        TileSpec made = filled(tile(kind, title), 0, Slot::Value, number.path, number, m_samples);
        if (made.format.style == NumberFormat::Style::Duration && made.bindings.first().aggregation == Aggregation::Avg)
            made.bindings.first().aggregation = Aggregation::P95; // an average hides those who wait
        return made;
    }

    TileSpec grouped(TileSpec made, const FieldFacts &category) const
    {
        made.bindings.first().groupBy = category.path;
        made.bindings.first().topN = std::clamp(category.different, 1, 5);
        return made;
    }

    TileSpec table() const
    {
        TileSpec made = tile(TileKind::Table, m_type.isEmpty() ? Suggest::tr("Newest events")
                                                               : Suggest::tr("Newest %1").arg(plainLine(m_type, 40)));
        made.columns = {{Suggest::tr("Time"), u"receivedAt"_s, TableColumn::Format::Time}};
        if (m_type.isEmpty())
            made.columns.append({Suggest::tr("Type"), u"type"_s});
        if (const FieldFacts *identity = bestIdentity(m_samples))
            made = filled(made, 0, Slot::Label, identity->path, *identity, m_samples);
        const QList<const FieldFacts *> words = categories(m_samples);
        for (const FieldFacts *category : words.first(std::min<qsizetype>(2, words.size())))
            made = filled(made, 0, Slot::Label, category->path, *category, m_samples);
        if (const FieldFacts *number = bestNumber(m_samples)) {
            made = filled(made, 0, Slot::Label, number->path, *number, m_samples);
            made.format = likelyFormat(*number, m_samples);
        }
        return made;
    }

    const SampledFields &samples() const { return m_samples; }

private:
    static QSize sizeOf(TileKind kind)
    {
        switch (kind) {
        case TileKind::Kpi:
        case TileKind::Gauge:
            return {6, 5};
        case TileKind::TimeSeries:
            return {12, 9};
        case TileKind::Table:
            return {12, 8};
        default:
            return {8, 8};
        }
    }

    const SampledFields &m_samples;
    QString m_source;
    QString m_type;
    const QList<TileKind> &m_kinds;
    qint64 m_nowUs;
};

TileSpec countOf(const Maker &maker, const QString &type)
{
    TileSpec made =
        maker.tile(TileKind::TimeSeries,
                   type.isEmpty() ? Suggest::tr("Events") : Suggest::tr("Count of %1").arg(plainLine(type, 40)));
    // A minute is what people ask for; a week of minutes would be more points than the tile has pixels.
    const qint64 length = made.bindings.first().window.lengthUs;
    made.bindings.first().bucketUs = length <= kDayUs ? kMinuteUs : 0;
    made.subtitle = length <= kDayUs ? Suggest::tr("per minute") : QString();
    return made;
}

QString byWord(const FieldFacts &category)
{
    return Suggest::tr("By %1").arg(fieldWord(category.path));
}

Suggestion groupsOf(const Maker &maker, const FieldFacts &category)
{
    const bool donut =
        maker.can(TileKind::Donut) && category.different <= kDonutWords && category.of(FieldKind::Bool) == 0;
    TileSpec made = maker.tile(donut ? TileKind::Donut : TileKind::Bar, byWord(category));
    made = maker.grouped(made, category);
    made.bindings.first().topN = std::clamp(category.different, 1, kMostSlices);
    return {made, byWord(category)};
}

} // namespace

const FieldFacts *bestNumber(const SampledFields &samples)
{
    const FieldFacts *best = nullptr;
    int most = 0;
    for (const FieldFacts &facts : samples.fields) {
        if (facts.usualKind() != FieldKind::Number || facts.time != TimeForm::None || !isSingleBodyField(facts) ||
            facts.events * 2 < samples.events || like(facts.path, u"(^id|_id|version|livemode)$"_s))
            continue;
        const int worth = 1 + 4 * (likelyFormat(facts, samples) != NumberFormat()) +
                          2 * like(facts.path, u"amount|total|price|duration|latency|value|count|quantity"_s) +
                          (facts.min != facts.max);
        if (worth > most)
            best = &facts;
        most = std::max(most, worth);
    }
    return best;
}

QList<const FieldFacts *> categories(const SampledFields &samples)
{
    QList<std::pair<int, const FieldFacts *>> found;
    for (const FieldFacts &facts : samples.fields) {
        if (!isSingleBodyField(facts) || !isCategory(facts) || facts.events * 2 < samples.events)
            continue;
        int worth =
            2 * like(facts.path, u"country|status|state|type|method|reason|code|region|city|category|plan|level"_s);
        worth += facts.different >= 2 ? 8 : 0;
        worth += facts.of(FieldKind::Bool) == 0 ? 1 : 0;
        worth += facts.different <= 8 ? 1 : 0;
        found.append({worth, &facts});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<const FieldFacts *> best;
    for (const auto &[worth, facts] : std::as_const(found))
        best.append(facts);
    return best;
}

const FieldFacts *bestIdentity(const SampledFields &samples)
{
    const FieldFacts *first = nullptr;
    for (const FieldFacts &facts : samples.fields) {
        if (!isSingleBodyField(facts) || !isIdentity(facts) || facts.time != TimeForm::None)
            continue;
        if (like(facts.path, u"order|number|name|title|email|customer"_s))
            return &facts;
        first = first ? first : &facts;
    }
    return first;
}

TileSpec countTile(const SampledFields &samples, const QString &source, const QString &type, qint64 nowUs)
{
    return countOf(Maker(samples, source, type, {}, nowUs), type);
}

QList<Suggestion> suggestTiles(const SampledFields &samples, const QString &source, const QString &type,
                               const QList<TileKind> &kinds, qint64 nowUs)
{
    const Maker maker(samples, source, type, kinds, nowUs);
    const FieldFacts *number = bestNumber(samples);
    const QList<const FieldFacts *> words = categories(samples);
    QList<Suggestion> made;
    if (number) {
        const TileSpec line = maker.measured(TileKind::TimeSeries, *number, fieldTitle(number->path));
        made.append({line, number->rising ? Suggest::tr("Change over time") : Suggest::tr("Over time")});
    }
    made.append({countOf(maker, type), Suggest::tr("Count per minute")});
    if (number)
        made.append({maker.measured(TileKind::Kpi, *number, fieldTitle(number->path)), Suggest::tr("Number")});
    else
        made.append({maker.tile(TileKind::Kpi, Suggest::tr("Events")), Suggest::tr("Number")});
    const auto several = [](const FieldFacts *facts) { return facts->different >= 2; };
    const auto category = std::find_if(words.begin(), words.end(), several);
    const auto state = std::find_if(words.begin(), words.end(), [&](const FieldFacts *facts) {
        return facts->of(FieldKind::Bool) > 0 || like(facts->path, u"^(status|state|health|severity)$"_s);
    });
    if (category != words.end())
        made.append(groupsOf(maker, **category));
    const FieldFacts *thing = bestIdentity(samples);
    const bool states = state != words.end() && maker.can(TileKind::States) && thing;
    if (states && made.size() + 1 < kMostSuggestions) {
        TileSpec grid = maker.tile(TileKind::States, Suggest::tr("State of each %1").arg(fieldWord(thing->path)));
        grid.bindings.first().aggregation = Aggregation::Last;
        grid.bindings.first().value = (*state)->path;
        grid.bindings.first().groupBy = thing->path;
        made.append({grid, Suggest::tr("States")});
    }
    made.append({maker.table(), Suggest::tr("Table")});
    return made.first(std::min(kMostSuggestions, made.size()));
}

QList<TileSpec> quickBoard(const SampledFields &samples, const QString &source, const QString &type,
                           const QList<TileKind> &kinds, qint64 nowUs)
{
    const Maker maker(samples, source, type, kinds, nowUs);
    const FieldFacts *number = bestNumber(samples);
    QList<const FieldFacts *> words = categories(samples);
    words.removeIf([](const FieldFacts *facts) { return facts->different < 2; });
    QList<TileSpec> tiles;
    const auto place = [&](TileSpec tile, const QRect &grid) {
        tile.grid = grid;
        tiles.append(tile);
    };
    place(maker.tile(TileKind::Kpi, Suggest::tr("Events")), {0, 0, 6, 4});
    TileSpec rate = maker.tile(TileKind::Kpi, Suggest::tr("Rate"));
    rate.bindings.first().aggregation = Aggregation::Rate;
    rate.bindings.first().ratePerUs = kMinuteUs;
    rate.format.unit = Suggest::tr("per min");
    place(rate, {6, 0, 6, 4});
    if (number) {
        place(maker.measured(TileKind::Kpi, *number, fieldTitle(number->path)), {12, 0, 6, 4});
        TileSpec largest =
            maker.measured(TileKind::Kpi, *number, Suggest::tr("Largest %1").arg(fieldWord(number->path)));
        largest.bindings.first().aggregation = Aggregation::Max;
        place(largest, {18, 0, 6, 4});
    } else if (const FieldFacts *thing = bestIdentity(samples)) {
        TileSpec different = maker.tile(TileKind::Kpi, Suggest::tr("Different %1").arg(fieldWord(thing->path)));
        different.bindings.first().aggregation = Aggregation::Distinct;
        different.bindings.first().value = thing->path;
        place(different, {12, 0, 6, 4});
    }
    const bool side = !words.isEmpty();
    TileSpec line =
        number ? maker.measured(TileKind::TimeSeries, *number, fieldTitle(number->path)) : countOf(maker, type);
    if (side) {
        line = maker.grouped(line, *words.first());
        line.title = Suggest::tr("%1 by %2").arg(line.title, plainLine(fieldWord(words.first()->path), 40));
    }
    place(line, {0, 4, side ? 16 : 24, 9});
    if (side) {
        const Suggestion groups = groupsOf(maker, *words.value(1, words.first()));
        place(groups.tile, {16, 4, 8, 9});
    }
    place(maker.table(), {0, 13, 24, 8});
    return tiles;
}

} // namespace hookboard
