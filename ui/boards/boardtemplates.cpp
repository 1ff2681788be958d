#include "ui/boards/boardtemplates.h"

#include "ui/boards/exampleboards.h"
#include "ui/dashboard/proposedtiles.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct TemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(BoardTemplates)
};

// Those that name their provider; that, and what they are for, the new board does not keep.
QList<BoardTemplate> exampleBoards()
{
    QList<BoardTemplate> found;
    const QStringList keys = exampleBoardKeys();
    for (const QString &key : keys) {
        Result<BoardSpec> board = exampleBoard(key);
        if (board && board->unknown.contains("provider"_L1)) {
            const QString purpose = board->unknown.take("description"_L1).toString();
            const QString word = board->unknown.take("provider"_L1).toString();
            board->id.clear();
            found.append({key, word, purpose, *board});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const BoardTemplate &a, const BoardTemplate &b) { return a.word.localeAwareCompare(b.word) < 0; });
    return found;
}

template <typename Change> void forEachSource(BoardSpec &board, const Change &change)
{
    for (TileSpec &tile : board.tiles) {
        for (Binding &binding : tile.bindings) {
            change(binding.source);
        }
        if (tile.options.series.annotations) {
            change(tile.options.series.annotations->source);
        }
    }
}

QString counted(qsizetype count, const QString &one, const QString &several)
{
    return count == 1 ? one : several.arg(QLocale().toString(count));
}

} // namespace

QList<BoardTemplate> boardTemplates()
{
    BoardSpec proposed;
    proposed.tiles = proposedTiles();
    for (TileSpec &tile : proposed.tiles) {
        tile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    return QList<BoardTemplate>{
               {u"empty"_s, TemplateWords::tr("Empty board"), TemplateWords::tr("Add tiles one by one."), BoardSpec()},
               {u"proposed"_s, TemplateWords::tr("Quick board"),
                TemplateWords::tr("Numbers, a chart, bars and a list that fit any events, to start from."), proposed}} +
           exampleBoards();
}

QStringList unknownSources(const BoardSpec &board, const QStringList &known)
{
    QStringList unknown;
    BoardSpec copy = board;
    forEachSource(copy, [&](const QString &source) {
        if (!source.isEmpty() && !known.contains(source) && !unknown.contains(source)) {
            unknown.append(source);
        }
    });
    return unknown;
}

BoardSpec rebound(const BoardSpec &board, const QHash<QString, QString> &names)
{
    BoardSpec bound = board;
    forEachSource(bound, [&](QString &source) { source = names.value(source, source); });
    return bound;
}

QString boardDifference(const BoardSpec &then, const BoardSpec &now)
{
    QHash<QString, const TileSpec *> present;
    for (const TileSpec &tile : now.tiles) {
        present.insert(tile.id, &tile);
    }
    qsizetype more = 0;
    qsizetype placed = 0;
    qsizetype changed = 0;
    for (const TileSpec &tile : then.tiles) {
        const TileSpec *other = present.take(tile.id);
        if (!other) {
            ++more;
            continue;
        }
        TileSpec there = *other;
        placed += there.grid != tile.grid ? 1 : 0;
        there.grid = tile.grid;
        changed += there == tile ? 0 : 1;
    }
    QStringList parts;
    if (more > 0) {
        parts << counted(more, TemplateWords::tr("1 tile more"), TemplateWords::tr("%1 tiles more"));
    }
    if (!present.isEmpty()) {
        parts << counted(present.size(), TemplateWords::tr("1 tile fewer"), TemplateWords::tr("%1 tiles fewer"));
    }
    if (placed > 0) {
        parts << counted(placed, TemplateWords::tr("1 elsewhere"), TemplateWords::tr("%1 elsewhere"));
    }
    if (changed > 0) {
        parts << counted(changed, TemplateWords::tr("1 with other options"),
                         TemplateWords::tr("%1 with other options"));
    }
    if (then.title != now.title) {
        parts << TemplateWords::tr("another title");
    }
    return parts.join(u", "_s);
}

} // namespace hookboard
