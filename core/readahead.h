// ReadAhead: the events of a re-fold, read and parsed by jobs of a pool while the projection folds those before. Lives
// in the projection thread, one per board that catches up. At most kBlocks blocks of events are in memory, whatever the
// journal holds; they are filled again and again. Going away stops the job that is under way.
#pragma once

#include "core/journal/reader.h"

#include <QtCore/QObject>

#include <simdjson.h>

#include <deque>
#include <stop_token>

class QThreadPool;

namespace hookboard {

// An event that a fold can take: the payload is parsed already, and then left out of `event`, or it is in there as it
// came: large, not JSON, or not needed.
struct ReadEvent
{
    StoredEvent event;
    simdjson::dom::document document;
    std::optional<simdjson::dom::element> root; // of `document`
};

// A stretch of the journal. A value that moves between threads whole; its events keep their memory.
struct EventBlock
{
    static constexpr std::size_t kMostEvents = 256;
    static constexpr qint64 kMostBytes = 1024 * 1024; // of bodies; a single one may be larger

    std::vector<ReadEvent> events;
    std::size_t size = 0; // events that are filled
    quint64 upto = 0;     // the block holds all there is up to this seq
    std::optional<Error> error;
};

// What fills blocks: a connection and a parser of its own. In the thread of the pool, one job at a time.
class BlockReader
{
public:
    explicit BlockReader(QString journalPath)
        : m_path(std::move(journalPath))
    {}
    void read(EventBlock &block, quint64 afterSeq, quint64 uptoSeq, const EventNeeds &needs,
              const std::stop_token &stop);

private:
    void fill(ReadEvent &read, const StoredEvent &event, const EventNeeds &needs);

    QString m_path;
    std::unique_ptr<JournalReader> m_journal;
    simdjson::dom::parser m_parser;
};

class ReadAhead final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kBlocks = 3; // one is folded, two are ahead

    // `pool` has one thread. `home` lives in this thread and until the pool is done.
    ReadAhead(QThreadPool &pool, QObject &home, std::shared_ptr<BlockReader> reader, quint64 afterSeq,
              const EventNeeds &needs);
    ~ReadAhead() override;

    // Goes on reading, up to there; what comes is said by arrived().
    void readTo(quint64 uptoSeq);
    // The next event, good until the next call; null = no more has come yet, or error().
    const ReadEvent *next();
    bool isEmpty() const { return m_ready.empty(); }
    // All up to here was given out by next(), or is no longer in the journal.
    quint64 position() const { return m_position; }
    // Why nothing more will come; set when all that was readable before has been given out.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void arrived();

private:
    struct Stretch;

    void start(EventBlock block);
    void take(EventBlock block);
    void dropFront();

    QThreadPool &m_pool;
    QObject &m_home;
    std::shared_ptr<BlockReader> m_reader;
    std::shared_ptr<Stretch> m_stretch; // how far the jobs are; theirs alone
    std::stop_source m_stop;
    std::deque<EventBlock> m_ready;
    std::vector<EventBlock> m_spare;
    std::size_t m_given = 0; // events of the first block
    quint64 m_position;
    quint64 m_reached; // everything up to here has come
    quint64 m_upto;
    std::optional<Error> m_error;
};

} // namespace hookboard
