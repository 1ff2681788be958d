// The dialogs that MainWindow opens, and what it remembers between starts.
#include "ui/mainwindow.h"

#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/events/eventspage.h"
#include "ui/navigator.h"
#include "ui/placebar.h"
#include "ui/rail.h"
#include "ui/rememberedsplitter.h"
#include "ui/settings/settingsdialog.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/windowactions.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::themeChosen, this, &MainWindow::themeChosen);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_settings = dialog->settings();
        m_actions->setTheme(m_settings.theme);
        emit settingsChanged(m_settings);
    });
    dialog->open();
}

void MainWindow::openAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Hookboard"), {}, QMessageBox::Close, this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(iconPixmap(u"hookboard"_s, themeOf(this).colour(Colour::Accent), 48, devicePixelRatioF()));
    box->setText(tr("Hookboard %1").arg(QLatin1StringView(HOOKBOARD_VERSION)));
    box->setInformativeText(tr("Webhooks on a live board, on your own workstation.\n\n"
                               "Ctrl+1 to Ctrl+9: boards\nF4: edit the board\nCtrl+K: command palette\nCtrl+E: "
                               "events\nCtrl+Shift+S: sources\nCtrl+F: search events\n"
                               "Ctrl+B: narrow rail\nCtrl+P: pause\nF11: full screen\n\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

void MainWindow::setFullScreen(bool full)
{
    // Menu and rail go; every shortcut stays, and Esc leads back.
    menuBar()->setVisible(!full);
    m_rail->setVisible(!full);
    if (full) {
        setWindowState(windowState() | Qt::WindowFullScreen);
    } else {
        setWindowState(windowState() & ~Qt::WindowFullScreen);
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_actions->fullScreen->isChecked()) {
        m_actions->fullScreen->setChecked(false);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::updateRail()
{
    const Metrics &metrics = themeOf(this).metrics();
    const bool small = width() < metrics.breakRail;
    m_rail->setNarrow(m_railNarrowByUser || small);
    m_bar->setNarrow(width() < metrics.breakNarrow);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateRail();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_actions &&
        m_actions->fullScreen->isChecked() != isFullScreen()) {
        m_actions->fullScreen->setChecked(isFullScreen()); // the window manager has its own ways
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveState() const
{
    if (m_stateFile.isEmpty()) {
        return;
    }
    QSettings state(m_stateFile, QSettings::IniFormat);
    state.setValue("geometry"_L1, saveGeometry());
    state.setValue("rail/narrow"_L1, m_railNarrowByUser);
    state.setValue("place"_L1, m_place == Place::Events    ? u"events"_s
                               : m_place == Place::Sources ? u"sources"_s
                                                           : u"board"_s);
    state.setValue("board"_L1, m_boardPages->current());
    m_navigator->saveState(state);
    state.setValue("events/splitter"_L1, m_events->splitter()->rememberedState());
    state.setValue("sources/splitter"_L1, m_sources->splitter()->rememberedState());
}

void MainWindow::restoreState()
{
    if (m_stateFile.isEmpty()) {
        return;
    }
    const QSettings state(m_stateFile, QSettings::IniFormat);
    restoreGeometry(state.value("geometry"_L1).toByteArray());
    if (isFullScreen()) {
        setWindowState(windowState() & ~Qt::WindowFullScreen); // a wall is asked for, not inherited
    }
    m_navigator->restoreState(state);
    m_actions->narrowRail->setChecked(state.value("rail/narrow"_L1).toBool());
    m_events->splitter()->restoreWhenShown(state.value("events/splitter"_L1).toByteArray());
    m_sources->splitter()->restoreWhenShown(state.value("sources/splitter"_L1).toByteArray());
    const QString board = state.value("board"_L1).toString();
    if (m_boards.board(board)) {
        showBoard(board);
    }
    const QString place = state.value("place"_L1).toString();
    if (place == "events"_L1) {
        showEvents();
    } else if (place == "sources"_L1) {
        showSources();
    }
}

} // namespace hookboard
