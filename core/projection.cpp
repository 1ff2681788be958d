#include "core/projection.h"

#include "core/commitfeed.h"
#include "core/types/previewboard.h"

#include <QtCore/QThread>

#include <algorithm>
#include <utility>

namespace hookboard {

namespace {

constexpr qint64 kTickNs = 33'000'000;      // at most thirty updates a second
constexpr qint64 kProgressNs = 100'000'000; // a board that catches up changes all over: ten times a second will do
constexpr int kClockTickMs = 1'000;         // windows move and buckets close also when nothing arrives
constexpr int kSaveIntervalMs = 5'000;
constexpr qint64 kGapRefreshUs = 15 * kSecondUs;
constexpr qint64 kSliceNs = 12'000'000; // a catch-up gives way to live work this often
constexpr int kSliceCheck = 128;        // events between two looks at the clock, or
constexpr qint64 kSliceCheckBytes = 1024 * 1024;
constexpr qsizetype kTracesPerUpdate = 64;
constexpr quint64 kShowProgressFrom = 20'000; // shorter catch-ups are over before anyone could read a progress

} // namespace

Projection::Projection(QString journalPath, const Clock &clock)
    : m_journalPath(std::move(journalPath))
    , m_clock(clock)
    , m_blockReader(std::make_shared<BlockReader>(m_journalPath))
{
    m_pool.setMaxThreadCount(1); // blocks come in their order, and one job at a time uses the reader
}

Projection::~Projection() = default;

void Projection::furnish()
{
    m_tickTimer = new QTimer(this);
    m_tickTimer->setSingleShot(true);
    connect(m_tickTimer, &QTimer::timeout, this, &Projection::tick);
    m_clockTimer = new QTimer(this);
    connect(m_clockTimer, &QTimer::timeout, this, &Projection::clockTick);
    m_clockTimer->start(kClockTickMs);
    m_saveTimer = new QTimer(this);
    connect(m_saveTimer, &QTimer::timeout, this, &Projection::saveChanged);
    m_saveTimer->start(kSaveIntervalMs);
}

// Null while there is no readable journal yet; boards wait and are filled when it comes.
JournalReader *Projection::reader()
{
    if (!m_reader) {
        auto opened = JournalReader::open(m_journalPath);
        if (opened)
            m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void Projection::onFolding(const EventBatch &events, quint64 lastSeq)
{
    const quint64 before = m_latestSeq;
    m_latestSeq = std::max(m_latestSeq, lastSeq);
    if (!events) {
        scheduleCatchUp();
        return;
    }
    for (auto &[id, board] : m_boards) {
        if (board.position < before)
            continue; // still catching up: it will read these from the journal
        for (const StoredEvent &event : *events)
            board.fold.fold(event);
        board.position = std::max(board.position, lastSeq);
        board.catchUpFrom = board.position;
        board.foldedSinceSave += events->size();
        board.dirty = true;
        const qint64 foldedNs = m_clock.steadyNs();
        const std::size_t room = std::size_t(std::max<qsizetype>(0, kTracesPerUpdate - board.traces.size()));
        for (auto it = events->end() - std::ptrdiff_t(std::min(room, events->size())); it != events->end(); ++it) {
            board.traces.append(
                {it->seq, it->receivedUs, it->receivedNs, it->verifiedNs, it->committedNs, foldedNs, 0});
        }
    }
    emit consumed(events->size(), batchBytes(events));
    scheduleCatchUp();
    scheduleTick();
}

void Projection::onJournalState(const JournalState &state)
{
    if (!state.writable) {
        m_reader.reset(); // what is wrong may be the file: the next one to read may be another
        stopReading();
        m_gapsReadUs = 0;
    }
    m_latestSeq = std::max(m_latestSeq, state.lastSeq);
    forgetFailedReading();
    scheduleCatchUp();
}

void Projection::onListenerState(const ListenerState &)
{
    m_gapsReadUs = 0;
    refreshGaps();
    scheduleTick();
}

void Projection::stopReading()
{
    for (auto &[id, board] : m_boards)
        board.ahead.reset();
    m_blockReader = std::make_shared<BlockReader>(m_journalPath);
}

// Reading that failed is tried again with the next journal state or second, not at once.
void Projection::forgetFailedReading()
{
    for (auto &[id, board] : m_boards) {
        if (board.ahead && board.ahead->error())
            board.ahead.reset();
    }
}

void Projection::readAhead(Board &board)
{
    if (!board.ahead) {
        board.ahead = std::make_unique<ReadAhead>(m_pool, *this, m_blockReader, board.position, board.fold.needs());
        connect(board.ahead.get(), &ReadAhead::arrived, this, &Projection::scheduleCatchUp);
    }
    board.ahead->readTo(m_latestSeq);
}

// Boards that are behind read on; those for which something has come fold it in a slice.
void Projection::scheduleCatchUp()
{
    bool come = false;
    for (auto &[id, board] : m_boards) {
        if (board.position >= m_latestSeq)
            continue;
        readAhead(board);
        come = come || (!board.ahead->isEmpty() && !board.ahead->error());
    }
    if (!come || m_catchUpScheduled)
        return;
    m_catchUpScheduled = true;
    QMetaObject::invokeMethod(this, &Projection::catchUpSlice, Qt::QueuedConnection);
}

void Projection::catchUpSlice()
{
    m_catchUpScheduled = false;
    for (auto &[id, board] : m_boards) {
        if (board.ahead)
            catchUp(board);
    }
    scheduleCatchUp();
    scheduleTick();
}

void Projection::catchUp(Board &board)
{
    const qint64 start = m_clock.steadyNs();
    bool sliceOver = false;
    quint64 count = 0;
    qint64 unlooked = 0; // bytes since the last look at the clock
    while (const ReadEvent *read = sliceOver ? nullptr : board.ahead->next()) {
        board.fold.fold(read->event, read->root);
        unlooked += read->event.bodySize;
        if (++count % kSliceCheck == 0 || unlooked >= kSliceCheckBytes) {
            unlooked = 0;
            sliceOver = m_clock.steadyNs() - start > kSliceNs;
        }
    }
    board.position = board.ahead->position();
    board.foldedSinceSave += count;
    board.dirty = true;
    if (count > 0 || board.position >= m_latestSeq)
        board.readError.reset();
    if (board.ahead->error())
        board.readError = board.ahead->error();
    if (board.position < m_latestSeq)
        return;
    board.ahead.reset();
    board.catchUpFrom = board.position;
}

void Projection::scheduleTick()
{
    if (m_tickTimer->isActive())
        return;
    const qint64 waitNs = std::max<qint64>(0, m_lastTickNs + kTickNs - m_clock.steadyNs());
    m_tickTimer->start(int(waitNs / 1'000'000));
}

void Projection::tick()
{
    m_lastTickNs = m_clock.steadyNs();
    for (auto &[id, board] : m_boards) {
        if (wantsUpdate(board))
            emitUpdate(board);
    }
}

void Projection::clockTick()
{
    refreshGaps();
    forgetFailedReading();
    scheduleCatchUp();
    for (auto &[id, board] : m_boards)
        board.dirty = true;
    scheduleTick();
}

bool Projection::showsProgress(const Board &board) const
{
    // Who edits a tile waits for the whole of it, however short that is.
    const quint64 showFrom = isPreviewBoard(board.id) ? 0 : kShowProgressFrom;
    return board.position < m_latestSeq && m_latestSeq - board.catchUpFrom > showFrom;
}

bool Projection::wantsUpdate(const Board &board) const
{
    const qint64 sinceNs = m_clock.steadyNs() - board.updatedNs;
    return board.dirty && !board.updateOnItsWay && (!showsProgress(board) || sinceNs >= kProgressNs);
}

void Projection::emitUpdate(Board &board)
{
    BoardUpdate update;
    update.boardId = board.id;
    update.complete = board.showAll || board.readError;
    update.tiles = board.fold.snapshots(m_clock.nowUs(), update.complete);
    if (board.readError) {
        for (TileSnapshot &tile : update.tiles) {
            if (!tile.error)
                tile.error = board.readError;
        }
    }
    const quint64 behind = m_latestSeq - std::min(board.position, m_latestSeq);
    if (showsProgress(board)) {
        const double whole = double(m_latestSeq - board.catchUpFrom);
        for (TileSnapshot &tile : update.tiles) {
            tile.refolding = true;
            tile.refoldProgress = 1 - double(behind) / whole;
        }
    }
    // The end of a catch-up, and of an error, has to reach tiles that did not change any more.
    board.showAll = showsProgress(board) || board.readError;
    update.traces = std::exchange(board.traces, {});
    update.foldedNs = m_clock.steadyNs();
    board.updatedNs = update.foldedNs;
    board.dirty = false;
    if (update.tiles.isEmpty())
        return;
    board.updateOnItsWay = true;
    emit boardUpdated(update);
}

void Projection::updateTaken(const QString &boardId)
{
    const auto found = m_boards.find(boardId);
    if (found == m_boards.end())
        return;
    found->second.updateOnItsWay = false;
    if (found->second.dirty)
        scheduleTick();
}

void Projection::saveChanged()
{
    auto batch = std::make_shared<std::vector<Checkpoint>>();
    for (auto &[id, board] : m_boards) {
        if (board.foldedSinceSave == 0 || isPreviewBoard(id))
            continue;
        for (Checkpoint &checkpoint : board.fold.checkpoints())
            batch->push_back(std::move(checkpoint));
        board.foldedSinceSave = 0;
    }
    if (!batch->empty())
        emit saveCheckpoints(batch);
}

void Projection::refreshGaps()
{
    const qint64 now = m_clock.nowUs();
    if (m_boards.empty() || (m_gapsReadUs != 0 && std::abs(now - m_gapsReadUs) < kGapRefreshUs))
        return;
    JournalReader *journal = reader();
    if (!journal)
        return;
    const Result<QList<Gap>> gaps = journal->silence(now);
    if (!gaps)
        return;
    m_gapsReadUs = now;
    for (auto &[id, board] : m_boards) {
        board.fold.setGaps(*gaps);
        board.dirty = true;
    }
}

void Projection::close()
{
    saveChanged();
    m_boards.clear();
    m_reader.reset();
    thread()->quit();
}

} // namespace hookboard
