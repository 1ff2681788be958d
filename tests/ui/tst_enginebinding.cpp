// The window's library and the engine in one program, with real events between them: what each has under test alone
// must also hold together.
#include "core/engine.h"
#include "core/types/clock.h"
#include "tests/support/httpclient.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/enginebinding.h"
#include "ui/mainwindow.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestEngineBinding : public QObject
{
    Q_OBJECT

private slots:
    void aDeliveryIsListedReadBackAndPainted();
};

void TestEngineBinding::aDeliveryIsListedReadBackAndPainted()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    Profile profile(folder.path());
    QVERIFY(profile.create(u"memory"_s).ok());
    Settings settings = *profile.readSettings();
    settings.ingest.port = 0;
    Engine engine(profile, clock);
    Boards boards(profile, clock);
    boards.load();
    TileSpec tile;
    tile.id = u"count"_s;
    tile.bindings = {Binding{}};
    const QString board = boards.create(u"All"_s);
    boards.addTile(board, tile);

    MainWindow window(WindowParts{boards, clock, eventFetchOf(engine), sourceRequestsOf(engine), Engine::providers(),
                                  QString(), settings});
    QVERIFY(engine.start(settings).ok());
    const EngineBinding binding(engine, clock, window);
    window.resize(1200, 800);
    window.show();
    window.showBoard(board);
    QSignalSpy traced(&engine, &Engine::traced);

    SourceConfig source;
    source.name = u"repo"_s;
    source.provider = u"github"_s;
    bool added = false;
    engine.addSource(source, {Secret("s3cret")}, this, [&](const Status &status) { added = status.ok(); });
    QTRY_VERIFY(added && engine.health().listener.listening && engine.health().journal.writable);
    const quint16 port = engine.health().listener.port;
    for (const char *id : {"a", "b"})
        QCOMPARE(exchange(port, githubPost("repo", R"({"n":1})", "s3cret", id)).status, 200);

    QTRY_VERIFY(!traced.isEmpty()); // a frame that shows the events has been painted
    std::vector<StoredEvent> events;
    engine.fetchEvents({}, this, [&](const Result<EventPage> &page) {
        if (page)
            events = *page->events;
    });
    QTRY_COMPARE(events.size(), std::size_t(2));
    QCOMPARE(events.front().type, u"push"_s);
    QCOMPARE(events.front().body, QByteArray(R"({"n":1})"));
    window.showEvents();
    QCOMPARE(int(window.place()), int(MainWindow::Place::Events));
}

QTEST_MAIN(TestEngineBinding)
#include "tst_enginebinding.moc"
