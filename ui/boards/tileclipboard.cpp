#include "ui/boards/tileclipboard.h"

#include "core/config/boardfile.h"
#include "ui/boards.h"

#include <QtCore/QMimeData>
#include <QtCore/QUuid>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard::tileclipboard {

namespace {

constexpr qsizetype kMostClipboardBytes = 4 * 1024 * 1024; // a text beyond this is no board
const QString &styleType()
{
    static const QString type = u"application/x-hookboard-tile-style"_s;
    return type;
}

QByteArray jsonOf(const QList<TileSpec> &tiles)
{
    BoardSpec board;
    board.tiles = tiles;
    return boardToJson(board);
}

QList<TileSpec> tilesOf(const QByteArray &json)
{
    if (json.isEmpty() || json.size() > kMostClipboardBytes || !json.trimmed().startsWith('{')) {
        return {};
    }
    const Result<BoardSpec> board = boardFromJson(json, u"clipboard"_s);
    return board ? board->tiles : QList<TileSpec>();
}

const QMimeData *clipboardData()
{
    return QGuiApplication::clipboard()->mimeData();
}

} // namespace

void copyTiles(const QList<TileSpec> &tiles)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(jsonOf(tiles)));
}

QList<TileSpec> tiles()
{
    const QMimeData *data = clipboardData();
    return data ? tilesOf(data->text().toUtf8()) : QList<TileSpec>();
}

QList<TileSpec> placedOn(const BoardSpec &board, QList<TileSpec> tiles)
{
    QRect bounds;
    for (const TileSpec &tile : std::as_const(tiles)) {
        bounds |= tile.grid;
    }
    const QPoint by = Boards::freePlace(board, bounds.size()).topLeft() - bounds.topLeft();
    for (TileSpec &tile : tiles) {
        tile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        tile.grid.translate(by);
    }
    return tiles;
}

void copyStyle(const TileSpec &tile)
{
    auto *data = new QMimeData; // the clipboard owns it
    data->setData(styleType(), jsonOf({tile}));
    QGuiApplication::clipboard()->setMimeData(data);
}

bool hasStyle()
{
    const QMimeData *data = clipboardData();
    return data && data->hasFormat(styleType());
}

TileSpec withStyle(const TileSpec &tile)
{
    const QList<TileSpec> found = hasStyle() ? tilesOf(clipboardData()->data(styleType())) : QList<TileSpec>();
    TileSpec styled = tile;
    if (found.isEmpty()) {
        return styled;
    }
    const TileSpec &style = found.first();
    styled.format = style.format;
    styled.thresholds = style.thresholds;
    styled.lowerIsBetter = style.lowerIsBetter;
    styled.showDelta = style.showDelta;
    styled.showSparkline = style.showSparkline;
    styled.nullText = style.nullText;
    styled.valueLooks = style.valueLooks;
    styled.staleAfterUs = style.staleAfterUs;
    styled.rowLimit = style.rowLimit;
    if (style.kind == tile.kind) {
        const std::optional<Annotations> own = tile.options.series.annotations; // these are data
        styled.options = style.options;
        styled.options.series.annotations = own;
        styled.options.series.rightAxis = tile.options.series.rightAxis;
    }
    return styled;
}

} // namespace hookboard::tileclipboard
