#include "ui/dashboard/tiles/kpitile.h"

#include "ui/dashboard/chartpainter.h"
#include "ui/dashboard/valuelooks.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kLineFactor = 1.17;
constexpr qreal kLegibleStep = 24; // of a number beside which the chart may go
constexpr qreal kUnitShare = 0.5;
constexpr int kUnitGap = 3;
constexpr int kSparkGap = 6;
constexpr int kSparkMinimum = 16;
constexpr int kSparkMost = 56;
constexpr qreal kSparkStroke = 1.5;
constexpr qreal kSparkDot = 2.5;

void frameDot(QPainter &painter, const QPointF &centre, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, kSparkDot, kSparkDot);
    painter.restore();
}

} // namespace

KpiTile::KpiTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

NumberText KpiTile::fullText() const
{
    const Scalar value = snapshot().value.value_or(Scalar());
    if (const StateLook *look = lookOf(spec().valueLooks, value))
        return {wordOf(*look), {}};
    if (!spec().nullText.isEmpty() && (value.isAbsent() || value.isNull()))
        return {plainLine(spec().nullText, 60), {}};
    NumberText text = formatNumber(snapshot().value.value_or(Scalar()), spec().format, locale());
    text.number = plainLine(text.number, 60);
    text.unit = plainLine(text.unit, 12);
    return text;
}

QString KpiTile::valueText() const
{
    return snapshot().value ? fullText().text() : QString();
}

bool KpiTile::fits(const NumberText &text, int step, const QSize &room) const
{
    // Half of the room is for the small chart, unless the number would be hard to read from a distance then.
    const qreal legible = kLegibleStep * theme().textScale() * kLineFactor;
    const qreal height = std::max(room.height() / 2.0, std::min<qreal>(room.height(), legible));
    if (step * kLineFactor > height && step != theme().numberSteps().first())
        return false;
    qreal width = TabularText(theme().numberFont(step)).advance(text.number);
    if (!text.unit.isEmpty())
        width += kUnitGap + QFontMetricsF(theme().numberFont(int(step * kUnitShare))).horizontalAdvance(text.unit);
    return width + 2 <= room.width();
}

// A number that swings around a threshold must not flicker between two looks.
void KpiTile::holdThreshold()
{
    const auto value = snapshot().value ? snapshot().value->toDouble() : std::nullopt;
    const std::optional<double> held = m_holding ? std::optional(m_holding->from) : std::nullopt;
    m_holding = value ? thresholdHolding(spec().thresholds, *value, held) : std::nullopt;
}

void KpiTile::prepare()
{
    holdThreshold();
    const QSize room = bodyRect().size();
    if (room.width() <= 0 || room.height() <= 0)
        return;
    m_text = fullText();
    // A value close to rolling over is measured with the digit it will need.
    NumberText measured = m_text;
    if (const auto value = snapshot().value ? snapshot().value->toDouble() : std::nullopt; value && *value != 0) {
        const double size = std::abs(*value * spec().format.scale);
        const double next = std::pow(10.0, std::floor(std::log10(size)) + 1);
        if (size >= 0.9 * next)
            measured.number += locale().zeroDigit();
    }
    const QList<int> &steps = theme().numberSteps();
    int best = 0;
    for (int step : steps) {
        if (fits(measured, step, room))
            best = step;
    }
    if (best == 0 && snapshot().value) {
        if (const auto value = snapshot().value->toDouble())
            m_text = formatCompact(*value, spec().format, locale());
        for (int step : steps) {
            if (fits(m_text, step, room))
                best = step;
        }
    }
    best = std::max(best, steps.first());
    // Never larger only because a value got shorter: only room, format or theme may do that.
    const bool same = room == m_fittedRoom && spec().format == m_fittedFormat && theme().textScale() == m_fittedScale;
    if (same && m_ownStep < best)
        best = m_ownStep;
    const bool valued = snapshot().value.has_value();
    if (valued) {
        m_fittedRoom = room;
        m_fittedFormat = spec().format;
        m_fittedScale = theme().textScale();
    }
    // A first value joins the others of its row, also when its size is the one guessed before.
    if (best != m_ownStep || valued != m_valued) {
        m_ownStep = best;
        m_valued = valued;
        emit ownStepChanged();
    }
}

void KpiTile::setStepLimit(int pixelSize)
{
    if (m_stepLimit == pixelSize)
        return;
    m_stepLimit = pixelSize;
    invalidateBody();
}

int KpiTile::step() const
{
    return m_stepLimit > 0 ? std::min(m_stepLimit, m_ownStep) : m_ownStep;
}

ChipLook KpiTile::ownChip() const
{
    if (const StateLook *look = lookOf(spec().valueLooks, snapshot().value.value_or(Scalar())))
        return look->severity == Threshold::Severity::Ok ? ChipLook() : chipOf(*look);
    if (!m_holding || m_holding->severity == Threshold::Severity::Ok)
        return {};
    const QString word = m_holding->label.isEmpty()
                             ? tr("Above %1").arg(formatNumber(m_holding->from, spec().format, locale()).text())
                             : plainLine(m_holding->label, 24);
    if (m_holding->severity == Threshold::Severity::Error)
        return {u"error"_s, word, Tone::Error};
    return {u"warning"_s, word, Tone::Warn};
}

QString KpiTile::tooltipAt(const QPoint &position) const
{
    if (!bodyRect().contains(position) || !snapshot().value)
        return Tile::tooltipAt(position);
    const Delta change = delta();
    QString text = fullText().text();
    if (!change.words.isEmpty())
        text += u'\n' + change.amount + u' ' + change.words;
    const TileFooter footer = tileFooter(facts());
    for (const QString &more : {footer.window, footer.precision}) {
        if (!more.isEmpty())
            text += u'\n' + more;
    }
    return text;
}

std::optional<NamedOrigin> KpiTile::originAt(const QPoint &position) const
{
    return bodyRect().contains(position) && snapshot().value ? originOfWindow(facts()) : std::nullopt;
}

Tone KpiTile::deltaTone(double change) const
{
    return (change > 0) != spec().lowerIsBetter ? Tone::Ok : Tone::Error;
}

KpiTile::Delta KpiTile::delta() const
{
    const auto value = snapshot().value ? snapshot().value->toDouble() : std::nullopt;
    if (!spec().showDelta || !value || !snapshot().previous || !std::isfinite(*snapshot().previous))
        return {};
    const double before = *snapshot().previous;
    if (dimmed())
        return {{}, tr("was %1 before").arg(formatNumber(before, spec().format, locale()).text()), {}};
    const double change = *value - before;
    if (change == 0)
        return {{}, tr("no change to the window before"), {}};
    if (spec().format.style == NumberFormat::Style::Percent) {
        NumberFormat plain = spec().format;
        plain.style = NumberFormat::Style::Plain;
        plain.unit.clear();
        plain.scale *= 100;
        plain.decimals = std::max(1, plain.decimals);
        const QString points = tr("%1 points").arg(formatNumber(std::abs(change), plain, locale()).text());
        return {(change > 0 ? u"▲ "_s : u"▼ "_s) + points, tr("vs window before"), deltaTone(change)};
    }
    const bool share = before != 0 && std::abs(change / before) < 10;
    const QString amount = share ? formatPercent(std::abs(change / before), locale())
                                 : formatNumber(std::abs(change), spec().format, locale()).text();
    return {(change > 0 ? u"▲ "_s : u"▼ "_s) + amount, tr("vs window before"), deltaTone(change)};
}

void KpiTile::paintBody(QPainter &painter, const QRect &body)
{
    const int size = step();
    const int numberHeight = int(std::lround(size * kLineFactor));
    const QFont numberFont = theme().numberFont(size);
    const TabularText number(numberFont);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), body, r); };

    painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
    const int numberWidth = int(std::ceil(number.advance(m_text.number)));
    const QRect numberRect(body.left() - 1, body.top(), std::min(numberWidth + 2, body.width()), numberHeight);
    // Text that is no number has no compact form; it may be elided.
    const QString shown = numberWidth + 2 <= body.width()
                              ? m_text.number
                              : elidedPlain(QFontMetrics(numberFont), m_text.number, body.width());
    number.draw(painter, mirrored(numberRect), Qt::AlignVCenter | Qt::AlignLeading, shown);
    if (!m_text.unit.isEmpty()) {
        const QFont unitFont = theme().numberFont(int(size * kUnitShare));
        painter.setFont(unitFont);
        const QFontMetrics metrics(numberFont);
        const int baseline = numberRect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        const QRect unitRect(numberRect.right() + kUnitGap, baseline - QFontMetrics(unitFont).ascent(),
                             body.right() - numberRect.right() - kUnitGap, QFontMetrics(unitFont).height());
        painter.drawText(mirrored(unitRect), Qt::AlignTop | Qt::AlignLeading | Qt::TextSingleLine, m_text.unit);
    }

    QRect rest = body.adjusted(0, numberHeight, 0, 0);
    const int lineHeight = theme().lineHeight(TypeRole::Label);
    if (rest.height() >= lineHeight) {
        paintDelta(painter, QRect(rest.left(), rest.top(), rest.width(), lineHeight));
        rest.setTop(rest.top() + lineHeight + kSparkGap);
    }
    if (spec().showSparkline && rest.height() >= kSparkMinimum && !snapshot().series.isEmpty()) {
        if (rest.height() > kSparkMost)
            rest.setTop(rest.bottom() - kSparkMost);
        paintSparkline(painter, rest);
    }
}

void KpiTile::paintDelta(QPainter &painter, const QRect &rect) const
{
    const Delta change = delta();
    if (change.words.isEmpty())
        return;
    QRect line = rect;
    if (!change.amount.isEmpty()) {
        const TabularText amount(theme().font(TypeRole::LabelStrong));
        painter.setPen(theme().toneText(change.tone));
        amount.draw(painter, QStyle::visualRect(layoutDirection(), rect, line), Qt::AlignVCenter | Qt::AlignLeading,
                    change.amount);
        line.setLeft(line.left() + int(std::ceil(amount.advance(change.amount))) + 5);
    }
    painter.setPen(theme().colour(Colour::TextSecondary));
    painter.setFont(theme().font(TypeRole::Label));
    // The comparison gives way as a whole: half a word compares nothing.
    const bool whole = painter.fontMetrics().horizontalAdvance(change.words) <= line.width();
    if (whole || change.amount.isEmpty())
        painter.drawText(QStyle::visualRect(layoutDirection(), rect, line), Qt::AlignVCenter | Qt::AlignLeading,
                         elidedPlain(painter.fontMetrics(), change.words, line.width()));
}

void KpiTile::paintSparkline(QPainter &painter, const QRect &rect) const
{
    const Series &series = snapshot().series.first();
    double low = 0;
    double high = 0;
    bool any = false;
    for (const Point &point : series.points) {
        if (!std::isfinite(point.value))
            continue;
        low = any ? std::min(low, point.value) : point.value;
        high = any ? std::max(high, point.value) : point.value;
        any = true;
    }
    if (!any)
        return;
    low = std::min(low, low * 0.9);
    if (high <= low)
        high = low + 1;
    ChartGeometry geometry{QRectF(rect).adjusted(1, 2, -kSparkDot - 1, -2), snapshot().windowFromUs,
                           snapshot().windowToUs, low, high};
    QColor colour = theme().colour(Colour::Accent);
    if (dimmed())
        colour = theme().dimmed(colour);
    else if (ownChip().tone == Tone::Warn)
        colour = theme().colour(Colour::WarnFill);
    else if (ownChip().tone == Tone::Error)
        colour = theme().colour(Colour::ErrorFill);
    const SeriesLook look{colour, {}, Marker::Circle, false};
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QList<LineRun> runs = lineRuns(series.points, snapshot(), snapshot().gaps, geometry, ratio);
    ChartGeometry foot = geometry;
    foot.plot.setBottom(rect.bottom() + 1);
    foot.low = 0;
    foot.high = 1;
    paintArea(painter, runs, foot, colour);
    paintLine(painter, runs, look, kSparkStroke);
    if (!runs.isEmpty())
        frameDot(painter, runs.last().last(), colour);
}

} // namespace hookboard
