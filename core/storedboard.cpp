#include "core/storedboard.h"

#include "core/aggregate/boardfold.h"
#include "core/journal/reader.h"

#include <limits>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// An open listening span ends at its last heartbeat, so "now" is inside it only within this much.
constexpr qint64 kHeartbeatSlackUs = 20 * kSecondUs;

TileContext contextFrom(const QList<Gap> &gaps, qint64 whenUs)
{
    TileContext context;
    context.nowUs = whenUs;
    context.journal.writable = true;
    context.stored = true;
    context.listener.listening = true;
    if (!gaps.isEmpty() && gaps.last().toUs >= whenUs && whenUs - gaps.last().fromUs > kHeartbeatSlackUs) {
        context.listener.listening = false;
        context.listener.sinceUs = gaps.last().fromUs;
    }
    return context;
}

} // namespace

Result<StoredBoard> foldStoredBoard(const QString &journalPath, const BoardSpec &board, qint64 nowUs,
                                    std::optional<qint64> atUs)
{
    auto reader = JournalReader::open(journalPath);
    if (!reader)
        return reader.error();
    BoardFold fold(board);
    quint64 from = 0;
    if (!atUs) {
        const auto checkpoints = (*reader)->checkpoints(board.id.toUtf8() + '/');
        if (!checkpoints)
            return checkpoints.error();
        from = fold.restore(*checkpoints);
    }
    const auto foldOne = [&](const StoredEvent &event) {
        if (!atUs || event.receivedUs <= *atUs)
            fold.fold(event);
        return true;
    };
    const Status scanned = (*reader)->scan(from, std::numeric_limits<qint64>::max(), foldOne, fold.needs());
    if (!scanned)
        return scanned.error();
    const qint64 whenUs = atUs.value_or(nowUs);
    const Result<QList<Gap>> gaps = (*reader)->silence(whenUs);
    if (!gaps)
        return gaps.error();
    fold.setGaps(*gaps);
    return StoredBoard{fold.snapshots(whenUs, true), contextFrom(*gaps, whenUs)};
}

} // namespace hookboard
