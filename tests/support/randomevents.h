// Random boards and events for tests of folds: late, out of order, with bad values, missing fields, several kinds.
#pragma once

#include "tests/support/journalfixture.h"

#include "core/types/tilespec.h"

#include <random>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

inline constexpr qint64 kStart = 1'700'000'000'000'000;

using Random = std::mt19937_64;

template <typename List> auto oneOf(Random &random, const List &list)
{
    return list[qsizetype(random() % quint64(list.size()))];
}

inline const QStringList kPaths{
    u"$.amount"_s, u"$.user"_s,     u"$.where.country"_s, u"$.where.city[1]"_s, u"$.tags[*]"_s, u"header:X-Round"_s,
    u"query:n"_s,  u"deliveryId"_s, u"occurredAt"_s,      u"receivedAt"_s,      u"type"_s,      u"source"_s,
    u"verified"_s, u"peer"_s,       u"$.where"_s};
inline const QStringList kFilters{{},
                                  {},
                                  {},
                                  u"$.amount > 300"_s,
                                  u"$.where.country in [\"C1\", \"C2\"] or not $.user exists"_s,
                                  u"header:X-Round = \"3\" and $.amount exists"_s,
                                  u"type matches \"paid\""_s};
inline const QList<QStringList> kTypes{{},      {}, {u"order.paid"_s}, {u"order.*"_s}, {u"refund"_s, u"order.sent"_s},
                                       {u"*"_s}};
inline const QStringList kSources{{}, {}, u"shop"_s, u"till"_s};

inline Binding randomBinding(Random &random)
{
    Binding binding;
    binding.source = oneOf(random, kSources);
    binding.types = oneOf(random, kTypes);
    binding.filter = oneOf(random, kFilters);
    binding.aggregation = Aggregation(random() % (quint64(Aggregation::StdDev) + 1));
    binding.value = oneOf(random, kPaths);
    if (binding.aggregation == Aggregation::Count && random() % 2 == 0)
        binding.value.clear();
    if (random() % 2 == 0)
        binding.groupBy = oneOf(random, kPaths);
    binding.timeBasis = random() % 2 == 0 ? TimeBasis::Event : TimeBasis::Arrival;
    if (random() % 3 == 0)
        binding.time = u"$.at"_s;
    binding.window.kind = Window::Kind(random() % 4);
    binding.window.timeZone = u"Europe/Berlin"_s;
    binding.window.events = 40;
    binding.verifiedOnly = random() % 2 == 0;
    return binding;
}

inline BoardSpec randomBoard(Random &random, int tiles)
{
    BoardSpec board;
    board.id = u"board"_s;
    for (int i = 0; i < tiles; ++i) {
        TileSpec tile;
        tile.id = u"t%1"_s.arg(i);
        tile.kind = TileKind(random() % (quint64(TileKind::Feed) + 1));
        tile.bindings = {randomBinding(random)};
        tile.rowLimit = 1 + int(random() % 30);
        for (int column = 0; column < 3; ++column)
            tile.columns.append({u"c"_s, oneOf(random, kPaths), {}});
        board.tiles.append(tile);
    }
    return board;
}

inline QByteArray randomPayload(Random &random, qint64 nowUs)
{
    if (random() % 40 == 0)
        return "no json";
    QByteArray json = "{";
    if (random() % 20 == 0)
        json += "\"amount\":\"much\",";
    else if (random() % 20 == 0)
        json += "\"amount\":1e999,";
    else if (random() % 10 != 0)
        json += "\"amount\":" + QByteArray::number(double(random() % 5'000) / 8) + ',';
    if (random() % 10 != 0)
        json += "\"user\":" + QByteArray::number(random() % 2'000) + ',';
    if (random() % 10 != 0)
        json += "\"where\":{\"country\":\"C" + QByteArray::number(random() % 5) + "\",\"city\":[null,\"" +
                QByteArray(qsizetype(random() % 300), 'x') + "\"]},";
    if (random() % 60 == 0) // larger than what is parsed ahead
        json += "\"pad\":\"" + QByteArray(20'000, 'p') + "\",";
    json += "\"tags\":[\"a\",2],";
    const qint64 at = nowUs - (random() % 8 == 0 ? qint64(random() % (5 * kHourUs)) : 0);
    return json + "\"at\":" + QByteArray::number(at / 1000) + "}";
}

inline StoredEvent randomEvent(Random &random, quint64 seq, qint64 nowUs)
{
    static const QStringList kinds{u"order.paid"_s, u"order.sent"_s, u"refund"_s, u"ping"_s};
    StoredEvent event;
    event.seq = seq;
    event.source = random() % 3 == 0 ? u"till"_s : u"shop"_s;
    event.type = oneOf(random, kinds);
    event.deliveryId = "d" + QByteArray::number(seq);
    event.receivedUs = nowUs;
    if (random() % 3 != 0)
        event.occurredUs = nowUs - qint64(random() % (3 * kHourUs));
    event.verified = random() % 10 != 0;
    event.simulated = random() % 10 == 0;
    event.peer = "127.0.0.1";
    event.target = "/hooks/shop?n=" + QByteArray::number(random() % 50);
    event.headers.append("X-Round", QByteArray::number(random() % 5));
    event.body = event.payload = randomPayload(random, nowUs);
    return event;
}

inline std::vector<StoredEvent> randomEvents(Random &random, int count)
{
    std::vector<StoredEvent> events;
    qint64 now = kStart;
    for (int i = 0; i < count; ++i) {
        now += qint64(random() % (30 * kSecondUs)) - (random() % 50 == 0 ? kHourUs / 4 : 0);
        events.push_back(randomEvent(random, quint64(i + 1), now));
    }
    return events;
}

// The same events as a journal gives them back.
inline void store(JournalFixture &journal, const std::vector<StoredEvent> &events, size_t total = 0)
{
    for (const StoredEvent &event : events) {
        RawDelivery raw = TestDeliveries::raw(event.deliveryId, event.body, event.source);
        raw.target = event.target;
        raw.headers = event.headers;
        raw.receivedUs = event.receivedUs;
        Verdict verdict = TestDeliveries::verdict(event.deliveryId, event.type);
        verdict.verified = event.verified;
        verdict.occurredUs = event.occurredUs;
        verdict.simulated = event.simulated;
        journal.append(TestDeliveries::make(std::move(raw), std::move(verdict)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(journal.receiptCount(), total ? total : events.size(), 20'000);
}

} // namespace hookboard
