// The half of BoardCommands that deals with files, templates and snapshots.
#include "ui/boards/boardcommands.h"

#include "core/config/boardfile.h"
#include "core/types/clock.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/boards/boardtemplates.h"
#include "ui/boards/newboarddialog.h"
#include "ui/boards/rebinddialog.h"
#include "ui/boards/snapshotsdialog.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/pictureexport.h"
#include "ui/style/icons.h"
#include "ui/windowactions.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QStandardPaths>
#include <QtCore/QThreadPool>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kMostBoardBytes = 16 * 1024 * 1024;

QString boardFileFilter()
{
    return BoardCommands::tr("Hookboard boards (*.board.json)") + u";;"_s + BoardCommands::tr("All files (*)");
}

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

// Any thread.
Result<BoardSpec> readForeignBoard(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {ErrorCode::Io, BoardCommands::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    }
    if (file.size() > kMostBoardBytes) {
        return {ErrorCode::Io, BoardCommands::tr("%1 is too large for a board.").arg(path)};
    }
    QString id = QFileInfo(path).fileName();
    if (id.endsWith(".board.json"_L1)) {
        id.chop(11);
    }
    return boardFromJson(file.readAll(), id);
}

} // namespace

void BoardCommands::newBoard()
{
    auto *dialog = new NewBoardDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { adopt(dialog->board(), tr("new board")); });
    dialog->open();
}

void BoardCommands::adopt(const BoardSpec &board, const QString &stepName)
{
    QStringList known;
    for (const SourceConfig &source : m_sources) {
        known.append(source.name);
    }
    if (unknownSources(board, known).isEmpty()) {
        emit boardWanted(m_boards.adopt(board, stepName));
        return;
    }
    auto *dialog = new RebindDialog(board, known, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, stepName] {
        emit boardWanted(m_boards.adopt(dialog->board(), stepName));
        if (const QString name = dialog->newSource(); !name.isEmpty()) {
            emit addSourceWanted(name);
        }
    });
    dialog->open();
}

void BoardCommands::importFile(const QString &path)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<BoardCommands>(this), home = QCoreApplication::instance(), path] {
            const Result<BoardSpec> board = readForeignBoard(path);
            QMetaObject::invokeMethod(
                home,
                [guard, board] {
                    if (!guard) { // looked at in its own thread only
                        return;
                    }
                    if (board) {
                        guard->adopt(*board, tr("import board"));
                    } else {
                        emit guard->problem(board.error().message);
                    }
                },
                Qt::QueuedConnection);
        });
}

void BoardCommands::exportTo(const QString &boardId, const QString &path)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (!board) {
        return;
    }
    QThreadPool::globalInstance()->start(
        [guard = QPointer<BoardCommands>(this), home = QCoreApplication::instance(), path, board = *board] {
            const Status written = writeWholeFile(path, boardToJson(board));
            if (written.ok()) {
                return;
            }
            QMetaObject::invokeMethod(
                home,
                [guard, message = written.error().message] {
                    if (guard) { // looked at in its own thread only
                        emit guard->problem(message);
                    }
                },
                Qt::QueuedConnection);
        });
}

void BoardCommands::openImport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Import board"), documentsFolder(), boardFileFilter());
    dialog->setObjectName(u"importBoardDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BoardCommands::importFile);
    dialog->open();
}

void BoardCommands::openExport(const QString &boardId)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export board"), documentsFolder(), boardFileFilter());
    dialog->setObjectName(u"exportBoardDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Added before the dialog asks whether to overwrite: a name that is made afterwards would be one nobody agreed to.
    dialog->setDefaultSuffix(u"board.json"_s);
    dialog->selectFile(boardId + ".board.json"_L1);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, boardId](const QString &path) { exportTo(boardId, path); });
    dialog->open();
}

void BoardCommands::openSnapshots(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (!board) {
        return;
    }
    auto *dialog = new SnapshotsDialog(*board, m_pages.model(boardId), m_clock, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_boards.saver().listSnapshots(boardId, dialog,
                                   [dialog](const QList<BoardSnapshot> &found) { dialog->setSnapshots(found); });
    connect(dialog, &SnapshotsDialog::restoreWanted, this, [this](const BoardSpec &state) {
        m_boards.keepSnapshot(state.id); // the way back lies in the snapshots too
        m_boards.change(state, tr("restore snapshot"));
    });
    dialog->open();
}

void BoardCommands::openBoardMenu(const QString &boardId, const QPoint &global)
{
    auto *menu = new QMenu(&m_window);
    menu->setObjectName(u"boardMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const std::function<void()> &act) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(tr("Rename\u2026"), [this, boardId] { renameBoard(boardId); });
    add(tr("Duplicate"), [this, boardId] { emit boardWanted(m_boards.duplicate(boardId)); });
    menu->addSeparator();
    const QList<BoardSpec> &all = m_boards.all();
    add(tr("Move up"), [this, boardId] {
        moveBoard(boardId, -1);
    })->setEnabled(!all.isEmpty() && all.first().id != boardId);
    add(tr("Move down"), [this, boardId] {
        moveBoard(boardId, 1);
    })->setEnabled(!all.isEmpty() && all.last().id != boardId);
    menu->addSeparator();
    add(tr("Snapshots\u2026"), [this, boardId] { openSnapshots(boardId); });
    add(tr("Export\u2026"), [this, boardId] { openExport(boardId); });
    menu->addSeparator();
    add(tr("Delete\u2026"), [this, boardId] { deleteBoard(boardId); });
    menu->popup(global);
}

} // namespace hookboard
