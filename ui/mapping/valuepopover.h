// ValuePopover: how the values are combined, what is read, and how the result is written. GUI thread.
#pragma once

#include "ui/mapping/slotpopover.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace hookboard {

class PairingEditor;
class PathEdit;
class StepsEditor;

class ValuePopover final : public SlotPopover
{
    Q_OBJECT
public:
    ValuePopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;
    void setProblems(const QList<TileProblem> &problems) override;

private:
    void addAggregations();
    void addFields();
    void addFormat();
    void changeFormat(const NumberFormat &format);

    QLabel *m_caption = nullptr;
    QList<QPushButton *> m_aggregations;
    PathEdit *m_path = nullptr;
    QComboBox *m_ratePer = nullptr;
    QComboBox *m_style = nullptr;
    QLineEdit *m_unit = nullptr;
    QDoubleSpinBox *m_scale = nullptr;
    double m_scaleShown = 1; // rounded to what the box can show
    QSpinBox *m_decimals = nullptr;
    QWidget *m_rateRow = nullptr;
    StepsEditor *m_steps = nullptr;
    PairingEditor *m_pairing = nullptr;
};

} // namespace hookboard
