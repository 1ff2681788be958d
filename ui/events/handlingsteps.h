// HandlingSteps: the way of one delivery through the program as dots on a line, each with its time since the first
// byte. Steps without a known time are hollow. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

namespace hookboard {

class HandlingSteps final : public QWidget
{
    Q_OBJECT
public:
    struct Step
    {
        QString name;
        QString time; // empty = not known
        bool failed = false;
    };
    explicit HandlingSteps(QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Step> m_steps;
};

} // namespace hookboard
