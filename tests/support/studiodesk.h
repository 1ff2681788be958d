// The whole program with its window, over a profile in a temporary folder: a real listener, a real journal, real folds,
// and the window that the desktop shows. For tests that begin with an event and end with a tile.
#pragma once

#include "core/config/boardfile.h"
#include "core/engine.h"
#include "core/types/clock.h"
#include "tests/support/httpclient.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/enginebinding.h"
#include "ui/mainwindow.h"
#include "ui/mapping/bindingpane.h"
#include "ui/mapping/mappingstudio.h"
#include "ui/mapping/previewpane.h"
#include "ui/mapping/samplepane.h"
#include "ui/mapping/studiodraft.h"

#include <QtCore/QTemporaryDir>

namespace hookboard {

class StudioDesk
{
public:
    StudioDesk()
        : profile(folder.path())
    {
        const bool made = profile.create(QStringLiteral("file")).ok();
        boards = std::make_unique<Boards>(profile, clock);
        engine = std::make_unique<Engine>(profile, clock);
        Settings settings = *profile.readSettings();
        settings.ingest.port = 0;
        started = made && engine->start(settings).ok() && QTest::qWaitFor([this] {
                      return engine->health().listener.listening && engine->health().journal.writable;
                  });
        SourceConfig source;
        source.name = QStringLiteral("shop");
        source.provider = QStringLiteral("github");
        std::optional<bool> added;
        engine->addSource(source, {Secret("s3cret")}, engine.get(), [&](const Status &status) { added = status.ok(); });
        started = started && QTest::qWaitFor([&] { return added.has_value(); }) && *added;
    }

    // After the boards that the test wants are there.
    void open()
    {
        static_cast<void>(boards->load());
        window = std::make_unique<MainWindow>(WindowParts{
            *boards, clock, eventFetchOf(*engine), sourceRequestsOf(*engine), Engine::providers(), {}, Settings()});
        binding = std::make_unique<EngineBinding>(*engine, clock, *window);
        window->resize(1600, 1000);
        window->show();
    }

    bool post(const QByteArray &body, const QByteArray &type = "order.paid")
    {
        const QByteArray id = "d-" + QByteArray::number(++m_posted);
        return exchange(engine->health().listener.port, githubPost("shop", body, "s3cret", id, type)).status == 200;
    }

    MappingStudio *studio() const { return window->boardPages().studio(); }
    template <typename T> T *find(const QString &name) const { return window->findChild<T *>(name); }
    QByteArray boardFile(const QString &id) const
    {
        QFile file(profile.boardPath(id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    SystemClock clock;
    Profile profile;
    std::unique_ptr<Boards> boards;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<EngineBinding> binding;
    bool started = false;

    ~StudioDesk()
    {
        binding.reset();
        window.reset();
        boards.reset();
        engine.reset();
    }

private:
    int m_posted = 0;
};

} // namespace hookboard
