#include "ui/dashboard/tiles/statestile.h"

#include "ui/dashboard/timeaxis.h"
#include "ui/style/controlpainting.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

using Severity = Threshold::Severity;

constexpr int kStatesGap = 8;
constexpr int kStatesPadding = 8;
constexpr int kStatesIcon = 16;
constexpr int kStatesIconGap = 6;
constexpr int kStatesCardLeast = 104;
constexpr int kStatesCardGood = 136;
constexpr int kStatesMostColumns = 6;
constexpr int kStatesLanePadding = 6;
constexpr int kStatesLaneHigh = 18; // of errors and of what is not known
constexpr int kStatesLaneMiddle = 12;
constexpr int kStatesLaneLow = 6;
constexpr int kStatesLabelGap = 8;
constexpr qreal kStatesLabelShare = 0.32;
constexpr int kStatesAxis = 20;
constexpr int kStatesFewLanes = 2; // fewer are not worth an axis below the cards
constexpr qreal kStatesSpanLeast = 3;

int gravity(std::optional<Severity> severity)
{
    return !severity ? 1 : *severity == Severity::Error ? 3 : *severity == Severity::Warn ? 2 : 0;
}

} // namespace

StatesTile::StatesTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

QString StatesTile::label(const Lane &lane) const
{
    return lane.label.isEmpty() ? spec().title : lane.label;
}

ShownState StatesTile::current(const Lane &lane) const
{
    return lane.current ? shownState(spec().options.states, *lane.current) : ShownState{tr("Not known"), {}};
}

QString StatesTile::sinceText(const Lane &lane) const
{
    if (!lane.current || lane.sinceUs == 0)
        return {};
    return tr("for %1").arg(formatSpan(context().nowUs - lane.sinceUs, locale()));
}

// Those in trouble first; in what remains the order of the names.
QList<qsizetype> StatesTile::chosen(qsizetype most) const
{
    QList<qsizetype> all;
    for (qsizetype i = 0; i < snapshot().lanes.size(); ++i)
        all << i;
    if (all.size() <= most)
        return all;
    std::stable_sort(all.begin(), all.end(), [this](qsizetype a, qsizetype b) {
        return gravity(current(snapshot().lanes[a]).severity) > gravity(current(snapshot().lanes[b]).severity);
    });
    all.resize(std::max<qsizetype>(0, most));
    std::sort(all.begin(), all.end());
    return all;
}

QString StatesTile::valueText() const
{
    QStringList parts;
    qsizetype good = 0;
    for (const qsizetype at : chosen(3)) {
        const Lane &lane = snapshot().lanes[at];
        parts << plainLine(label(lane), 40) + u' ' + current(lane).word;
    }
    for (const Lane &lane : snapshot().lanes)
        good += current(lane).severity == Severity::Ok ? 1 : 0;
    if (snapshot().lanes.size() > 3)
        parts << tr("%1 of %2 well").arg(locale().toString(good), locale().toString(snapshot().lanes.size()));
    return parts.join(u", "_s);
}

// Cards say it themselves.
ChipLook StatesTile::ownChip() const
{
    if (!m_layout.cards.isEmpty() && m_layout.cards.size() == snapshot().lanes.size())
        return {};
    qsizetype bad = 0;
    std::optional<Severity> worst = Severity::Ok;
    for (const Lane &lane : snapshot().lanes) {
        const auto severity = current(lane).severity;
        if (gravity(severity) < 2)
            continue;
        ++bad;
        if (gravity(severity) > gravity(worst))
            worst = severity;
    }
    if (bad == 0)
        return {};
    return {severityIcon(worst), tr("%1 in trouble").arg(locale().toString(bad)), severityTone(worst)};
}

int StatesTile::cardHeight(bool brief) const
{
    const int line = theme().lineHeight(TypeRole::Label);
    return brief ? line + kStatesPadding / 2 : line + theme().lineHeight(TypeRole::Caption) + kStatesPadding + 4;
}

int StatesTile::laneHeight() const
{
    return std::max(kStatesLaneHigh, theme().lineHeight(TypeRole::Label)) + kStatesLanePadding;
}

void StatesTile::layOutCards(int height, bool brief)
{
    const int width = bodyRect().width();
    const auto count = int(snapshot().lanes.size());
    const int card = cardHeight(brief);
    m_layout.gap = brief ? kStatesGap / 2 : kStatesGap;
    const int rows = std::max(1, (height + m_layout.gap) / (card + m_layout.gap));
    // As few columns as show all of them, as wide as good.
    int columns = std::clamp((width + kStatesGap) / (kStatesCardGood + kStatesGap), 1, kStatesMostColumns);
    if (columns * rows < count)
        columns = std::clamp((width + kStatesGap) / (kStatesCardLeast + kStatesGap), 1, kStatesMostColumns);
    // Spread evenly over the lines that it takes.
    const int lines = std::clamp((count + columns - 1) / columns, 1, rows);
    columns = std::clamp((count + lines - 1) / lines, 1, columns);
    m_layout.columns = columns;
    m_layout.brief = brief;
    m_layout.card = QSize((width - (columns - 1) * kStatesGap) / columns, card);
    const qsizetype places = qsizetype(columns) * rows;
    // The last place tells how many are missing; a single one is worth more than their number.
    m_layout.cards = chosen(count <= places ? count : std::max<qsizetype>(1, places - 1));
}

void StatesTile::layOutLanes(int top, int height)
{
    const qsizetype places = (height - kStatesAxis) / laneHeight();
    m_layout.lanes = chosen(places);
    if (m_layout.lanes.isEmpty())
        return;
    const QFontMetrics metrics(theme().font(TypeRole::Label));
    int label = 0;
    for (const qsizetype lane : std::as_const(m_layout.lanes))
        label = std::max(label, metrics.horizontalAdvance(plainLine(this->label(snapshot().lanes[lane]), 64)) + 2);
    const int width = bodyRect().width();
    m_layout.labelWidth = std::min(label, int(width * kStatesLabelShare));
    m_layout.timeline = QRect(0, top, width, int(m_layout.lanes.size()) * laneHeight() + kStatesAxis);
}

void StatesTile::prepare()
{
    m_layout = {};
    const int height = bodyRect().height();
    const auto count = int(snapshot().lanes.size());
    if (count == 0 || height <= 0)
        return;
    const StatesOptions::View view = spec().options.states.view;
    if (view != StatesOptions::View::Timeline) {
        layOutCards(height, false);
        if (m_layout.cards.size() < count)
            layOutCards(height, true);
        if (m_layout.cards.size() < count && height < cardHeight(false) + kStatesGap)
            m_layout.card.setHeight(std::min(m_layout.card.height(), height));
    }
    const int rows =
        m_layout.cards.isEmpty()
            ? 0
            : (int(m_layout.cards.size()) + (m_layout.cards.size() < count ? 1 : 0) + m_layout.columns - 1) /
                  m_layout.columns;
    const int top = rows == 0 ? 0 : rows * (m_layout.card.height() + m_layout.gap) + kStatesGap / 2;
    if (view == StatesOptions::View::Grid)
        return;
    const int least =
        std::min(count, view == StatesOptions::View::Both ? kStatesFewLanes : 1) * laneHeight() + kStatesAxis;
    if (height - top >= least)
        layOutLanes(top, height - top);
}

QRect StatesTile::cardRect(const QRect &body, qsizetype place) const
{
    const int column = int(place) % m_layout.columns;
    const int row = int(place) / m_layout.columns;
    const QRect rect(QPoint(body.left() + column * (m_layout.card.width() + kStatesGap),
                            body.top() + row * (m_layout.card.height() + m_layout.gap)),
                     m_layout.card);
    return QStyle::visualRect(layoutDirection(), body, rect);
}

// Times run from left to right in every language.
QRect StatesTile::laneRect(const QRect &body, qsizetype place) const
{
    return {body.left() + m_layout.labelWidth + kStatesLabelGap,
            body.top() + m_layout.timeline.top() + int(place) * laneHeight(),
            body.width() - m_layout.labelWidth - kStatesLabelGap - 1, laneHeight()};
}

ChartGeometry StatesTile::geometry(const QRect &lane) const
{
    return {QRectF(lane), snapshot().windowFromUs, snapshot().windowToUs, 0, 1};
}

void StatesTile::paintBody(QPainter &painter, const QRect &body)
{
    const auto count = snapshot().lanes.size();
    for (qsizetype place = 0; place < m_layout.cards.size(); ++place)
        paintCard(painter, cardRect(body, place), snapshot().lanes[m_layout.cards[place]]);
    const QRect next = cardRect(body, m_layout.cards.size());
    if (m_layout.card.isValid() && m_layout.cards.size() < count && next.bottom() <= body.bottom())
        paintMore(painter, next, count - m_layout.cards.size());
    if (m_layout.lanes.isEmpty())
        return;
    const QFont font = theme().font(TypeRole::Label);
    for (qsizetype place = 0; place < m_layout.lanes.size(); ++place) {
        const Lane &lane = snapshot().lanes[m_layout.lanes[place]];
        const QRect rect = laneRect(body, place);
        painter.setFont(font);
        painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
        painter.drawText(QRect(body.left(), rect.top(), m_layout.labelWidth, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         elidedPlain(QFontMetrics(font), label(lane), m_layout.labelWidth));
        paintLane(painter, rect, lane);
    }
    paintTimes(painter, body);
}

void StatesTile::paintCard(QPainter &painter, const QRect &rect, const Lane &lane) const
{
    const ShownState state = current(lane);
    const bool trouble = gravity(state.severity) >= 2 && !dimmed();
    const Tone tone = severityTone(state.severity);
    const QColor fill = trouble ? theme().toneTint(tone) : theme().colour(Colour::Sunken);
    const QColor edge = !trouble                             ? theme().colour(Colour::Border)
                        : *state.severity == Severity::Error ? theme().colour(Colour::ErrorFill)
                                                             : theme().colour(Colour::WarnFill);
    controls::frame(painter, rect, theme().metrics().radiusChip, fill, edge);
    const QColor ink = state.severity && !dimmed() ? theme().toneText(tone) : theme().colour(Colour::TextSecondary);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect, r); };
    const int line = theme().lineHeight(TypeRole::Label);
    const int lower = theme().lineHeight(TypeRole::Caption);
    QRect text = rect.adjusted(kStatesPadding, m_layout.brief ? 0 : kStatesPadding / 2 + 1, -kStatesPadding, 0);
    text.setHeight(m_layout.brief ? rect.height() : line);
    const QRect iconRect(text.left(), text.top(), kStatesIcon, text.height());
    paintIcon(painter, severityIcon(state.severity), ink, mirrored(iconRect));
    text.setLeft(iconRect.right() + 1 + kStatesIconGap);

    const QFont strong = theme().font(TypeRole::LabelStrong);
    const QFontMetrics metrics(strong);
    painter.setFont(strong);
    const QString name = plainLine(label(lane), 64);
    const QFontMetrics small(theme().font(TypeRole::Caption));
    // In one line the state gives way first: its icon stays.
    const int nameWidth = std::min(metrics.horizontalAdvance(name) + 2, text.width());
    painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
    painter.drawText(mirrored(QRect(text.left(), text.top(), m_layout.brief ? nameWidth : text.width(), text.height())),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     elidedPlain(metrics, label(lane), text.width()));
    QFont stateFont = theme().font(TypeRole::Caption);
    stateFont.setWeight(QFont::DemiBold);
    const QFontMetrics stateMetrics(stateFont);
    const int wordWidth = stateMetrics.horizontalAdvance(state.word) + 2;
    QRect second = m_layout.brief ? text.adjusted(nameWidth + kStatesIconGap, 0, 0, 0)
                                  : QRect(rect.left() + kStatesPadding, text.bottom() + 1,
                                          rect.width() - 2 * kStatesPadding, lower);
    if (m_layout.brief && wordWidth > second.width())
        return;
    painter.setFont(stateFont);
    painter.setPen(ink);
    const Qt::Alignment side = m_layout.brief ? Qt::AlignTrailing : Qt::AlignLeading;
    painter.drawText(mirrored(second), int(Qt::AlignVCenter | side) | Qt::TextSingleLine,
                     elidedPlain(stateMetrics, state.word, second.width()));
    second.setLeft(second.left() + wordWidth + 2);
    const QString since = sinceText(lane);
    if (m_layout.brief || since.isEmpty() || small.horizontalAdvance(since) > second.width())
        return;
    painter.setFont(theme().font(TypeRole::Caption));
    painter.setPen(theme().colour(Colour::TextSecondary));
    painter.drawText(mirrored(second), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, since);
}

void StatesTile::paintMore(QPainter &painter, const QRect &rect, qsizetype more) const
{
    painter.setFont(theme().font(TypeRole::Label));
    painter.setPen(theme().colour(Colour::TextSecondary));
    painter.drawText(rect.adjusted(kStatesPadding, 0, -kStatesPadding, 0), Qt::AlignVCenter | Qt::AlignLeading,
                     tr("%n more", nullptr, int(more)));
}

void StatesTile::paintLane(QPainter &painter, const QRect &rect, const Lane &lane) const
{
    const ChartGeometry chart = geometry(rect);
    const int middle = rect.center().y();
    const auto place = [&](qint64 fromUs, qint64 toUs, int height) {
        const qreal from = std::round(std::max(chart.x(fromUs), chart.plot.left()));
        const qreal to = std::round(std::min(chart.x(toUs), chart.plot.right()));
        const qreal width = std::max(to - from, kStatesSpanLeast);
        return QRectF(std::min(from, chart.plot.right() - width), middle - height / 2 + 1, width, height);
    };
    QList<Gap> unknown;
    const auto hatch = [&](qint64 fromUs, qint64 toUs) {
        if (!unknown.isEmpty() && unknown.last().toUs == fromUs)
            unknown.last().toUs = toUs;
        else
            unknown.append({fromUs, toUs});
    };
    const auto paintUnknown = [&](qint64 fromUs, qint64 toUs) {
        const QRectF box = place(fromUs, toUs, kStatesLaneHigh);
        painter.fillRect(box, theme().colour(Colour::Sunken));
        paintHatch(painter, theme(), box);
        controls::frame(painter, box, 0, Qt::transparent, theme().colour(Colour::GapHatch));
    };
    // What is to come is not unknown, and while nobody listens nothing new is known.
    qint64 endUs = std::min(snapshot().windowToUs, std::max(context().nowUs, snapshot().windowFromUs + 1));
    if (snapshot().windowToUs - context().nowUs <= snapshot().bucketUs)
        endUs = snapshot().windowToUs;
    const bool deaf = condition().state == TileState::Offline && condition().sinceUs > 0;
    const qint64 knownUs = deaf ? std::clamp(condition().sinceUs, snapshot().windowFromUs, endUs) : endUs;
    qint64 upto = snapshot().windowFromUs;
    QList<std::pair<const Lane::Span *, Severity>> drawn;
    for (const Lane::Span &span : lane.spans) {
        if (span.fromUs >= knownUs)
            break;
        if (span.fromUs > upto)
            hatch(upto, span.fromUs);
        const qint64 toUs = std::min(span.toUs, knownUs);
        if (const auto severity = shownState(spec().options.states, span.state).severity)
            drawn.append({&span, *severity});
        else
            hatch(span.fromUs, toUs);
        upto = toUs;
    }
    if (upto < endUs)
        hatch(upto, endUs);
    for (const Gap &part : std::as_const(unknown))
        paintUnknown(part.fromUs, part.toUs);
    // Short troubles last, so that none hides behind the long good times beside it.
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const auto &a, const auto &b) { return gravity(a.second) < gravity(b.second); });
    for (const auto &[span, severity] : std::as_const(drawn)) {
        const bool error = severity == Severity::Error;
        const bool warn = severity == Severity::Warn;
        const QColor colour = theme().colour(error ? Colour::ErrorFill : warn ? Colour::WarnFill : Colour::OkFill);
        painter.fillRect(place(span->fromUs, std::min(span->toUs, knownUs),
                               error  ? kStatesLaneHigh
                               : warn ? kStatesLaneMiddle
                                      : kStatesLaneLow),
                         dimmed() ? theme().dimmed(colour) : colour);
    }
}

void StatesTile::paintTimes(QPainter &painter, const QRect &body) const
{
    QRect plot = laneRect(body, 0);
    plot.setBottom(body.top() + m_layout.timeline.bottom() - kStatesAxis - 2);
    const ChartGeometry chart = geometry(plot);
    const TabularText labels(theme().font(TypeRole::Caption));
    const QString zone = spec().bindings.value(0).window.timeZone;
    QList<TimeTick> ticks = timeTicks(snapshot().windowFromUs, snapshot().windowToUs, plot.width(), zoneFor(zone),
                                      locale(), [&](const QString &text) { return labels.advance(text); });
    // The right end is now, unless the window ends later.
    const bool endsNow = snapshot().windowToUs - context().nowUs <= snapshot().bucketUs;
    const QString now = endsNow ? tr("now") : QString();
    const qreal limit = plot.right() - (now.isEmpty() ? 0 : labels.advance(now) + 8);
    const auto reaches = [&](const TimeTick &tick) {
        const qreal half = labels.advance(tick.label) / 2;
        return chart.x(tick.timeUs) + half > limit || chart.x(tick.timeUs) - half < body.left();
    };
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), reaches), ticks.end());
    paintTimeAxis(painter, theme(), chart, ticks);
    painter.setPen(theme().colour(Colour::AxisText));
    labels.draw(painter, QRectF(plot.left(), plot.bottom() + 6, plot.width(), 16),
                Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute, now);
}

StatesTile::Place StatesTile::placeAt(const QPoint &position) const
{
    const QRect body = bodyRect();
    for (qsizetype at = 0; at < m_layout.cards.size(); ++at) {
        if (cardRect(body, at).contains(position))
            return {&snapshot().lanes[m_layout.cards[at]], nullptr, true, false};
    }
    for (qsizetype at = 0; at < m_layout.lanes.size(); ++at) {
        const QRect rect = laneRect(body, at);
        if (position.y() < rect.top() || position.y() > rect.bottom())
            continue;
        const Lane &lane = snapshot().lanes[m_layout.lanes[at]];
        if (position.x() < rect.left())
            return {&lane, nullptr, false, false};
        const qint64 timeUs = geometry(rect).timeAt(position.x());
        const auto span = std::find_if(lane.spans.begin(), lane.spans.end(), [timeUs](const Lane::Span &one) {
            return timeUs >= one.fromUs && timeUs < one.toUs;
        });
        return {&lane, span == lane.spans.end() ? nullptr : &*span, false, true};
    }
    return {};
}

QString StatesTile::tooltipAt(const QPoint &position) const
{
    if (!bodyRect().contains(position))
        return Tile::tooltipAt(position);
    const Place place = placeAt(position);
    if (!place.lane)
        return {};
    const QString name = plainLine(label(*place.lane), 200);
    if (place.onCard)
        return name + u'\n' + current(*place.lane).word + u' ' + sinceText(*place.lane);
    if (place.span)
        return name + u'\n' + shownState(spec().options.states, place.span->state).word + u", "_s +
               formatRange(place.span->fromUs, place.span->toUs, context().nowUs, locale(), zoneOf(spec())) +
               zoneSuffix(spec(), place.span->fromUs);
    return place.onTimeline ? name + u'\n' + tr("Not known") : name;
}

std::optional<NamedOrigin> StatesTile::originAt(const QPoint &position) const
{
    const Place place = bodyRect().contains(position) ? placeAt(position) : Place();
    if (!place.lane || (place.onTimeline && !place.span))
        return std::nullopt;
    return originOfLane(facts(), *place.lane, place.span);
}

} // namespace hookboard
