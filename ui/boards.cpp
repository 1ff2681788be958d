#include "ui/boards.h"

#include "core/config/boardfile.h"

#include <QtCore/QFile>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kColumns = 24;

} // namespace

// Holds both states whole: boards are small, and no step can be half undone.
class ChangeBoard final : public QUndoCommand
{
public:
    ChangeBoard(Boards &boards, QString id, std::optional<BoardSpec> before, std::optional<BoardSpec> after,
                const QString &name)
        : QUndoCommand(name)
        , m_boards(boards)
        , m_id(std::move(id))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}
    void undo() override { m_boards.apply(m_id, m_before); }
    void redo() override { m_boards.apply(m_id, m_after); }

private:
    Boards &m_boards;
    QString m_id;
    std::optional<BoardSpec> m_before;
    std::optional<BoardSpec> m_after;
};

Boards::Boards(const Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    m_writer.setMaxThreadCount(1);
}

Boards::~Boards()
{
    m_writer.waitForDone();
}

QStringList Boards::load()
{
    QStringList problems;
    m_boards = m_profile.readBoards(&problems);
    m_undo.clear();
    emit listChanged();
    return problems;
}

const BoardSpec *Boards::board(const QString &id) const
{
    const auto found = std::find_if(m_boards.begin(), m_boards.end(), [&](const BoardSpec &b) { return b.id == id; });
    return found == m_boards.end() ? nullptr : &*found;
}

void Boards::push(const QString &id, std::optional<BoardSpec> before, std::optional<BoardSpec> after,
                  const QString &name)
{
    m_undo.push(new ChangeBoard(*this, id, std::move(before), std::move(after), name));
}

void Boards::apply(const QString &id, const std::optional<BoardSpec> &state)
{
    const auto found = std::find_if(m_boards.begin(), m_boards.end(), [&](const BoardSpec &b) { return b.id == id; });
    if (!state) {
        if (found != m_boards.end()) {
            m_boards.erase(found);
            removeFile(id);
            emit boardRemoved(id);
            emit listChanged();
        }
        return;
    }
    const bool listed = found == m_boards.end() || found->title != state->title;
    if (found == m_boards.end()) {
        m_boards.append(*state);
    } else {
        *found = *state;
    }
    save(*state);
    if (listed) {
        emit listChanged();
    }
    emit boardChanged(*state);
}

void Boards::save(const BoardSpec &board)
{
    const QString path = m_profile.boardPath(board.id);
    m_writer.start([this, path, board] { report(writeBoardFile(path, board)); });
}

void Boards::removeFile(const QString &id)
{
    const QString path = m_profile.boardPath(id);
    m_writer.start([this, path] {
        QFile file(path);
        if (file.exists() && !file.remove()) {
            report({ErrorCode::Io, tr("The board file %1 could not be removed: %2").arg(path, file.errorString())});
        }
    });
}

// Called on the worker; this object outlives it.
void Boards::report(const Status &status)
{
    if (!status.ok()) {
        const QString sentence = status.error().message;
        QMetaObject::invokeMethod(
            this, [this, sentence] { emit problem(sentence); }, Qt::QueuedConnection);
    }
}

QString Boards::freeId(const QString &title) const
{
    QString base;
    for (const QChar c : title.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain) {
            base += c;
        } else if (!base.isEmpty() && !base.endsWith(u'-')) {
            base += u'-';
        }
    }
    base = base.left(40);
    while (base.endsWith(u'-')) {
        base.chop(1);
    }
    if (base.isEmpty()) {
        base = u"board"_s;
    }
    QString id = base;
    for (int n = 2; board(id) || QFile::exists(m_profile.boardPath(id)); ++n) {
        id = u"%1-%2"_s.arg(base).arg(n);
    }
    return id;
}

QString Boards::create(const QString &title)
{
    BoardSpec board;
    board.id = freeId(title);
    board.title = title;
    push(board.id, std::nullopt, board, tr("New board"));
    return board.id;
}

void Boards::remove(const QString &boardId)
{
    if (const BoardSpec *before = board(boardId)) {
        push(boardId, *before, std::nullopt, tr("Delete board"));
    }
}

void Boards::rename(const QString &boardId, const QString &title)
{
    if (const BoardSpec *before = board(boardId); before && before->title != title) {
        BoardSpec after = *before;
        after.title = title;
        change(after, tr("Rename board"));
    }
}

void Boards::change(const BoardSpec &after, const QString &stepName)
{
    if (const BoardSpec *before = board(after.id); before && !(*before == after)) {
        push(after.id, *before, after, stepName);
    }
}

QRect Boards::freePlace(const BoardSpec &board, const QSize &size)
{
    int bottom = 0;
    for (const TileSpec &tile : board.tiles) {
        bottom = std::max(bottom, tile.grid.y() + tile.grid.height());
    }
    const int width = std::clamp(size.width(), 1, kColumns);
    for (int y = 0; y < bottom; ++y) {
        for (int x = 0; x + width <= kColumns; ++x) {
            const QRect place(x, y, width, size.height());
            const bool free = std::none_of(board.tiles.begin(), board.tiles.end(),
                                           [&](const TileSpec &tile) { return tile.grid.intersects(place); });
            if (free) {
                return place;
            }
        }
    }
    return {0, bottom, width, size.height()};
}

void Boards::addTile(const QString &boardId, const TileSpec &tile)
{
    const BoardSpec *before = board(boardId);
    if (!before) {
        return;
    }
    BoardSpec after = *before;
    TileSpec added = tile;
    added.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    added.grid = freePlace(after, tile.grid.size());
    after.tiles.append(added);
    change(after, tr("Add tile"));
}

void Boards::changeTile(const QString &boardId, const TileSpec &tile)
{
    if (const BoardSpec *before = board(boardId)) {
        BoardSpec after = *before;
        for (TileSpec &old : after.tiles) {
            if (old.id == tile.id) {
                old = tile;
            }
        }
        change(after, tr("Change tile"));
    }
}

void Boards::duplicateTile(const QString &boardId, const QString &tileId)
{
    const BoardSpec *before = board(boardId);
    if (!before) {
        return;
    }
    BoardSpec after = *before;
    for (const TileSpec &tile : before->tiles) {
        if (tile.id == tileId) {
            TileSpec copy = tile;
            copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            copy.grid = freePlace(after, tile.grid.size());
            after.tiles.append(copy);
        }
    }
    change(after, tr("Duplicate tile"));
}

void Boards::removeTile(const QString &boardId, const QString &tileId)
{
    if (const BoardSpec *before = board(boardId)) {
        BoardSpec after = *before;
        after.tiles.removeIf([&](const TileSpec &tile) { return tile.id == tileId; });
        change(after, tr("Remove tile"));
    }
}

void Boards::placeTile(const QString &boardId, const QString &tileId, const QRect &grid)
{
    if (const BoardSpec *before = board(boardId)) {
        BoardSpec after = *before;
        QString name = tr("Move tile");
        for (TileSpec &tile : after.tiles) {
            if (tile.id == tileId) {
                name = tile.grid.size() == grid.size() ? name : tr("Resize tile");
                tile.grid = grid;
            }
        }
        change(after, name);
    }
}

} // namespace hookboard
