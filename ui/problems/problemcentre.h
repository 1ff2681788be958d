// ProblemCentre: the standing list of what is broken now, each with a button that leads to the cure; goes with the
// facts while it is open. GUI thread; owned by the window.
#pragma once

#include "ui/problems/problemlist.h"

#include <QtWidgets/QDialog>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace hookboard {

class ProblemCentre final : public QDialog
{
    Q_OBJECT
public:
    explicit ProblemCentre(QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    const QList<Problem> &problems() const { return m_problems; }

signals:
    void cureWanted(const hookboard::Problem &problem);

private:
    void rebuild();
    QWidget *makeRow(const Problem &problem);

    QList<Problem> m_problems;
    QWidget *m_rows = nullptr;
    QLabel *m_none = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace hookboard
