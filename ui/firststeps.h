// FirstSteps: what a profile without boards shows: source, first event, board, side by side, the next one outlined.
// Follows what already happened. GUI thread; owned by the page that shows it.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace hookboard {

class StepCard;

class FirstSteps final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstSteps(QWidget *parent = nullptr);

    void setSourceNames(const QStringList &names);
    void setEventCount(quint64 events);
    int currentStep() const; // 1 to 3

signals:
    void addSourceWanted();
    void sourcesWanted();
    void eventsWanted();
    void newBoardWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showProgress();

    QStringList m_sources;
    quint64 m_events = 0;
    StepCard *m_source = nullptr;
    StepCard *m_event = nullptr;
    StepCard *m_board = nullptr;
};

} // namespace hookboard
