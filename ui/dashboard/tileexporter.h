// TileExporter: takes what a tile or a board shows out of the window: as data, as the events behind it, as a picture,
// on paper, to the clipboard. Asks for a file name where it needs one; files are written in the pool. GUI thread; owned
// by the pages of the boards.
#pragma once

#include "ui/dashboard/pictureexport.h"
#include "ui/dashboard/tile.h"
#include "ui/events/eventfeed.h"

#include <QtCore/QObject>

namespace hookboard {

class TileExporter final : public QObject
{
    Q_OBJECT
public:
    // Dialogs open over `window`, which owns this.
    explicit TileExporter(QWidget *window);

    void setFetch(EventFetch fetch) { m_fetch = std::move(fetch); }
    void exportTile(Tile &tile, TileExport what);
    // One of .png, .svg, .pdf, as its name will end.
    void exportPicture(const Picture &picture);
    void print(const Picture &picture);

    static Picture pictureOf(Tile &tile);

signals:
    void problem(const QString &sentence);

private:
    using Write = std::function<void(const QString &fileName)>;
    void chooseFile(const QString &title, const QString &name, const QStringList &filters, const Write &write);
    void write(const QString &fileName, const QByteArray &bytes);
    void exportCsv(const Tile &tile, bool local);
    void exportEvents(const NamedOrigin &origin);
    void exportTilePicture(Tile &tile, PictureFormat format);
    void runExport(const EventQuery &query, const QString &fileName);

    QWidget *m_window;
    EventFetch m_fetch;
};

} // namespace hookboard
