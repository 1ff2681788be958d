// LookPopover: what a tile says beside its data, and how it draws it: subtitle, help, the values from which it warns,
// and the options of its kind. GUI thread.
#pragma once

#include "ui/mapping/slotpopover.h"

class QLineEdit;

namespace hookboard {

class FieldProblem;
class StatesEditor;
class TileOptionsForm;

class LookPopover final : public SlotPopover
{
    Q_OBJECT
public:
    LookPopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;

private:
    QLineEdit *addText(QFormLayout &form, const QString &name, const QString &label, QString TileSpec::*text);
    void addThreshold(QFormLayout &form, const QString &name, const QString &label, Threshold::Severity severity);
    struct ThresholdRow
    {
        Threshold::Severity severity;
        QLineEdit *edit;
        FieldProblem *problem;
    };
    QList<std::pair<QString TileSpec::*, QLineEdit *>> m_texts;
    QList<ThresholdRow> m_thresholds;
    TileOptionsForm *m_options = nullptr;
    StatesEditor *m_states = nullptr;
};

} // namespace hookboard
