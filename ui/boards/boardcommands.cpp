#include "ui/boards/boardcommands.h"

#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/boards/boardpage.h"
#include "ui/boards/tileclipboard.h"
#include "ui/dashboard/boardview.h"
#include "ui/rail.h"
#include "ui/style/plaintext.h"
#include "ui/windowactions.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kBoardTitleLength = 80;

} // namespace

BoardCommands::BoardCommands(const Parts &parts)
    : QObject(&parts.window)
    , m_boards(parts.boards)
    , m_pages(parts.pages)
    , m_actions(parts.actions)
    , m_rail(parts.rail)
    , m_clock(parts.clock)
    , m_window(parts.window)
{
    connectEditing();
    connectBoards();
    update(false);
}

std::optional<SourceConfig> BoardCommands::source(const QString &name) const
{
    for (const SourceConfig &one : m_sources) {
        if (one.name == name) {
            return one;
        }
    }
    return std::nullopt;
}

BoardPage *BoardCommands::editedPage() const
{
    BoardPage *page = m_onBoard ? m_pages.currentPage() : nullptr;
    return page && page->isEditing() ? page : nullptr;
}

void BoardCommands::connectEditing()
{
    connect(m_actions.editBoard, &QAction::triggered, this, [this] {
        if (BoardPage *page = m_pages.currentPage()) {
            page->startEditing();
        }
    });
    connect(m_actions.discard, &QAction::triggered, this, &BoardCommands::askDiscard);
    const auto onPage = [this](QAction *action, void (BoardPage::*step)()) {
        connect(action, &QAction::triggered, this, [this, step] {
            if (BoardPage *page = m_pages.currentPage()) {
                (page->*step)();
            }
        });
    };
    onPage(m_actions.done, &BoardPage::finishEditing);
    onPage(m_actions.tidyUp, &BoardPage::tidyUp);
    onPage(m_actions.cut, &BoardPage::cut);
    onPage(m_actions.copy, &BoardPage::copy);
    onPage(m_actions.paste, &BoardPage::paste);
    onPage(m_actions.duplicateTiles, &BoardPage::duplicate);
    onPage(m_actions.removeTiles, &BoardPage::removeSelected);
    onPage(m_actions.renameTile, &BoardPage::renameSelected);
    onPage(m_actions.selectAll, &BoardPage::selectAll);
    onPage(m_actions.copyStyle, &BoardPage::copyStyle);
    onPage(m_actions.pasteStyle, &BoardPage::pasteStyle);
    connect(&m_pages, &BoardPages::editingChanged, this, [this] {
        update(m_onBoard);
        emit barChanged();
    });
    connect(&m_pages, &BoardPages::selectionChanged, this, [this] { update(m_onBoard); });
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] { update(m_onBoard); });
}

void BoardCommands::connectBoards()
{
    connect(m_actions.newBoard, &QAction::triggered, this, &BoardCommands::newBoard);
    connect(m_actions.renameBoard, &QAction::triggered, this, [this] { renameBoard(m_pages.current()); });
    connect(m_actions.deleteBoard, &QAction::triggered, this, [this] { deleteBoard(m_pages.current()); });
    connect(m_actions.duplicateBoard, &QAction::triggered, this,
            [this] { emit boardWanted(m_boards.duplicate(m_pages.current())); });
    connect(m_actions.boardUp, &QAction::triggered, this, [this] { moveBoard(m_pages.current(), -1); });
    connect(m_actions.boardDown, &QAction::triggered, this, [this] { moveBoard(m_pages.current(), 1); });
    connect(m_actions.importBoard, &QAction::triggered, this, &BoardCommands::openImport);
    connect(m_actions.exportBoard, &QAction::triggered, this, [this] { openExport(m_pages.current()); });
    connect(m_actions.snapshots, &QAction::triggered, this, [this] { openSnapshots(m_pages.current()); });
    connect(&m_rail, &Rail::newBoardWanted, this, &BoardCommands::newBoard);
    connect(&m_rail, &Rail::boardMenuWanted, this, &BoardCommands::openBoardMenu);
    connect(&m_rail, &Rail::boardsReordered, &m_boards, &Boards::reorder);
    connect(&m_pages, &BoardPages::newBoardWanted, this, &BoardCommands::newBoard);
}

void BoardCommands::update(bool onBoard)
{
    m_onBoard = onBoard;
    BoardPage *page = onBoard ? m_pages.currentPage() : nullptr;
    const bool editing = page && page->isEditing();
    const bool any = editing && !page->selection().isEmpty();
    m_actions.editBoard->setEnabled(page && !editing);
    for (QAction *action : {m_actions.done, m_actions.discard, m_actions.tidyUp, m_actions.selectAll}) {
        action->setEnabled(editing);
    }
    for (QAction *action :
         {m_actions.cut, m_actions.copy, m_actions.duplicateTiles, m_actions.removeTiles, m_actions.copyStyle}) {
        action->setEnabled(any);
    }
    m_actions.renameTile->setEnabled(editing && page->selection().size() == 1);
    m_actions.paste->setEnabled(editing);
    m_actions.pasteStyle->setEnabled(any && tileclipboard::hasStyle());
    for (QAction *action : {m_actions.renameBoard, m_actions.duplicateBoard, m_actions.deleteBoard, m_actions.boardUp,
                            m_actions.boardDown, m_actions.snapshots, m_actions.exportBoard}) {
        action->setEnabled(page);
    }
    const bool wanted = page && page->isEditing();
    m_actions.undo->setProperty("iconOnly", !wanted);
}

QList<QAction *> BoardCommands::barActions() const
{
    if (editedPage()) {
        return {m_actions.tidyUp, m_actions.discard, m_actions.done};
    }
    return {m_actions.pause, m_actions.fullScreen, m_actions.editBoard};
}

QList<QAction *> BoardCommands::barLeftActions() const
{
    return editedPage() ? QList<QAction *>{m_actions.undo, m_actions.redo} : QList<QAction *>{};
}

void BoardCommands::askDiscard()
{
    BoardPage *page = editedPage();
    if (!page) {
        return;
    }
    const int changes = page->changes();
    if (changes <= 1) {
        page->discard();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Discard changes"), {}, QMessageBox::NoButton, &m_window);
    box->setObjectName(u"discardBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Discard %1 changes?").arg(box->locale().toString(changes)));
    box->setInformativeText(tr("Undo brings them back until the window is closed."));
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"discardConfirm"_s);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, page, [page, discard](QAbstractButton *button) {
        if (button == discard) {
            page->discard();
        }
    });
    box->open();
}

void BoardCommands::moveBoard(const QString &boardId, int by)
{
    QStringList order;
    for (const BoardSpec &board : m_boards.all()) {
        order.append(board.id);
    }
    const auto from = order.indexOf(boardId);
    const auto to = from + by;
    if (from >= 0 && to >= 0 && to < order.size()) {
        order.move(from, to);
        m_boards.reorder(order);
    }
}

void BoardCommands::renameBoard(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (!board) {
        return;
    }
    auto *dialog = new QInputDialog(&m_window);
    dialog->setObjectName(u"boardTitleDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename board"));
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setLabelText(tr("Title of the board"));
    dialog->setTextValue(board->title);
    dialog->resize(360, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, boardId](const QString &text) {
        const QString title = text.simplified().left(kBoardTitleLength);
        if (!title.isEmpty()) {
            m_boards.rename(boardId, title);
        }
    });
    dialog->open();
}

void BoardCommands::deleteBoard(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (!board) {
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Delete board"), {}, QMessageBox::NoButton, &m_window);
    box->setObjectName(u"deleteBoardBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the board %1?").arg(plainLine(board->title, kBoardTitleLength)));
    box->setInformativeText(tr("Events stay stored. Undo brings the board back while this window is open."));
    QPushButton *remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, boardId](QAbstractButton *button) {
        if (button == remove) {
            m_boards.remove(boardId);
        }
    });
    box->open();
}

} // namespace hookboard
