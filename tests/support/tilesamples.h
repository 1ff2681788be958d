// Sample tiles for tests and for the preview: specs and snapshots of each kind, and each state made from them.
#pragma once

#include "core/types/tilesnapshot.h"
#include "core/types/tilestate.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <cmath>

namespace hookboard::samples {

using namespace Qt::Literals::StringLiterals;

inline qint64 now()
{
    return QDateTime(QDate(2026, 11, 23), QTime(13, 2, 43), QTimeZone::systemTimeZone()).toMSecsSinceEpoch() * 1000;
}

inline TileContext context()
{
    TileContext context;
    context.nowUs = now();
    context.listener = {true, u"127.0.0.1"_s, 8765, now() - 22 * kMinuteUs, {}};
    context.journal.writable = true;
    return context;
}

inline double wave(int i, int n, double peak, double phase)
{
    const double t = double(i) / n * 24 + phase;
    const auto bump = [&](double centre, double width) { return std::exp(-std::pow((t - centre) / width, 2) / 2); };
    const double noise = std::sin(i * 12.9898 + phase * 78.233) * 43758.5453;
    return peak * (0.1 + 0.8 * bump(6, 2.2) + 0.75 * bump(22, 3.2) + 0.12 * (noise - std::floor(noise) - 0.5));
}

inline Series series(const QString &key, int count, qint64 bucketUs, double peak, double phase, qint64 fromUs)
{
    Series one;
    one.key = key;
    one.label = key;
    double total = 0;
    for (int i = 0; i < count; ++i) {
        const double value = std::max(1.0, std::round(wave(i, count, peak, phase)));
        one.points << Point{fromUs + i * bucketUs, value};
        total += value;
    }
    one.total = total;
    return one;
}

inline TileSpec spec(TileKind kind, const QString &id, const QString &title, const QString &subtitle, const QRect &grid)
{
    TileSpec spec;
    spec.id = id;
    spec.kind = kind;
    spec.title = title;
    spec.subtitle = subtitle;
    spec.grid = grid;
    Binding binding;
    binding.source = u"shop"_s;
    binding.types = {u"order.paid"_s};
    binding.aggregation = Aggregation::Sum;
    binding.value = u"$.amount"_s;
    binding.window.lengthUs = kDayUs;
    spec.bindings << binding;
    return spec;
}

inline TileSnapshot base(const TileSpec &spec, int points = 96)
{
    TileSnapshot snapshot;
    snapshot.tileId = spec.id;
    snapshot.revision = 1;
    snapshot.bucketUs = kDayUs / points;
    snapshot.windowToUs = now();
    snapshot.windowFromUs = now() - kDayUs;
    snapshot.matched = 1284;
    snapshot.lastEventUs = now() - 2 * kSecondUs;
    snapshot.usualIntervalUs = 4 * kMinuteUs;
    return snapshot;
}

inline TileSpec kpiSpec(const QString &id = u"revenue"_s, const QRect &grid = {0, 0, 5, 4})
{
    TileSpec one = spec(TileKind::Kpi, id, u"Revenue"_s, u"today"_s, grid);
    one.format.style = NumberFormat::Style::Currency;
    one.format.unit = u"EUR"_s;
    return one;
}

inline TileSnapshot kpi(const TileSpec &spec, Scalar value = Scalar(qint64(48213)), double previous = 45398)
{
    TileSnapshot snapshot = base(spec, 60);
    snapshot.value = value;
    snapshot.previous = previous;
    snapshot.series << series({}, 60, snapshot.bucketUs, 90, 0.3, snapshot.windowFromUs);
    return snapshot;
}

inline TileSpec chartSpec(const QString &id = u"country"_s, const QRect &grid = {0, 4, 13, 10})
{
    TileSpec one =
        spec(TileKind::TimeSeries, id, u"Revenue by country"_s, u"sum of amount per 15 min, last 24 h"_s, grid);
    one.format.style = NumberFormat::Style::Currency;
    one.format.unit = u"EUR"_s;
    one.bindings.first().groupBy = u"$.country"_s;
    return one;
}

inline TileSnapshot chart(const TileSpec &spec, int points = 96, int groups = 5, bool gap = true)
{
    static const QStringList names{u"Germany"_s, u"France"_s, u"Austria"_s, u"Netherlands"_s,
                                   u"Spain"_s,   u"Italy"_s,  u"Poland"_s,  u"Sweden"_s};
    TileSnapshot snapshot = base(spec, points);
    const qint64 from = snapshot.windowFromUs - snapshot.windowFromUs % snapshot.bucketUs;
    for (int g = 0; g < groups; ++g) {
        Series one = series(names.value(g), points + 1, snapshot.bucketUs, 1050.0 / (1 + g * 0.8), g * 0.15, from);
        if (g == groups - 1 && groups > 2) {
            one.other = true;
            one.key.clear();
        }
        snapshot.series << one;
    }
    if (groups == 1)
        snapshot.series.first().label.clear();
    snapshot.runningBucketUs = snapshot.series.first().points.last().timeUs;
    snapshot.groupsTotal = groups > 2 ? quint64(groups) + 8 : quint64(groups);
    if (gap)
        snapshot.gaps << Gap{from + 35 * kDayUs / 96, from + 41 * kDayUs / 96};
    snapshot.matched = 2391;
    return snapshot;
}

inline TileSpec barSpec(const QString &id = u"declines"_s, const QRect &grid = {0, 14, 6, 8})
{
    TileSpec one = spec(TileKind::Bar, id, u"Decline reasons"_s, u"last 7 days, top 6"_s, grid);
    one.bindings.first().aggregation = Aggregation::Count;
    one.bindings.first().groupBy = u"$.reason"_s;
    return one;
}

inline TileSnapshot bars(const TileSpec &spec)
{
    TileSnapshot snapshot = base(spec);
    const QList<std::pair<QString, double>> groups{{u"insufficient_funds"_s, 64},     {u"do_not_honor"_s, 41},
                                                   {u"expired_card"_s, 28},           {u"incorrect_cvc"_s, 19},
                                                   {u"card_velocity_exceeded"_s, 12}, {u"lost_card"_s, 7}};
    for (const auto &[name, total] : groups) {
        Series one;
        one.key = one.label = name;
        one.total = total;
        snapshot.series << one;
    }
    Series other;
    other.other = true;
    other.total = 15;
    snapshot.series << other;
    snapshot.groupsTotal = 12;
    snapshot.matched = 186;
    return snapshot;
}

inline TileSpec tableSpec(const QString &id = u"orders"_s, const QRect &grid = {11, 14, 7, 8})
{
    TileSpec one = spec(TileKind::Table, id, u"Largest orders"_s, u"today"_s, grid);
    one.columns = {{u"Time"_s, u"receivedAt"_s, TableColumn::Format::Time},
                   {u"Order"_s, u"$.id"_s, TableColumn::Format::Text},
                   {u"City"_s, u"$.city"_s, TableColumn::Format::Text},
                   {u"Amount"_s, u"$.amount"_s, TableColumn::Format::Number},
                   {u"State"_s, u"$.state"_s, TableColumn::Format::Badge}};
    one.format.style = NumberFormat::Style::Currency;
    one.format.unit = u"EUR"_s;
    one.format.decimals = 2;
    return one;
}

inline Cell text(const char *value)
{
    return {Scalar(QByteArray(value)), false};
}

inline TileSnapshot table(const TileSpec &spec)
{
    TileSnapshot snapshot = base(spec);
    const struct
    {
        const char *order, *city, *state;
        double amount;
    } rows[]{{"#48213", "Berlin", "paid", 1284},      {"#48209", "Lyon", "paid", 962.4},
             {"#48204", "Wien", "authorised", 918},   {"#48188", "Hamburg", "paid", 874.9},
             {"#48181", "Utrecht", "failed", 861.25}, {"#48170", "München", "paid", 820},
             {"#48146", "Graz", "refunded", 799},     {"#48139", "Paris", "paid", 764.1}};
    quint64 seq = 500;
    qint64 time = now() - 2 * kSecondUs;
    for (const auto &row : rows) {
        Row one;
        one.seq = --seq;
        one.timeUs = time;
        one.source = u"shop"_s;
        one.type = u"order.paid"_s;
        one.cells = {{Scalar(double(time)), false},
                     text(row.order),
                     text(row.city),
                     {Scalar(row.amount), false},
                     text(row.state)};
        snapshot.rows << one;
        time -= 7 * kMinuteUs;
    }
    return snapshot;
}

inline TileSpec feedSpec(const QString &id = u"alerts"_s, const QRect &grid = {18, 14, 6, 8})
{
    TileSpec one = spec(TileKind::Feed, id, u"Deploys, alerts, tickets"_s, {}, grid);
    one.columns = {{u"Text"_s, u"$.text"_s, TableColumn::Format::Text}};
    return one;
}

inline TileSnapshot feed(const TileSpec &spec)
{
    TileSnapshot snapshot = base(spec);
    const struct
    {
        const char *text;
        const char16_t *source;
    } rows[]{{"Mail queue down", u"alertmanager"},
             {"Card declined twice, order #48211", u"stripe"},
             {"Deploy v413 to production", u"github"},
             {"Search latency above 800 ms", u"alertmanager"},
             {"Chargeback €214.00, order #47702", u"stripe"},
             {"Ticket 9917: parcel not found", u"helpdesk"},
             {"Checkout recovered after 6 minutes of errors", u"alertmanager"},
             {"Checkout errors above 2 %", u"alertmanager"}};
    quint64 seq = 900;
    qint64 time = now() - 8 * kSecondUs;
    for (const auto &row : rows) {
        Row one;
        one.seq = --seq;
        one.timeUs = time;
        one.source = QString::fromUtf16(row.source);
        one.cells = {text(row.text)};
        snapshot.rows << one;
        time -= 11 * kMinuteUs;
    }
    snapshot.rows[2].simulated = true;
    snapshot.rows[4].verified = false;
    return snapshot;
}

inline TileSpec histogramSpec(const QString &id = u"duration"_s, const QRect &grid = {6, 14, 5, 8})
{
    TileSpec one = spec(TileKind::Histogram, id, u"Checkout duration"_s, {}, grid);
    one.bindings.first().value = u"$.checkout_ms"_s;
    one.format.style = NumberFormat::Style::Duration;
    one.format.scale = 0.001;
    return one;
}

inline TileSnapshot histogram(const TileSpec &spec, bool tail = false)
{
    TileSnapshot snapshot = base(spec);
    const QList<double> counts{3, 9, 20, 48, 78, 97, 89, 70, 49, 37, 30, 20, 12, 8, 5, 4, 2, 2, 1};
    for (qsizetype i = 0; i < counts.size(); ++i)
        snapshot.bins << Bin{200.0 * double(i), 200.0 * double(i + 1), counts[i]};
    if (tail)
        snapshot.bins << Bin{3800, 41'000, 6};
    snapshot.percentiles = {{50, 1240}, {95, 2480}};
    snapshot.value = Scalar(1240.0);
    snapshot.matched = 584;
    return snapshot;
}

inline TileSpec donutSpec(const QString &id = u"methods"_s, const QRect &grid = {13, 4, 5, 10})
{
    TileSpec one = spec(TileKind::Donut, id, u"Payment methods"_s, u"today"_s, grid);
    one.bindings.first().aggregation = Aggregation::Count;
    one.bindings.first().groupBy = u"$.method"_s;
    return one;
}

inline TileSnapshot donut(const TileSpec &spec)
{
    TileSnapshot snapshot = base(spec);
    const QList<std::pair<QString, double>> groups{
        {u"Card"_s, 788}, {u"PayPal"_s, 247}, {u"Invoice"_s, 126}, {u"SEPA debit"_s, 78}};
    for (const auto &[name, total] : groups) {
        Series one;
        one.key = one.label = name;
        one.total = total;
        snapshot.series << one;
    }
    Series other;
    other.other = true;
    other.total = 45;
    snapshot.series << other;
    snapshot.groupsTotal = 7;
    snapshot.value = Scalar(qint64(1284));
    return snapshot;
}

inline TileSpec gaugeSpec(const QString &id = u"latency"_s, const QRect &grid = {20, 0, 4, 4})
{
    TileSpec one = spec(TileKind::Gauge, id, u"Checkout p95"_s, u"last 10 min"_s, grid);
    one.bindings.first().aggregation = Aggregation::P95;
    one.format.unit = u"ms"_s;
    one.lowerIsBetter = true;
    one.thresholds = {{600, Threshold::Severity::Warn, {}}, {800, Threshold::Severity::Error, {}}};
    one.options.gauge.target = 600;
    return one;
}

inline TileSnapshot gauge(const TileSpec &spec, Scalar value = Scalar(qint64(412)))
{
    TileSnapshot snapshot = base(spec);
    snapshot.value = value;
    return snapshot;
}

inline TileSpec statesSpec(const QString &id = u"services"_s, const QRect &grid = {18, 4, 6, 10})
{
    TileSpec one = spec(TileKind::States, id, u"Services"_s, u"last 24 h"_s, grid);
    one.bindings.first().value = u"$.state"_s;
    one.bindings.first().groupBy = u"$.service"_s;
    one.options.states.states = {{u"up"_s, u"Up"_s, Threshold::Severity::Ok},
                                 {u"slow"_s, u"Slow"_s, Threshold::Severity::Warn},
                                 {u"down"_s, u"Down"_s, Threshold::Severity::Error}};
    return one;
}

// Every lane is up but for the spans given, in minutes before now.
inline Lane lane(const QString &label, const TileSnapshot &snapshot,
                 const QList<std::tuple<int, int, QString>> &troubles, qint64 sinceUs)
{
    Lane one;
    one.key = one.label = label;
    const auto known = [&](qint64 fromUs, qint64 toUs, const QString &state) {
        for (const Gap &gap : snapshot.gaps) {
            if (gap.fromUs > fromUs && gap.toUs < toUs) {
                one.spans << Lane::Span{fromUs, gap.fromUs, state};
                fromUs = gap.toUs;
            }
        }
        if (fromUs < toUs)
            one.spans << Lane::Span{fromUs, toUs, state};
    };
    qint64 upto = snapshot.windowFromUs;
    for (const auto &[from, to, state] : troubles) {
        known(upto, now() - from * kMinuteUs, u"up"_s);
        known(now() - from * kMinuteUs, now() - to * kMinuteUs, state);
        upto = now() - to * kMinuteUs;
    }
    known(upto, snapshot.windowToUs, u"up"_s);
    one.current = one.spans.last().state;
    one.sinceUs = sinceUs;
    return one;
}

inline TileSnapshot states(const TileSpec &spec)
{
    TileSnapshot snapshot = base(spec);
    snapshot.gaps << Gap{now() - 920 * kMinuteUs, now() - 830 * kMinuteUs};
    snapshot.lanes << lane(u"Catalogue sync"_s, snapshot, {}, now() - 22 * kHourUs)
                   << lane(u"Checkout"_s, snapshot, {{210, 180, u"slow"_s}}, now() - 192 * kMinuteUs)
                   << lane(u"Mail"_s, snapshot, {{40, 0, u"down"_s}}, now() - 4 * kMinuteUs)
                   << lane(u"Payments"_s, snapshot, {{1130, 1105, u"down"_s}}, now() - 148 * kHourUs)
                   << lane(u"Search"_s, snapshot, {{600, 480, u"slow"_s}, {180, 0, u"slow"_s}}, now() - 18 * kMinuteUs)
                   << lane(u"Storefront"_s, snapshot, {}, now() - 11 * kDayUs);
    snapshot.groupsTotal = 6;
    snapshot.lastEventUs = now() - 31 * kSecondUs;
    return snapshot;
}

// One tile of each kind, with data.
inline QList<std::pair<TileSpec, TileSnapshot>> everyKind()
{
    const TileSpec kpis = kpiSpec();
    const TileSpec charts = chartSpec();
    const TileSpec bar = barSpec();
    const TileSpec histograms = histogramSpec();
    const TileSpec donuts = donutSpec();
    const TileSpec gauges = gaugeSpec();
    const TileSpec state = statesSpec();
    const TileSpec rows = tableSpec();
    const TileSpec feeds = feedSpec();
    return {
        {kpis, kpi(kpis)},       {charts, chart(charts)}, {bar, bars(bar)},       {histograms, histogram(histograms)},
        {donuts, donut(donuts)}, {gauges, gauge(gauges)}, {state, states(state)}, {rows, table(rows)},
        {feeds, feed(feeds)}};
}

// Turns a live snapshot and context into one that tileState() calls `state`.
inline void enterState(TileState state, TileSnapshot &snapshot, TileContext &context)
{
    switch (state) {
    case TileState::Error:
        snapshot.error =
            Error{ErrorCode::InvalidArgument, u"Combining failed: the sum is too large. Picture from 12:40"_s};
        break;
    case TileState::Broken:
        snapshot.broken = BrokenPath{u"$.amount"_s, u"$.total"_s, 0};
        break;
    case TileState::Offline:
        context.listener.listening = false;
        context.listener.sinceUs = context.nowUs - 3 * kHourUs;
        break;
    case TileState::TooMany:
        snapshot.groupsTotal = 1284;
        snapshot.groupLimit = 1000;
        break;
    case TileState::Stale:
        snapshot.lastEventUs = context.nowUs - 14 * kMinuteUs;
        break;
    case TileState::Paused:
        context.paused = true;
        break;
    case TileState::Simulated:
        snapshot.simulated = snapshot.matched;
        break;
    case TileState::Unverified:
        snapshot.unverified = 3;
        break;
    case TileState::Partial:
        snapshot.skipped.insert(u"not-a-number"_s, 12);
        break;
    case TileState::NoData:
        snapshot.matched = 0;
        snapshot.lanes.clear();
        snapshot.lastEventUs = context.nowUs - 4 * kHourUs;
        snapshot.usualIntervalUs = 0;
        break;
    case TileState::Waiting: {
        const QString id = snapshot.tileId;
        snapshot = {};
        snapshot.tileId = id;
        break;
    }
    case TileState::Live:
        break;
    }
}

} // namespace hookboard::samples
