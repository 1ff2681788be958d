#include "app/desktop/tracelog.h"

#include "core/types/clock.h"

#include <QtCore/QEvent>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFlushIntervalMs = 1'000;
constexpr int kBeatMs = 4;

QByteArray micros(qint64 fromNs, qint64 toNs)
{
    return toNs == 0 ? QByteArray("null") : QByteArray::number((toNs - fromNs) / 1000);
}

} // namespace

TraceLog::TraceLog(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_flushTimer(this)
    , m_beatTimer(this)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    connect(&m_flushTimer, &QTimer::timeout, this, &TraceLog::flush);
    m_flushTimer.start(kFlushIntervalMs);
}

TraceLog::~TraceLog()
{
    if (m_file.isOpen())
        flush();
}

void TraceLog::append(const QList<Trace> &traces)
{
    for (const Trace &trace : traces) {
        m_pending += "{\"seq\":" + QByteArray::number(trace.seq) +
                     ",\"receivedUs\":" + QByteArray::number(trace.receivedUs) +
                     ",\"verified\":" + micros(trace.receivedNs, trace.verifiedNs) +
                     ",\"committed\":" + micros(trace.receivedNs, trace.committedNs) +
                     ",\"folded\":" + micros(trace.receivedNs, trace.foldedNs) +
                     ",\"painted\":" + micros(trace.receivedNs, trace.paintedNs) + "}\n";
    }
}

void TraceLog::watchEventLoop()
{
    m_beatTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_beatTimer, &QTimer::timeout, this, [this] {
        const qint64 now = SystemClock().steadyNs();
        if (m_lastBeatNs != 0) {
            const qint64 lateUs = (now - m_lastBeatNs) / 1000 - kBeatMs * 1000;
            m_pending += "{\"stallUs\":" + QByteArray::number(std::max<qint64>(0, lateUs)) + "}\n";
        }
        m_lastBeatNs = now;
    });
    m_beatTimer.start(kBeatMs);
}

void TraceLog::watchOpening(QObject *window)
{
    window->installEventFilter(this);
}

void TraceLog::noteUpdate(const BoardUpdate &update)
{
    const bool isWhole = update.complete && std::none_of(update.tiles.begin(), update.tiles.end(),
                                                         [](const TileSnapshot &tile) { return tile.refolding; });
    if (!isWhole)
        return;
    quint64 upto = 0;
    for (const TileSnapshot &tile : update.tiles)
        upto = std::max(upto, tile.uptoSeq);
    const QJsonObject line{{u"board"_s, update.boardId}, {u"uptoSeq"_s, qint64(upto)}};
    m_opened = QJsonDocument(line).toJson(QJsonDocument::Compact).sliced(1);
}

// A window paints all its widgets when it gets an UpdateRequest; what is queued then runs after that.
bool TraceLog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::UpdateRequest && !m_opened.isEmpty()) {
        const auto append = [this, line = std::exchange(m_opened, {})] {
            m_pending += "{\"openedUs\":" + QByteArray::number(SystemClock().nowUs()) + ',' + line + '\n';
            flush();
        };
        QMetaObject::invokeMethod(this, append, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void TraceLog::flush()
{
    m_file.write(m_pending);
    m_file.flush();
    m_pending.clear();
}

} // namespace hookboard
