#include "app/desktop/rendercommand.h"

#include "core/config/boardfile.h"
#include "core/config/profile.h"
#include "core/storedboard.h"
#include "core/types/clock.h"
#include "ui/dashboard/boardrender.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Status runRender(const Options &options, QApplication &application)
{
    const Profile profile(options.profile);
    if (!profile.exists()) {
        return Error{ErrorCode::NotFound,
                     u"There is no profile in %1. Make one with: hookboardctl --profile DIR init"_s.arg(
                         profile.configDirectory())};
    }
    const Result<Settings> settings = profile.readSettings();
    if (!settings)
        return settings.error();
    const Result<BoardSpec> board = readBoardFile(options.render);
    if (!board)
        return board.error();

    std::optional<qint64> atUs;
    if (options.at.isValid())
        atUs = options.at.toMSecsSinceEpoch() * 1000;
    const Result<StoredBoard> stored = foldStoredBoard(profile.journalPath(), *board, SystemClock().nowUs(), atUs);
    if (!stored)
        return stored.error();

    ThemeController themes(application);
    themes.setChoice(ThemeController::choiceFromText(settings->theme));
    BoardPicture picture;
    picture.board = *board;
    for (const TileSnapshot &tile : stored->tiles)
        picture.snapshots.insert(tile.tileId, tile);
    picture.context = stored->context;
    picture.theme = themes.theme();
    picture.size = options.size;
    if (const qreal scale = boardScale(picture); scale < 1) {
        QTextStream(stderr) << u"hookboard: the board does not fit %1x%2, so it is drawn at %3 % of its size. A larger "
                               u"--size shows it as it is.\n"_s.arg(options.size.width())
                                   .arg(options.size.height())
                                   .arg(int(scale * 100));
    }
    return renderBoardTo(options.out, picture);
}

} // namespace hookboard
