// The list of events, its feed, and the views of the inspector.
#include "ui/banner.h"
#include "ui/events/curlcommand.h"
#include "ui/events/deliveryfacts.h"
#include "ui/events/eventfeed.h"
#include "ui/events/eventinspector.h"
#include "ui/events/eventspage.h"
#include "ui/events/hexview.h"
#include "ui/events/jsonoutline.h"
#include "ui/events/payloadview.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

StoredEvent storedEvent(quint64 seq, const QString &source = u"shop"_s, const QString &type = u"order.paid"_s)
{
    StoredEvent stored;
    stored.seq = seq;
    stored.source = source;
    stored.type = type;
    stored.deliveryId = "id-" + QByteArray::number(seq);
    stored.receivedUs = 1'700'000'000'000'000 + qint64(seq);
    stored.verified = true;
    stored.body = "{\"n\":" + QByteArray::number(seq) + '}';
    stored.payload = stored.body;
    return stored;
}

EventBatch batch(quint64 from, quint64 to)
{
    auto events = std::make_shared<std::vector<StoredEvent>>();
    for (quint64 seq = from; seq <= to; ++seq) {
        events->push_back(storedEvent(seq));
    }
    return events;
}

// Answers from a list, now or when told to, looking at so many numbers for each answer.
struct FakeJournal
{
    std::vector<StoredEvent> stored;
    std::vector<QuarantinedDelivery> refused;
    QList<EventQuery> queries;
    QList<std::stop_token> stops;
    QList<std::function<void()>> held;
    std::optional<Error> error;
    quint64 looked = 0; // numbers, in all answers
    quint64 numbersPerAnswer = std::numeric_limits<quint64>::max();
    quint64 file = 1;
    bool hold = false;

    static bool matches(const auto &item, const EventQuery &query)
    {
        return (query.source.isEmpty() || item.source == query.source) &&
               (query.text.isEmpty() || item.body.contains(query.text.toUtf8()));
    }

    template <typename Item, typename Number>
    std::vector<Item> read(const std::vector<Item> &all, const EventQuery &query, Number number, Searched &searched)
    {
        const quint64 newest = all.empty() ? 0 : number(all.back());
        quint64 first = std::max(query.afterSeq.value_or(0) + 1, all.empty() ? 1 : number(all.front()));
        quint64 last = std::min(newest, query.beforeSeq.value_or(newest + 1) - 1);
        searched.newest = last;
        searched.journal = file;
        std::vector<Item> found;
        for (; first <= last && int(found.size()) < query.limit && searched.looked < numbersPerAnswer; ++looked) {
            const quint64 at = query.newestFirst ? last-- : first++;
            ++searched.looked;
            const auto item = std::find_if(all.begin(), all.end(), [&](const Item &i) { return number(i) == at; });
            if (item != all.end() && verdictMatches(*item, query) && matches(*item, query)) {
                found.push_back(*item);
            }
        }
        searched.left = first <= last ? last - first + 1 : 0;
        if (searched.left > 0) {
            searched.rest = query;
            searched.rest->afterSeq = first - 1;
            searched.rest->beforeSeq = last + 1;
            searched.rest->journal = file;
        }
        if (query.newestFirst) {
            std::reverse(found.begin(), found.end());
        }
        return found;
    }
    static bool verdictMatches(const StoredEvent &event, const EventQuery &query)
    {
        return event.verified == query.verified.value_or(event.verified) &&
               event.simulated == query.simulated.value_or(event.simulated);
    }
    static bool verdictMatches(const QuarantinedDelivery &, const EventQuery &) { return true; }

    // What a reader says when another file is at the path.
    std::optional<Error> errorFor(const EventQuery &query) const
    {
        if (error || query.journal == 0 || query.journal == file) {
            return error;
        }
        return Error{ErrorCode::JournalUnavailable, u"another file"_s};
    }

    Result<EventPage> eventPage(const EventQuery &query)
    {
        if (const auto wrong = errorFor(query)) {
            return *wrong;
        }
        EventPage page;
        page.events = std::make_shared<std::vector<StoredEvent>>(read(
            stored, query, [](const StoredEvent &e) { return e.seq; }, page.searched));
        return page;
    }
    Result<QuarantinePage> quarantinePage(const EventQuery &query)
    {
        if (const auto wrong = errorFor(query)) {
            return *wrong;
        }
        QuarantinePage page;
        page.deliveries = read(
            refused, query, [](const QuarantinedDelivery &q) { return q.id; }, page.searched);
        return page;
    }

    void answer(const EventQuery &query, const std::stop_token &stop, std::function<void()> done)
    {
        queries.append(query);
        stops.append(stop);
        hold ? held.append(std::move(done)) : done();
    }
    EventFetch fetch()
    {
        EventFetch fetch;
        fetch.events = [this](const EventQuery &query, QObject *, EventFetch::Events done, std::stop_token stop) {
            answer(query, stop, [this, query, done] { done(eventPage(query)); });
        };
        fetch.quarantine = [this](const EventQuery &query, QObject *, EventFetch::Quarantine done,
                                  std::stop_token stop) {
            answer(query, stop, [this, query, done] { done(quarantinePage(query)); });
        };
        return fetch;
    }
};

EventFilter textFilter(const QString &text)
{
    EventFilter filter;
    filter.text = text;
    return filter;
}

QuarantinedDelivery refusal(quint64 id)
{
    QuarantinedDelivery delivery;
    delivery.id = id;
    delivery.source = u"shop"_s;
    delivery.body = "{}";
    delivery.reason = {ErrorCode::SignatureMismatch, u"None of 1 secrets matches."_s};
    return delivery;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aBurstIsOneInsertion();
    void theListKeepsTheNewestTenThousand();
    void aPauseLosesNothing();
    void aPauseLongerThanTheListKeepsTheNewest();
    void historyBeyondTheCapacityDetachesTheList();
    void liveRowsDuringAReloadAreNeitherLostNorDoubled();
    void anOldAnswerIsDropped();
    void theFilterHoldsForLiveRowsAndHistory();
    void aTextIsSearchedByTheJournal();
    void matchesAppearAsTheyAreFound();
    void aRareTextIsSearchedOnceHoweverMuchComes();
    void whatCameTooFastIsSearchedForAFilter();
    void anotherFilterStopsTheSearch();
    void aHiddenListStopsAndGoesOn();
    void olderRowsFollowOnWhatLiveRowsPushedOut();
    void aReplacedJournalIsAnErrorAndNotAnEmptyList();
    void theQuarantineIsSearchedInPieces();
    void arrivalsTooFastAreCounted();
    void theQuarantineIsAList();
    void curlSurvivesTheShell_data();
    void curlSurvivesTheShell();
    void curlHoldsNoSecret();
    void theOutlineKeepsWhatAParserWouldLose();
    void theOutlineIsBounded_data();
    void theOutlineIsBounded();
    void brokenJsonIsNamed_data();
    void brokenJsonIsNamed();
    void readableTextShowsWhatHides();
    void hexLinesHaveAFixedShape();
    void hugeAndHostilePayloadsOpenQuickly();
    void aRefusalExplainsItself();
    void thePageInspectsTheSelectedRow();
    void theFirstUseSaysWhereToSend();
    void searchByKeyboard();
    void typingAsksOnlyOnce();
    void thePageTellsHowFarTheSearchIs();
    void thePageTellsWhatCannotBeRead();
};

void TestEvents::aBurstIsOneInsertion()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.prepend(eventRows(batch(1, 500)));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.rowAt(0)->seq, 500U);
    QCOMPARE(model.rowOf(1), 499);
    QCOMPARE(model.rowOf(501), -1);
}

void TestEvents::theListKeepsTheNewestTenThousand()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model);
    for (quint64 from = 1; from <= 12'000; from += 500) {
        model.prepend(eventRows(batch(from, from + 499)));
    }
    QCOMPARE(model.rowCount(), EventsModel::kCapacity);
    QCOMPARE(model.rowAt(0)->seq, 12'000U);
    QCOMPARE(model.oldestSeq(), 2'001U);
    QVERIFY(model.canFetchMore({}));
}

void TestEvents::aPauseLosesNothing()
{
    EventsModel model;
    model.prepend(eventRows(batch(1, 10)));
    model.setPaused(true);
    model.prepend(eventRows(batch(11, 20)));
    model.prepend(eventRows(batch(15, 25))); // overlaps
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.waiting(), 15);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 25);
    QCOMPARE(model.waiting(), 0);
    for (int row = 0; row < 25; ++row) {
        QCOMPARE(model.rowAt(row)->seq, quint64(25 - row));
    }
}

void TestEvents::aPauseLongerThanTheListKeepsTheNewest()
{
    EventsModel model;
    model.prepend(eventRows(batch(1, 10)));
    model.setPaused(true);
    for (quint64 from = 11; from < 11'011; from += 1'000) {
        model.prepend(eventRows(batch(from, from + 999)));
    }
    QCOMPARE(model.waiting(), 11'000);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), EventsModel::kCapacity);
    QCOMPARE(model.rowAt(0)->seq, 11'010U);
    QVERIFY(model.canFetchMore({})); // the rest is in the journal
}

void TestEvents::historyBeyondTheCapacityDetachesTheList()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model);
    model.replace(eventRows(batch(10'001, 20'000)), true);
    QVERIFY(!model.isDetached());
    model.appendOlder(eventRows(batch(9'501, 10'000)), true);
    QVERIFY(model.isDetached());
    QCOMPARE(model.rowCount(), EventsModel::kCapacity);
    QCOMPARE(model.oldestSeq(), 9'501U);
    model.prepend(eventRows(batch(20'001, 20'003)));
    QCOMPARE(model.waiting(), 3);
    QCOMPARE(model.rowAt(0)->seq, 19'500U);
}

void TestEvents::liveRowsDuringAReloadAreNeitherLostNorDoubled()
{
    FakeJournal journal;
    journal.stored = *batch(1, 10);
    journal.hold = true;
    EventFeed feed(journal.fetch());
    feed.reload();
    feed.commit(batch(9, 13));
    QCOMPARE(feed.model().rowCount(), 0);
    journal.held.takeFirst()();
    QCOMPARE(feed.model().rowCount(), 13);
    QCOMPARE(feed.model().rowAt(0)->seq, 13U);
    QCOMPARE(feed.unlisted(), 0U);
}

void TestEvents::anOldAnswerIsDropped()
{
    FakeJournal journal;
    journal.stored = *batch(1, 10);
    journal.stored.push_back(storedEvent(11, u"github"_s, u"push"_s));
    journal.hold = true;
    EventFeed feed(journal.fetch());
    feed.reload();
    EventFilter filter;
    filter.source = u"github"_s;
    feed.setFilter(filter);
    QCOMPARE(journal.held.size(), 2);
    journal.held.takeLast()();
    journal.held.takeLast()(); // the first request, late
    QCOMPARE(feed.model().rowCount(), 1);
    QCOMPARE(feed.model().rowAt(0)->source, u"github"_s);
}

void TestEvents::theFilterHoldsForLiveRowsAndHistory()
{
    FakeJournal journal;
    for (quint64 seq = 1; seq <= 2'000; ++seq) {
        journal.stored.push_back(storedEvent(seq));
        journal.stored.back().verified = seq != 7; // one, four pages back
    }
    EventFeed feed(journal.fetch());
    EventFilter filter;
    filter.state = EventState::Unverified;
    feed.setFilter(filter);
    QCOMPARE(feed.model().rowCount(), 1);
    QCOMPARE(feed.model().rowAt(0)->seq, 7U);
    feed.commit(batch(2'001, 2'010));
    QCOMPARE(feed.model().rowCount(), 1);

    filter = {};
    filter.type = u"order.*"_s;
    QVERIFY(filter.matches(eventRow(storedEvent(1))));
    QVERIFY(!filter.matches(eventRow(storedEvent(1, u"shop"_s, u"orders"_s))));
}

void TestEvents::aTextIsSearchedByTheJournal()
{
    FakeJournal journal;
    journal.stored = *batch(1, 30);
    EventFeed feed(journal.fetch());
    EventFilter filter;
    filter.text = u"\"n\":2"_s; // 2 and 20 to 29
    feed.setFilter(filter);
    QCOMPARE(feed.model().rowCount(), 11);
    QVERIFY(!journal.queries.last().withBody);
    journal.stored.push_back(storedEvent(200));
    feed.commit(batch(31, 31));
    QCOMPARE(journal.queries.last().afterSeq, std::optional<quint64>(30));
    QCOMPARE(feed.model().rowCount(), 12);
    QCOMPARE(feed.model().rowAt(0)->seq, 200U);
}

void TestEvents::matchesAppearAsTheyAreFound()
{
    FakeJournal journal;
    journal.stored = *batch(1, 1'000);
    journal.numbersPerAnswer = 100;
    journal.hold = true;
    EventFeed feed(journal.fetch());
    feed.setFilter(textFilter(u"\"n\":55"_s)); // 55, 550 to 559
    for (quint64 looked = 100; looked <= 1'000; looked += 100) {
        QVERIFY(feed.isBusy());
        QCOMPARE(journal.held.size(), 1);
        journal.held.takeFirst()();
        QCOMPARE(feed.progress().looked, looked);
        QCOMPARE(feed.progress().total, 1'000U);
        QCOMPARE(feed.model().rowCount(), looked < 500 ? 0 : looked < 1'000 ? 10 : 11);
    }
    QVERIFY(!feed.isBusy());
    QVERIFY(journal.held.isEmpty());
    QVERIFY(!feed.model().canFetchMore({}));
    QCOMPARE(journal.looked, 1'000U);
    QCOMPARE(feed.model().rowAt(10)->seq, 55U);
}

void TestEvents::aRareTextIsSearchedOnceHoweverMuchComes()
{
    FakeJournal journal;
    journal.stored = *batch(1, 2'000);
    EventFeed feed(journal.fetch());
    feed.setFilter(textFilter(u"\"n\":7}"_s));
    QCOMPARE(journal.looked, 2'000U);
    for (quint64 seq = 2'001; seq <= 2'200; ++seq) {
        journal.stored.push_back(storedEvent(seq));
        feed.commit(batch(seq, seq));
    }
    QCOMPARE(journal.looked, 2'200U); // each number once
    QCOMPARE(feed.model().rowCount(), 1);
    // Much at once: all of it is looked through, in pages.
    for (quint64 seq = 2'201; seq <= 4'000; ++seq) {
        journal.stored.push_back(storedEvent(seq));
        journal.stored.back().body = "{\"n\":7}";
    }
    feed.commit(batch(3'501, 4'000));
    QCOMPARE(journal.looked, 4'000U);
    QCOMPARE(feed.model().rowCount(), 1'801);
    QCOMPARE(feed.unlisted(), 0U);
}

void TestEvents::whatCameTooFastIsSearchedForAFilter()
{
    FakeJournal journal;
    journal.stored = *batch(1, 10);
    EventFeed feed(journal.fetch());
    EventFilter filter;
    filter.source = u"till"_s;
    feed.setFilter(filter);
    for (quint64 seq = 11; seq <= 1'500; ++seq) {
        journal.stored.push_back(storedEvent(seq, seq == 20 ? u"till"_s : u"shop"_s));
    }
    feed.commit(batch(1'001, 1'500)); // 20 was too early to be told
    QCOMPARE(feed.model().rowCount(), 1);
    QCOMPARE(feed.model().rowAt(0)->seq, 20U);
    QCOMPARE(feed.unlisted(), 0U);
    QCOMPARE(journal.looked, 1'500U);
}

void TestEvents::anotherFilterStopsTheSearch()
{
    FakeJournal journal;
    journal.stored = *batch(1, 1'000);
    journal.numbersPerAnswer = 100;
    journal.hold = true;
    {
        EventFeed feed(journal.fetch());
        feed.setFilter(textFilter(u"nowhere"_s));
        journal.held.takeFirst()();
        feed.commit(batch(1'001, 1'001)); // a second request, for what is new
        QCOMPARE(journal.stops.size(), 3);
        QVERIFY(!journal.stops.at(1).stop_requested() && !journal.stops.at(2).stop_requested());
        feed.setFilter(textFilter(u"\"n\":999"_s));
        QVERIFY(journal.stops.at(1).stop_requested() && journal.stops.at(2).stop_requested());
        QVERIFY(!journal.stops.at(3).stop_requested());
        QCOMPARE(journal.queries.size(), 4);
        journal.held.takeFirst()(); // answers to the old filter ask for nothing more
        journal.held.takeFirst()();
        QCOMPARE(journal.queries.size(), 4);
        QCOMPARE(feed.progress().looked, 0U);
        journal.held.takeFirst()();
        QCOMPARE(feed.model().rowCount(), 1);
    }
    QVERIFY(journal.stops.last().stop_requested()); // the list is gone
}

void TestEvents::aHiddenListStopsAndGoesOn()
{
    FakeJournal journal;
    journal.stored = *batch(1, 300);
    journal.numbersPerAnswer = 100;
    journal.hold = true;
    EventFeed feed(journal.fetch());
    feed.setFilter(textFilter(u"\"n\":5}"_s));
    journal.held.takeFirst()();
    feed.setActive(false);
    QVERIFY(journal.stops.last().stop_requested());
    journal.held.takeFirst()(); // too late
    QCOMPARE(feed.progress().looked, 100U);
    journal.stored.push_back(storedEvent(301));
    feed.commit(batch(301, 301));
    QVERIFY(journal.held.isEmpty());
    journal.hold = false;
    journal.looked = 0;
    feed.setActive(true);
    QCOMPARE(journal.looked, 201U); // what was left, and what came meanwhile
    QCOMPARE(feed.model().rowCount(), 1);
    QVERIFY(!feed.isBusy());
}

void TestEvents::olderRowsFollowOnWhatLiveRowsPushedOut()
{
    FakeJournal journal;
    journal.stored = *batch(1, 1'000);
    EventFeed feed(journal.fetch());
    feed.reload();
    QCOMPARE(feed.model().oldestSeq(), 501U);
    for (quint64 from = 1'001; from < 11'001; from += 500) {
        feed.commit(batch(from, from + 499));
    }
    QCOMPARE(feed.model().oldestSeq(), 1'001U);
    journal.stored = *batch(1, 11'000);
    QVERIFY(feed.model().canFetchMore({}));
    feed.model().fetchMore({});
    QCOMPARE(feed.model().oldestSeq(), 501U);
    for (int row = 1; row < feed.model().rowCount(); ++row) {
        QCOMPARE(feed.model().rowAt(row)->seq, feed.model().rowAt(row - 1)->seq - 1);
    }
}

void TestEvents::aReplacedJournalIsAnErrorAndNotAnEmptyList()
{
    FakeJournal journal;
    journal.stored = *batch(1, 300);
    journal.numbersPerAnswer = 100;
    journal.hold = true;
    EventFeed feed(journal.fetch());
    feed.setFilter(textFilter(u"\"n\":29"_s));
    journal.held.takeFirst()();
    QCOMPARE(feed.model().rowCount(), 10);
    journal.file = 2;
    journal.stored = *batch(1, 5);
    journal.held.takeFirst()();
    QVERIFY(!feed.isBusy());
    QCOMPARE(feed.error()->message, u"another file"_s);
    QCOMPARE(feed.model().rowCount(), 10); // what was found was there
    QVERIFY(!feed.model().canFetchMore({}));
    journal.hold = false;
    feed.commit(batch(6, 6));
    QVERIFY(feed.error());
    feed.reload();
    QVERIFY(!feed.error());
    QCOMPARE(feed.model().rowCount(), 0);
}

void TestEvents::theQuarantineIsSearchedInPieces()
{
    FakeJournal journal;
    for (quint64 id = 1; id <= 300; ++id) {
        journal.refused.push_back(refusal(id));
    }
    journal.refused.at(6).body = "needle";
    journal.numbersPerAnswer = 100;
    EventFeed feed(journal.fetch());
    EventFilter filter = textFilter(u"needle"_s);
    filter.state = EventState::Quarantined;
    feed.setFilter(filter);
    QCOMPARE(journal.queries.size(), 3);
    QCOMPARE(feed.model().rowCount(), 1);
    QCOMPARE(feed.progress().looked, 300U);
    // Full: the oldest leaves, the count stands still.
    journal.refused.erase(journal.refused.begin());
    journal.refused.push_back(refusal(301));
    journal.refused.back().body = "needle";
    feed.setQuarantineCount(300);
    QCOMPARE(feed.model().rowCount(), 2);
    QCOMPARE(journal.looked, 301U);
}

void TestEvents::arrivalsTooFastAreCounted()
{
    FakeJournal journal;
    journal.stored = *batch(1, 10);
    EventFeed feed(journal.fetch());
    feed.reload();
    feed.commit(batch(11, 20));
    QCOMPARE(feed.unlisted(), 0U);
    feed.commit(batch(1'021, 1'520));
    QCOMPARE(feed.unlisted(), 1'000U);
    feed.reload();
    QCOMPARE(feed.unlisted(), 0U);
}

void TestEvents::theQuarantineIsAList()
{
    FakeJournal journal;
    journal.refused = {refusal(1), refusal(2)};
    EventFeed feed(journal.fetch());
    EventFilter filter;
    filter.state = EventState::Quarantined;
    feed.setFilter(filter);
    QCOMPARE(feed.model().rowCount(), 2);
    feed.commit(batch(1, 5)); // stored events do not belong here
    QCOMPARE(feed.model().rowCount(), 2);
    journal.refused.push_back(refusal(3));
    feed.setQuarantineCount(3);
    QCOMPARE(feed.model().rowCount(), 3);
    QCOMPARE(feed.model().data(feed.model().index(0, EventsModel::State), Qt::DisplayRole).toString(),
             u"Quarantined"_s);
}

void TestEvents::curlSurvivesTheShell_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain JSON") << QByteArray("{\"a\":1}");
    QTest::newRow("single quotes") << QByteArray("it's '\\'' quoted");
    QTest::newRow("dollar, backtick, backslash, history") << QByteArray("$HOME `id` \\n $(id) !!");
    QTest::newRow("a leading at sign is not a file") << QByteArray("@/etc/hostname");
    QTest::newRow("line ends, one at the end") << QByteArray("a\r\nb\n\n");
    QTest::newRow("text beyond ASCII") << QByteArray("\xC3\xBC \xE2\x80\xAE \xF0\x9F\x92\xB6");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE\x80");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a leading dash") << QByteArray("-H evil");
}

void TestEvents::curlSurvivesTheShell()
{
    QFETCH(QByteArray, body);
    Headers headers;
    headers.append("X-Note", "it's $HOME");
    headers.append("X-Empty", "");
    const CurlCommand command = curlCommand(u"http://127.0.0.1:1/hooks/a?b=c&d='e'"_s, headers, body);

    // A curl that writes down what a real one would get: arguments, each ended by NUL, and its standard input.
    const QTemporaryDir folder;
    QFile script(folder.filePath(u"curl"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\0' \"$a\"; done >\"$OUT/args\"\ncat >\"$OUT/stdin\"\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"OUT"_s, folder.path());
    shell.setProcessEnvironment(environment);
    shell.setStandardInputFile(QProcess::nullDevice());
    shell.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(command.text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);

    const auto read = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    };
    const QList<QByteArray> arguments = read(u"args"_s).split('\0');
    QVERIFY(arguments.contains("X-Note: it's $HOME"));
    QVERIFY(arguments.contains("X-Empty;"));
    QVERIFY(arguments.contains("http://127.0.0.1:1/hooks/a?b=c&d='e'"));
    const qsizetype raw = arguments.indexOf("--data-raw");
    QCOMPARE(raw >= 0 ? arguments[raw + 1] : read(u"stdin"_s), body);
}

void TestEvents::curlHoldsNoSecret()
{
    Headers headers;
    headers.append("Authorization", "Bearer hunter2");
    headers.append("X-Custom", "[redacted]");
    headers.append("Host", "example.com");
    headers.append("Content-Type", "application/json");
    const CurlCommand command = curlCommand(u"http://localhost/hooks/a"_s, headers, "{}");
    QVERIFY(!command.text.contains("hunter2"));
    QVERIFY(!command.text.contains("example.com"));
    QCOMPARE(command.leftOut, (QList<QByteArray>{"Authorization", "X-Custom"}));
    QVERIFY(command.text.startsWith("# Left out because they carry a secret: Authorization, X-Custom\n"));
    QVERIFY(command.text.contains("-H 'Content-Type: application/json'"));
    QVERIFY(curlCommand({}, {}, QByteArray(1'000'000, 'x')).bodyFromFile);
}

void TestEvents::theOutlineKeepsWhatAParserWouldLose()
{
    const JsonOutline outline =
        readJsonOutline(R"({"z":9007199254740993,"a":1.10,"a":"x\u0041\n","list":[true,null]})");
    QVERIFY(outline.valid && outline.complete);
    const OutlineNode &root = outline.nodes[0];
    QCOMPARE(root.children.size(), 4);
    QCOMPARE(outline.nodes[root.children[0]].key, u"z"_s);
    QCOMPARE(outline.nodes[root.children[0]].value, u"9007199254740993"_s);
    QCOMPARE(outline.nodes[root.children[1]].value, u"1.10"_s);
    QCOMPARE(outline.nodes[root.children[2]].key, u"a"_s);
    QCOMPARE(outline.nodes[root.children[2]].value, u"xA\n"_s);
    QCOMPARE(outline.nodes[root.children[3]].children.size(), 2);
}

void TestEvents::theOutlineIsBounded_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("ten thousand levels") << QByteArray(10'000, '[') + QByteArray(10'000, ']');
    QTest::newRow("a million items") << "[" + QByteArray("1,").repeated(1'000'000) + "1]";
    QTest::newRow("a text of 20 MiB") << "{\"a\":\"" + QByteArray(20 * 1024 * 1024, 'x') + "\"}";
    QTest::newRow("a text of 8 KiB") << "{\"a\":\"" + QByteArray(8 * 1024, 'x') + "\"}";
}

void TestEvents::theOutlineIsBounded()
{
    QFETCH(QByteArray, json);
    const JsonOutline outline = readJsonOutline(json);
    QVERIFY(outline.valid);
    QVERIFY(!outline.complete);
    QVERIFY(!outline.nodes.isEmpty());
    QVERIFY(outline.nodes.size() <= JsonOutline::kMaxNodes);
    for (const OutlineNode &node : outline.nodes) {
        QVERIFY(node.value.size() <= JsonOutline::kMaxText);
    }
}

void TestEvents::brokenJsonIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qsizetype>("offset");
    QTest::newRow("nothing") << QByteArray() << qsizetype(0);
    QTest::newRow("a trailing comma") << QByteArray("[1,]") << qsizetype(3);
    QTest::newRow("a missing colon") << QByteArray("{\"a\" 1}") << qsizetype(5);
    QTest::newRow("a bare word") << QByteArray("[nul]") << qsizetype(1);
    QTest::newRow("a leading zero") << QByteArray("[01]") << qsizetype(1);
    QTest::newRow("an open text") << QByteArray("[\"a") << qsizetype(3);
    QTest::newRow("two documents") << QByteArray("{} {}") << qsizetype(3);
    QTest::newRow("a wrong bracket") << QByteArray("[1}") << qsizetype(2);
    QTest::newRow("a backslash at the end") << QByteArray("\"\\") << qsizetype(2);
}

void TestEvents::brokenJsonIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(qsizetype, offset);
    const JsonOutline outline = readJsonOutline(json);
    QVERIFY(!outline.valid);
    QCOMPARE(outline.errorOffset, offset);
}

void TestEvents::readableTextShowsWhatHides()
{
    const QByteArray hostile = QByteArray("a\0b", 3) + "\xE2\x80\xAE" + "<b>x</b>\x1B[31m\nnext";
    const QString text = readableText(hostile, kTextBytes);
    QCOMPARE(text, u"a\u2400b\u27E8U+202e\u27E9<b>x</b>\u241B[31m\nnext"_s);
    QCOMPARE(readableText(QByteArray(5'000, 'x'), kTextBytes).count(u'\n'), 2);
}

void TestEvents::hexLinesHaveAFixedShape()
{
    const QByteArray bytes = QByteArray("\0\x7F{\"id\":1}\xFF-0123456789", 22);
    QCOMPARE(HexView::lineText(bytes, 0),
             u"00000000  00 7f 7b 22 69 64 22 3a  31 7d ff 2d 30 31 32 33  \u00B7\u00B7{\"id\":1}\u00B7-0123"_s);
    QCOMPARE(HexView::lineText(bytes, 1), u"00000010  34 35 36 37 38 39"_s + QString(33, u' ') + u"456789"_s);
    HexView view;
    view.setBytes(QByteArray(20 * 1024 * 1024, 'x'));
    QCOMPARE(view.lineCount(), 20 * 1024 * 1024 / 16);
}

void TestEvents::hugeAndHostilePayloadsOpenQuickly()
{
    EventInspector inspector([](const QString &) { return u"http://localhost/"_s; });
    inspector.resize(600, 700);
    inspector.QWidget::show();
    StoredEvent stored = storedEvent(1, u"shop"_s, u"<b>\u202Etype</b>\n"_s);
    QList<QByteArray> bodies{QByteArray(20 * 1024 * 1024, 'x'), QByteArray("\0<img src=x>\xE2\x80\xAE", 15),
                             QByteArray(10'000, '[')};
    bodies.append("{\"a\":[" + QByteArray("{\"k\":\"v\"},").repeated(2'000'000) + "1]}");
    for (const QByteArray &body : std::as_const(bodies)) {
        stored.body = body;
        stored.payload = body;
        QElapsedTimer clock;
        clock.start();
        inspector.show(InspectedDelivery::from(stored));
        for (const auto tab :
             {EventInspector::Tab::Raw, EventInspector::Tab::Hex, EventInspector::Tab::Headers,
              EventInspector::Tab::Verification, EventInspector::Tab::Answer, EventInspector::Tab::Payload}) {
            inspector.setTab(tab);
            inspector.grab();
        }
        qInfo("%lld bytes: all tabs in %lld ms", qlonglong(body.size()), clock.elapsed());
    }
    const auto *raw = inspector.findChild<QPlainTextEdit *>(u"rawView"_s);
    QVERIFY(raw->toPlainText().size() < 2 * kTextBytes);
    for (const QLabel *label : inspector.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestEvents::aRefusalExplainsItself()
{
    const InspectedDelivery delivery = InspectedDelivery::from(refusal(4));
    const QList<Fact> facts = verificationFacts(delivery);
    QCOMPARE(facts.first().value, u"Refused: Signature does not match"_s);
    QVERIFY(std::any_of(facts.begin(), facts.end(),
                        [](const Fact &fact) { return fact.value == "None of 1 secrets matches."_L1; }));
    QCOMPARE(answerFacts(delivery).first().value, u"401 signature-mismatch"_s);
    StoredEvent stored = storedEvent(1);
    stored.secretIndex = 1;
    stored.scheme = u"github"_s;
    FactList list;
    list.setFacts(verificationFacts(InspectedDelivery::from(stored)));
    QCOMPARE(list.value(u"Secret"_s), u"Number 2, an older one"_s);
}

void TestEvents::thePageInspectsTheSelectedRow()
{
    FakeJournal journal;
    journal.stored = *batch(1, 50);
    journal.stored.back().headers.append("Authorization", "[redacted]");
    EventsPage page(journal.fetch(), [](const QString &name) { return u"http://127.0.0.1:8765/hooks/"_s + name; });
    page.setSourceNames({u"shop"_s});
    page.resize(1200, 700);
    page.show();
    auto *table = page.findChild<QTableView *>(u"eventTable"_s);
    QCOMPARE(table->model()->rowCount(), 50);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home);
    table->selectRow(0);
    QVERIFY(page.feed().model().isPaused()); // what is being read does not move
    page.commit(batch(51, 53));
    auto *newer = page.findChild<QPushButton *>(u"newerRows"_s);
    QCOMPARE(newer->text(), u"3 newer rows"_s);

    auto *inspector = page.findChild<EventInspector *>(u"eventInspector"_s);
    inspector->copyAsCurl();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"{\"n\":50}"_s));
    QVERIFY(copied.contains(u"/hooks/shop"_s));
    newer->click();
    QCOMPARE(table->model()->rowCount(), 53);
    QVERIFY(!newer->isVisible());

    // Another list, another choice: nothing stays open that the list does not show.
    table->selectRow(0);
    QVERIFY(inspector->isEnabled());
    QGuiApplication::clipboard()->clear();
    EventFilter other;
    other.state = EventState::Unverified;
    page.showOnly(other);
    QVERIFY(!table->currentIndex().isValid());
    inspector->copyAsCurl();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestEvents::theFirstUseSaysWhereToSend()
{
    FakeJournal journal;
    EventsPage page(journal.fetch(), [](const QString &name) { return u"http://127.0.0.1:8765/hooks/"_s + name; });
    page.show();
    auto *add = page.findChild<QPushButton *>(u"eventsAddSource"_s);
    QVERIFY(add->isVisible());
    QSignalSpy wanted(&page, &EventsPage::addSourceWanted);
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    page.setSourceNames({u"shop"_s});
    QVERIFY(!add->isVisible());
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains("http://127.0.0.1:8765/hooks/shop"_L1);
    }));
}

void TestEvents::searchByKeyboard()
{
    FakeJournal journal;
    journal.stored = *batch(1, 30);
    EventsPage page(journal.fetch(), [](const QString &) { return QString(); });
    page.show();
    page.focusSearch();
    auto *search = page.findChild<QLineEdit *>(u"eventSearch"_s);
    QTest::keyClicks(search, u"\"n\":30"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(page.feed().model().rowCount(), 1);
    QCOMPARE(page.feed().filter().text, u"\"n\":30"_s);
}

void TestEvents::typingAsksOnlyOnce()
{
    FakeJournal journal;
    journal.stored = *batch(1, 30);
    EventsPage page(journal.fetch(), [](const QString &) { return QString(); });
    page.show();
    const qsizetype before = journal.queries.size();
    auto *search = page.findChild<QLineEdit *>(u"eventSearch"_s);
    search->setText(QString(1024 * 1024, u'%') + u"_\\'\""_s);
    QTest::keyClicks(search, u"\"n\":3"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(journal.queries.size(), before + 1);
    QCOMPARE(journal.queries.last().text, search->text());
}

void TestEvents::thePageTellsHowFarTheSearchIs()
{
    FakeJournal journal;
    journal.stored = *batch(1, 2'000);
    journal.numbersPerAnswer = 500;
    EventsPage page(journal.fetch(), [](const QString &) { return QString(); });
    page.show();
    journal.hold = true;
    page.showOnly(textFilter(u"\"n\":1600}"_s));
    auto *count = page.findChild<QLabel *>(u"eventCount"_s);
    QCOMPARE(count->text(), u"Searching\u2026"_s);
    journal.held.takeFirst()();
    QCOMPARE(count->text(), u"Searched 500 of 2,000 events, 1 found"_s);
    page.hide();
    QVERIFY(journal.stops.last().stop_requested());
    journal.hold = false;
    page.show();
    QCOMPARE(count->text(), u"1 found in 2,000 events"_s);
}

void TestEvents::thePageTellsWhatCannotBeRead()
{
    FakeJournal journal;
    journal.stored = *batch(1, 3);
    journal.error = Error{ErrorCode::JournalDamaged, u"journal.sqlite is damaged."_s};
    EventsPage page(journal.fetch(), [](const QString &) { return QString(); });
    page.show();
    auto *error = page.findChild<Banner *>(u"eventsError"_s);
    QVERIFY(error->isVisible());
    QCOMPARE(error->message(), u"journal.sqlite is damaged."_s);
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::none_of(labels.begin(), labels.end(),
                         [](const QLabel *label) { return label->text().startsWith("Waiting for"_L1); }));
    journal.error.reset();
    error->findChild<QPushButton *>()->click();
    QVERIFY(!error->isVisible());
    QCOMPARE(page.feed().model().rowCount(), 3);
}

QTEST_MAIN(TestEvents)
#include "tst_events.moc"
