// SnapshotsDialog: the kept states of one board, newest first, each drawn as it would look now, and the way back to it.
// Restores nothing itself. GUI thread.
#pragma once

#include "ui/boards/boardsaver.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace hookboard {

class Clock;
class DashboardModel;
class SnapshotPreview;
struct BoardPicture;

class SnapshotsDialog final : public QDialog
{
    Q_OBJECT
public:
    // `model` has the data for the pictures; may be null. The clock outlives this.
    SnapshotsDialog(const BoardSpec &now, DashboardModel *model, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshots(const QList<BoardSnapshot> &snapshots);
    // A kept state with the data of now, as far as that was made as its tiles want it.
    BoardPicture pictureOf(const BoardSpec &kept) const;

signals:
    void restoreWanted(const hookboard::BoardSpec &state);

private:
    void show(int row);

    BoardSpec m_now;
    QPointer<DashboardModel> m_model;
    const Clock &m_clock;
    QList<BoardSnapshot> m_snapshots;
    QListWidget *m_list = nullptr;
    QLabel *m_words = nullptr;
    SnapshotPreview *m_preview = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace hookboard
