// GroupPopover: by what events are told apart, and how many groups are shown. GUI thread.
#pragma once

#include "ui/mapping/slotpopover.h"

class QSpinBox;

namespace hookboard {

class PathEdit;

class GroupPopover final : public SlotPopover
{
    Q_OBJECT
public:
    GroupPopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;
    void setProblems(const QList<TileProblem> &problems) override;

private:
    QLabel *m_note = nullptr;
    PathEdit *m_path = nullptr;
    QSpinBox *m_top = nullptr;
};

} // namespace hookboard
