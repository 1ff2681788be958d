#include "ui/palette/paletteentries.h"

#include "ui/dashboard/tileregistry.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct PaletteWords
{
    Q_DECLARE_TR_FUNCTIONS(CommandPalette)
};

// As the menu says it: the icon text may be shorter, and in the list nothing around it tells what is meant.
QString menuWord(const QAction &action)
{
    const QString text = action.text();
    QString word;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size()) {
            ++i; // "&&" is one, any other marks the key
        }
        word += text[i];
    }
    return word;
}

enum Rank { BoardRank, ActionRank, TileRank, SourceRank, TypeRank };

} // namespace

QList<PaletteEntry> boardEntries(const QList<BoardSpec> &boards, const PaletteWays &ways)
{
    QList<PaletteEntry> found;
    for (const BoardSpec &board : boards) {
        found.append(
            {u"board"_s, board.title, PaletteWords::tr("Board"), {}, BoardRank, [go = ways.board, id = board.id] {
                 go(id);
             }});
        for (const TileSpec &tile : board.tiles) {
            const TileKindInfo kind = tileKindInfo(tile.kind);
            found.append({kind.iconName,
                          tile.title.isEmpty() ? kind.word : tile.title,
                          board.title,
                          {},
                          TileRank,
                          [go = ways.tile, id = board.id, tileId = tile.id] { go(id, tileId); }});
        }
    }
    return found;
}

QList<PaletteEntry> sourceEntries(const QStringList &sources, const PaletteWays &ways)
{
    QList<PaletteEntry> found;
    for (const QString &source : sources) {
        found.append({u"sources"_s, source, PaletteWords::tr("Source"), {}, SourceRank, [go = ways.source, source] {
                          go(source);
                      }});
    }
    return found;
}

QList<PaletteEntry> typeEntries(const QStringList &types, const PaletteWays &ways)
{
    QList<PaletteEntry> found;
    for (const QString &type : types) {
        found.append({u"events"_s, type, PaletteWords::tr("Events of this type"), {}, TypeRank, [go = ways.type, type] {
                          go(type);
                      }});
    }
    return found;
}

QList<PaletteEntry> actionEntries(const QList<QAction *> &actions)
{
    QList<PaletteEntry> found;
    for (QAction *action : actions) {
        if (action->isEnabled()) {
            found.append({u"chevron-right"_s, menuWord(*action), PaletteWords::tr("Action"),
                          action->shortcut().toString(QKeySequence::NativeText), ActionRank,
                          [action] { action->trigger(); }});
        }
    }
    return found;
}

} // namespace hookboard
