#include "ui/boards.h"

#include "core/config/boardfile.h"
#include "core/types/clock.h"
#include "ui/dashboard/editcells.h"

#include <QtCore/QFile>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kBetweenSnapshotsUs = kMinuteUs;

QString newTileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

// Holds both states whole: boards are small, and no step can be half undone.
class ChangeBoard final : public TimedStep
{
public:
    ChangeBoard(Boards &boards, QString id, std::optional<BoardSpec> before, std::optional<BoardSpec> after,
                const QString &name, QString series)
        : TimedStep(name)
        , m_boards(boards)
        , m_id(std::move(id))
        , m_series(std::move(series))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}
    void undo() override { m_boards.apply(m_id, m_before); }
    void redo() override { m_boards.apply(m_id, m_after); }
    int id() const override { return m_series.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const ChangeBoard *>(other); // the only kind with an id
        if (next->m_series != m_series || next->text() != text()) {
            return false;
        }
        m_after = next->m_after;
        takeSerial(*next);
        setObsolete(m_before == m_after);
        return true;
    }

private:
    Boards &m_boards;
    QString m_id;
    QString m_series;
    std::optional<BoardSpec> m_before;
    std::optional<BoardSpec> m_after;
};

class ReorderBoards final : public TimedStep
{
public:
    ReorderBoards(Boards &boards, QStringList before, QStringList after)
        : TimedStep(Boards::tr("reorder boards"))
        , m_boards(boards)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}
    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const QStringList &order)
    {
        m_boards.applyOrder(order);
        m_boards.m_saver.saveOrder(order);
    }

    Boards &m_boards;
    QStringList m_before;
    QStringList m_after;
};

Boards::Boards(const Profile &profile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_clock(clock)
    , m_saver(profile)
{
    connect(&m_saver, &BoardSaver::problem, this, &Boards::problem);
}

Boards::~Boards() = default;

QStringList Boards::load()
{
    m_unreadable.clear();
    m_boards = m_profile.readBoards(&m_unreadable);
    m_timeline.clear();
    m_originals.clear();
    m_order = m_saver.readOrder();
    for (const BoardSpec &board : std::as_const(m_boards)) {
        QFile file(m_profile.boardPath(board.id));
        if (file.open(QIODevice::ReadOnly)) {
            m_originals.insert(board.id, {board, file.readAll()});
        }
        if (!m_order.contains(board.id)) {
            m_order.append(board.id);
        }
    }
    applyOrder(m_order);
    return m_unreadable;
}

const BoardSpec *Boards::board(const QString &id) const
{
    const auto found = std::find_if(m_boards.begin(), m_boards.end(), [&](const BoardSpec &b) { return b.id == id; });
    return found == m_boards.end() ? nullptr : &*found;
}

void Boards::apply(const QString &id, const std::optional<BoardSpec> &state)
{
    const auto found = std::find_if(m_boards.begin(), m_boards.end(), [&](const BoardSpec &b) { return b.id == id; });
    if (!state) {
        if (found != m_boards.end()) {
            m_boards.erase(found);
            m_saver.remove(id);
            emit boardRemoved(id);
            emit listChanged();
        }
        return;
    }
    const bool isNew = found == m_boards.end();
    const bool listed = isNew || found->title != state->title;
    if (isNew) {
        m_boards.append(*state);
        if (!m_order.contains(id)) {
            m_order.append(id);
        }
        std::stable_sort(m_boards.begin(), m_boards.end(), [this](const BoardSpec &a, const BoardSpec &b) {
            return m_order.indexOf(a.id) < m_order.indexOf(b.id);
        });
    } else {
        *found = *state;
    }
    save(*state);
    if (listed) {
        emit listChanged();
    }
    emit boardChanged(*state);
}

void Boards::applyOrder(const QStringList &order)
{
    m_order = order;
    std::stable_sort(m_boards.begin(), m_boards.end(),
                     [&](const BoardSpec &a, const BoardSpec &b) { return order.indexOf(a.id) < order.indexOf(b.id); });
    emit listChanged();
}

void Boards::save(const BoardSpec &board)
{
    const Original original = m_originals.value(board.id);
    m_saver.save(board, original.board == board ? original.bytes : QByteArray());
}

void Boards::snapshotBefore(const BoardSpec &before, bool always)
{
    const qint64 now = m_clock.nowUs();
    if (always || now - m_lastSnapshotUs.value(before.id) >= kBetweenSnapshotsUs) {
        m_lastSnapshotUs.insert(before.id, now);
        m_saver.keepSnapshot(before, now);
    }
}

void Boards::keepSnapshot(const QString &boardId)
{
    if (const BoardSpec *now = board(boardId)) {
        snapshotBefore(*now, true);
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
    // One that was deleted may come back, and has its steps under its id.
    for (int n = 2; board(id) || m_timeline.has(id) || QFile::exists(m_profile.boardPath(id)); ++n) {
        id = u"%1-%2"_s.arg(base).arg(n);
    }
    return id;
}

QString Boards::create(const QString &title)
{
    BoardSpec board;
    board.title = title;
    return adopt(board, tr("new board"));
}

QString Boards::adopt(BoardSpec content, const QString &stepName)
{
    content.id = freeId(content.title);
    m_timeline.push({}, std::make_unique<ChangeBoard>(*this, content.id, std::nullopt, content, stepName, QString()));
    m_timeline.stack(content.id); // its id is taken from now on
    return content.id;
}

QString Boards::duplicate(const QString &boardId)
{
    const BoardSpec *original = board(boardId);
    if (!original) {
        return {};
    }
    BoardSpec copy = *original;
    copy.title = tr("%1 (copy)").arg(original->title);
    return adopt(copy, tr("duplicate board"));
}

void Boards::remove(const QString &boardId)
{
    if (const BoardSpec *found = board(boardId)) {
        const BoardSpec before = *found; // the step takes it out of the list
        snapshotBefore(before, true);
        m_timeline.push(
            {}, std::make_unique<ChangeBoard>(*this, boardId, before, std::nullopt, tr("delete board"), QString()));
    }
}

void Boards::reorder(const QStringList &boardIds)
{
    if (boardIds != m_order) {
        QStringList after = boardIds;
        for (const QString &id : std::as_const(m_order)) {
            if (!after.contains(id)) {
                after.append(id);
            }
        }
        m_timeline.push({}, std::make_unique<ReorderBoards>(*this, m_order, after));
    }
}

void Boards::rename(const QString &boardId, const QString &title)
{
    if (const BoardSpec *before = board(boardId); before && before->title != title) {
        BoardSpec after = *before;
        after.title = title;
        change(after, tr("rename board"));
    }
}

void Boards::change(const BoardSpec &after, const QString &stepName, const QString &series)
{
    if (const BoardSpec *before = board(after.id); before && !(*before == after)) {
        snapshotBefore(*before, false);
        m_timeline.push(after.id, std::make_unique<ChangeBoard>(*this, after.id, *before, after, stepName, series));
    }
}

QRect Boards::freePlace(const BoardSpec &board, const QSize &size)
{
    int bottom = 0;
    for (const TileSpec &tile : board.tiles) {
        bottom = std::max(bottom, tile.grid.y() + tile.grid.height());
    }
    const int width = std::clamp(size.width(), 1, editcells::kColumns);
    for (int y = 0; y < bottom; ++y) {
        for (int x = 0; x + width <= editcells::kColumns; ++x) {
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
    added.id = newTileId();
    added.grid = freePlace(after, tile.grid.size());
    after.tiles.append(added);
    change(after, tr("add tile"));
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
        change(after, tr("change tile"));
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
            copy.id = newTileId();
            copy.grid = freePlace(after, tile.grid.size());
            after.tiles.append(copy);
        }
    }
    change(after, tr("duplicate tile"));
}

void Boards::removeTile(const QString &boardId, const QString &tileId)
{
    if (const BoardSpec *before = board(boardId)) {
        BoardSpec after = *before;
        after.tiles.removeIf([&](const TileSpec &tile) { return tile.id == tileId; });
        change(after, tr("remove tile"));
    }
}

void Boards::placeTile(const QString &boardId, const QString &tileId, const QRect &grid)
{
    if (const BoardSpec *before = board(boardId)) {
        BoardSpec after = *before;
        QString name = tr("move");
        for (TileSpec &tile : after.tiles) {
            if (tile.id == tileId) {
                name = tile.grid.size() == grid.size() ? name : tr("resize");
                tile.grid = grid;
            }
        }
        change(after, name);
    }
}

} // namespace hookboard
