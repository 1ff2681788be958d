// StepCard: one step of the welcome page: its number or a tick, a title, a sentence, and room for what has to be done.
// The current one is outlined. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace hookboard {

class StepCard : public QWidget
{
    Q_OBJECT
public:
    enum class State { Finished, Current, Later };

    StepCard(int number, const QString &title, QWidget *parent);

    State state() const { return m_state; }
    void setState(State state);
    void setTitle(const QString &title);
    void setIntro(const QString &words);

protected:
    QVBoxLayout *content() const { return m_content; }
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    State m_state = State::Later;
    QLabel *m_title = nullptr;
    QLabel *m_intro = nullptr;
    QVBoxLayout *m_content = nullptr;
};

} // namespace hookboard
