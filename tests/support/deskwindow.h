// A profile in a temporary folder, and the real main window over it without an engine.
#pragma once

#include "core/config/boardfile.h"
#include "core/config/profile.h"
#include "core/types/clock.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/enginebinding.h"
#include "ui/mainwindow.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace hookboard {

class SettableClock final : public Clock
{
public:
    qint64 nowUs() const override { return m_nowUs; }
    qint64 steadyNs() const override { return m_nowUs * 1000; }
    qint64 m_nowUs = 1'700'000'000'000'000;
};

inline TileSpec deskTile(const QString &id, const QRect &grid, TileKind kind = TileKind::Kpi)
{
    TileSpec tile;
    tile.id = id;
    tile.kind = kind;
    tile.title = id;
    tile.grid = grid;
    tile.bindings.append(Binding());
    return tile;
}

struct Desk
{
    explicit Desk(const QList<BoardSpec> &files)
        : profile(folder.path())
    {
        made = profile.create(QStringLiteral("memory")).ok();
        for (const BoardSpec &file : files) {
            made = made && writeBoardFile(profile.boardPath(file.id), file).ok();
        }
        open();
    }

    void open()
    {
        boards = std::make_unique<Boards>(profile, clock);
        made = made && boards->load().isEmpty();
    }

    std::unique_ptr<MainWindow> window()
    {
        EventFetch fetch;
        fetch.events = [](const EventQuery &, QObject *, EventFetch::Events done, std::stop_token) {
            done(EventPage());
        };
        fetch.quarantine = [](const EventQuery &, QObject *, EventFetch::Quarantine done, std::stop_token) {
            done(QuarantinePage());
        };
        SourceRequests requests;
        requests.url = [](const QString &name) { return QStringLiteral("http://127.0.0.1:8765/hooks/") + name; };
        auto shown = std::make_unique<MainWindow>(WindowParts{
            *boards, clock, fetch, requests, {}, folder.filePath(QStringLiteral("window.ini")), Settings()});
        shown->resize(1600, 1000);
        shown->show();
        return shown;
    }

    QByteArray bytes(const QString &boardId) const
    {
        QFile file(profile.boardPath(boardId));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    Profile profile;
    SettableClock clock;
    std::unique_ptr<Boards> boards;
    bool made = false;
};

} // namespace hookboard
