#include "core/readahead.h"

#include "core/journal/eventrow.h"

#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

#include <algorithm>
#include <utility>

namespace hookboard {

namespace {

// Larger payloads are left to the fold: a document takes up to ten times their size.
constexpr qsizetype kMostParsed = 16 * 1024;
constexpr std::size_t kMostKept = 4 * 1024; // memory of larger documents is not kept in a block

// Assigning a shared text that is there already would count references, and that of one thread after the other's.
void takeOver(QString &text, const QString &from)
{
    if (text.constData() != from.constData() || text.size() != from.size())
        text = from;
}

QByteArray copied(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

} // namespace

struct ReadAhead::Stretch
{
    quint64 afterSeq;
    EventNeeds needs;
};

void BlockReader::fill(ReadEvent &read, const StoredEvent &event, const EventNeeds &needs)
{
    StoredEvent &own = read.event;
    own.seq = event.seq;
    own.receivedUs = event.receivedUs;
    takeOver(own.source, event.source);
    takeOver(own.type, event.type);
    own.verified = event.verified;
    own.simulated = event.simulated;
    own.occurredUs = event.occurredUs;
    own.bodySize = event.bodySize;
    if (needs.deliveryId)
        own.deliveryId = copied(event.deliveryId);
    if (needs.envelope) {
        own.peer = copied(event.peer);
        takeOver(own.scheme, event.scheme);
        own.secretIndex = event.secretIndex;
        own.target = copied(event.target);
        own.headers = detachedHeaders(event.headers);
    }
    read.root.reset();
    const QByteArray &payload = event.payload;
    if (read.document.capacity() > kMostKept)
        read.document = simdjson::dom::document();
    simdjson::dom::element root;
    if (!payload.isEmpty() && payload.size() <= kMostParsed &&
        !m_parser.parse_into_document(read.document, payload.constData(), size_t(payload.size())).get(root)) {
        read.root = root;
        own.payload = QByteArray();
    } else {
        own.payload = copied(payload);
    }
}

void BlockReader::read(EventBlock &block, quint64 afterSeq, quint64 uptoSeq, const EventNeeds &needs,
                       const std::stop_token &stop)
{
    block.events.reserve(EventBlock::kMostEvents);
    block.size = 0;
    block.upto = uptoSeq;
    block.error.reset();
    if (!m_journal) {
        auto opened = JournalReader::open(m_path, true); // who catches up knows of events in there
        if (!opened) {
            block.error = opened.error();
            return;
        }
        m_journal = std::move(*opened);
    }
    qint64 bytes = 0;
    const auto take = [&](const StoredEvent &event) {
        if (block.size == block.events.size())
            block.events.emplace_back();
        fill(block.events[block.size++], event, needs);
        bytes += event.body.size();
        const bool full = block.size == EventBlock::kMostEvents || bytes >= EventBlock::kMostBytes;
        if (full)
            block.upto = event.seq;
        return !full && !stop.stop_requested();
    };
    const Status scanned = m_journal->scan(afterSeq, uptoSeq, take, needs);
    if (!scanned) {
        block.error = scanned.error();
        m_journal.reset(); // the file may have been replaced
    }
}

ReadAhead::ReadAhead(QThreadPool &pool, QObject &home, std::shared_ptr<BlockReader> reader, quint64 afterSeq,
                     const EventNeeds &needs)
    : m_pool(pool)
    , m_home(home)
    , m_reader(std::move(reader))
    , m_stretch(std::make_shared<Stretch>(Stretch{afterSeq, needs}))
    , m_spare(kBlocks)
    , m_position(afterSeq)
    , m_reached(afterSeq)
    , m_upto(afterSeq)
{}

ReadAhead::~ReadAhead()
{
    m_stop.request_stop();
}

void ReadAhead::readTo(quint64 uptoSeq)
{
    m_upto = std::max(m_upto, uptoSeq);
    while (!m_spare.empty()) {
        start(std::move(m_spare.back()));
        m_spare.pop_back();
    }
}

void ReadAhead::start(EventBlock block)
{
    m_pool.start([guard = QPointer<ReadAhead>(this), home = &m_home, reader = m_reader, stretch = m_stretch,
                  upto = m_upto, stop = m_stop.get_token(),
                  shared = std::make_shared<EventBlock>(std::move(block))]() mutable {
        if (stop.stop_requested())
            return;
        reader->read(*shared, stretch->afterSeq, upto, stretch->needs, stop);
        stretch->afterSeq = shared->upto;
        QMetaObject::invokeMethod(
            home,
            [guard, shared] {
                if (guard)
                    guard->take(std::move(*shared));
            },
            Qt::QueuedConnection);
    });
}

void ReadAhead::take(EventBlock block)
{
    m_reached = block.upto;
    m_ready.push_back(std::move(block));
    emit arrived();
}

const ReadEvent *ReadAhead::next()
{
    while (!m_ready.empty()) {
        EventBlock &front = m_ready.front();
        if (m_given < front.size) {
            const ReadEvent &event = front.events[m_given++];
            m_position = event.event.seq;
            return &event;
        }
        if (front.error) { // stays in front: behind it there is a hole
            m_error = front.error;
            return nullptr;
        }
        dropFront();
    }
    return nullptr;
}

void ReadAhead::dropFront()
{
    EventBlock block = std::move(m_ready.front());
    m_ready.pop_front();
    m_given = 0;
    m_position = block.upto;
    if (m_reached < m_upto)
        start(std::move(block));
    else
        m_spare.push_back(std::move(block));
}

} // namespace hookboard
