// StudioBar: the bar over the studio: back to the board, the title of the tile, steps back and forth, which events,
// which time span. GUI thread.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace hookboard {

class StudioDraft;

class StudioBar final : public QWidget
{
    Q_OBJECT
public:
    StudioBar(StudioDraft &draft, QWidget *parent);
    void setBoardTitle(const QString &title);
    void setSourceNames(const QStringList &names);
    void setNarrow(bool narrow);
    QLineEdit *titleEdit() const { return m_title; }

signals:
    void backWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillEvents();
    void fillWindows();
    void setKind(const QString &source, const QStringList &types);
    void askForTypes();

    StudioDraft &m_draft;
    QPushButton *m_back = nullptr;
    QLineEdit *m_title = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_events = nullptr;
    QPushButton *m_window = nullptr;
    QStringList m_sources;
    QString m_boardTitle;
    bool m_narrow = false;
};

} // namespace hookboard
