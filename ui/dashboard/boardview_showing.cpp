// The part of BoardView that shows what changed: in passes, and what of it was painted.
#include "ui/dashboard/boardview.h"

#include "core/types/clock.h"
#include "ui/dashboard/dashboardmodel.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr double kPassNs = 6e6;            // leaves room in a frame of 16 ms for what else the window has to do
constexpr qsizetype kMostSampled = 256;    // updates on their way to the screen; more means that nobody paints
constexpr qint64 kTellingPixels = 100'000; // smaller passes say more of the timer than of the painting
constexpr double kCheapestPixelNs = 1;
constexpr double kDearestPixelNs = 25; // what lies beyond is time that others took; more passes would not give it back

} // namespace

bool BoardView::isSeen(const Tile &one) const
{
    return one.isVisible() && !one.visibleRegion().isEmpty();
}

void BoardView::showTiles(const QStringList &tileIds, const QList<Trace> &traces)
{
    Sampled sampled{traces, {}};
    for (const QString &id : tileIds) {
        const Tile *one = m_tiles.value(id);
        if (!one)
            continue;
        if (!m_changed.contains(id))
            m_changed << id;
        // What nobody sees is never painted and must not hold the report back.
        if (!traces.isEmpty() && isSeen(*one))
            sampled.unpainted << id;
    }
    if (!sampled.unpainted.isEmpty())
        m_sampled << sampled;
    if (m_sampled.size() > kMostSampled)
        m_sampled.removeFirst();
    if (!m_nextPass.isActive())
        showNext();
}

// Runs when all that the pass before has dirtied is painted.
void BoardView::showNext()
{
    if (m_passPixels > kTellingPixels) {
        const auto pause = std::chrono::nanoseconds(kBetweenPasses).count();
        const double cost = double(m_pass.nsecsElapsed() - pause) / double(m_passPixels);
        m_nsPerPixel = std::clamp(0.8 * m_nsPerPixel + 0.2 * cost, kCheapestPixelNs, kDearestPixelNs);
    }
    m_passPixels = 0;
    m_pass.start();
    while (!m_changed.isEmpty()) {
        Tile *one = m_tiles.value(m_changed.first());
        const bool seen = one && isSeen(*one);
        const qint64 pixels = seen ? qint64(one->width()) * one->height() : 0;
        if (m_passPixels > 0 && double(m_passPixels + pixels) * m_nsPerPixel > kPassNs)
            break;
        const QString id = m_changed.takeFirst();
        if (!one)
            continue;
        one->setContext(m_model.context());
        one->setSnapshot(m_model.snapshot(id));
        if (!seen)
            tilePainted(id); // as good as painted: it was scrolled away meanwhile
        m_passPixels += pixels;
    }
    if (m_passPixels > 0)
        m_nextPass.start();
}

void BoardView::tilePainted(const QString &tileId)
{
    if (m_sampled.isEmpty() || m_changed.contains(tileId)) // painted for another reason, its news still wait
        return;
    const bool waits = !m_shown.isEmpty();
    for (Sampled &sampled : m_sampled)
        sampled.unpainted.remove(tileId);
    m_sampled.removeIf([this](const Sampled &sampled) {
        if (sampled.unpainted.isEmpty())
            m_shown << sampled.traces;
        return sampled.unpainted.isEmpty();
    });
    // After this paint event the window's picture is handed to the screen; the report follows it.
    if (!waits && !m_shown.isEmpty())
        QMetaObject::invokeMethod(this, &BoardView::reportPainted, Qt::QueuedConnection);
}

void BoardView::reportPainted()
{
    const QList<Trace> shown = std::exchange(m_shown, {});
    if (!shown.isEmpty())
        emit painted(shown, m_model.clock().steadyNs());
}

} // namespace hookboard
