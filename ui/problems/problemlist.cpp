#include "ui/problems/problemlist.h"

#include "ui/dashboard/tilewords.h"
#include "ui/statuswords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

Problem fromStatus(const QString &key, const StatusEntry &entry, const QString &icon, Cure cure, const QString &text)
{
    const Tone tone = entry.tone == StatusTone::Trouble ? Tone::Error : Tone::Warn;
    return {key, tone, icon, entry.text, entry.detail, cure, text, {}, {}};
}

void addProgram(QList<Problem> &found, const Health &health, qint64 nowUs)
{
    if (const StatusEntry words = listenerWords(health.listener); words.tone == StatusTone::Trouble) {
        const bool port = offersFreePort(health.listener);
        found << fromStatus(u"listener"_s, words, u"offline"_s, port ? Cure::FreePort : Cure::Sources,
                            port ? ProblemWords::tr("Use a free port") : ProblemWords::tr("Show sources"));
    }
    if (const StatusEntry words = journalWords(health.journal); words.tone == StatusTone::Trouble) {
        found << fromStatus(u"journal"_s, words, u"error"_s, Cure::Settings, ProblemWords::tr("Open settings"));
    }
    if (const StatusEntry words = secretWords(health.secretStore, nowUs); !words.text.isEmpty()) {
        found << fromStatus(u"secrets"_s, words, u"lock"_s, Cure::SecretsAgain, ProblemWords::tr("Try again"));
    }
}

void addSources(QList<Problem> &found, const Health &health)
{
    for (const SourceHealth &source : health.sources) {
        if (!source.problem.isEmpty()) {
            found << Problem{u"source:"_s + source.source,
                             Tone::Error,
                             u"sources"_s,
                             ProblemWords::tr("The source %1 refuses deliveries").arg(source.source),
                             source.problem,
                             Cure::EditSource,
                             ProblemWords::tr("Edit source\u2026"),
                             source.source,
                             {}};
        }
    }
    if (const StatusEntry words = quarantineWords(health.journal); !words.text.isEmpty()) {
        found << fromStatus(u"quarantine"_s, words, u"unverified"_s, Cure::Quarantine,
                            ProblemWords::tr("Show quarantine"));
    }
}

Problem fromTile(const TroubledTile &tile)
{
    const ChipLook chip = stateChip(tile.state);
    const bool fixable =
        tile.state == TileState::Error || tile.state == TileState::Broken || tile.state == TileState::Partial;
    return {u"tile:"_s + tile.boardId + u'/' + tile.tileId,
            chip.tone,
            chip.icon,
            ProblemWords::tr("%1 on %2: %3").arg(tile.tile, tile.board, stateWord(tile.state)),
            tile.sentence,
            fixable ? Cure::FixTile : Cure::Tile,
            fixable ? ProblemWords::tr("Fix\u2026") : ProblemWords::tr("Show tile"),
            tile.boardId,
            tile.tileId};
}

int rank(const Problem &problem)
{
    switch (problem.tone) {
    case Tone::Error:
        return 0;
    case Tone::Offline:
        return 1;
    case Tone::Warn:
        return 2;
    default:
        return 3;
    }
}

} // namespace

QList<Problem> problemsNow(const Health &health, qint64 nowUs, const QList<TroubledTile> &tiles,
                           const QStringList &unreadable)
{
    QList<Problem> found;
    addProgram(found, health, nowUs);
    addSources(found, health);
    for (const QString &sentence : unreadable) {
        found << Problem{u"file:"_s + sentence,
                         Tone::Error,
                         u"board"_s,
                         ProblemWords::tr("A board cannot be read"),
                         sentence,
                         Cure::BoardsFolder,
                         ProblemWords::tr("Open folder"),
                         {},
                         {}};
    }
    for (const TroubledTile &tile : tiles) {
        // While nothing listens every tile is offline: one cause, told once.
        if (tile.state != TileState::Offline || (health.listener.listening && health.journal.writable)) {
            found << fromTile(tile);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Problem &a, const Problem &b) { return rank(a) < rank(b); });
    return found;
}

} // namespace hookboard
