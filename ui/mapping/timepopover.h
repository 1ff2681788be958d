// TimePopover: which time of an event counts, how far back, and how long a step on the time axis is. GUI thread.
#pragma once

#include "ui/mapping/slotpopover.h"

class QRadioButton;

namespace hookboard {

class PathEdit;

// The windows that people choose from, and what a window becomes by such a choice.
QList<std::pair<Window, QString>> usualWindows(const QLocale &locale);

class TimePopover final : public SlotPopover
{
    Q_OBJECT
public:
    TimePopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;
    void setProblems(const QList<TileProblem> &problems) override;

private:
    void setBasis(TimeBasis basis, const QString &path);

    QRadioButton *m_arrival = nullptr;
    QRadioButton *m_named = nullptr;
    QRadioButton *m_field = nullptr;
    PathEdit *m_path = nullptr;
    QComboBox *m_window = nullptr;
    QComboBox *m_bucket = nullptr;
};

} // namespace hookboard
