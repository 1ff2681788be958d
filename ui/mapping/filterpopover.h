// FilterPopover: which events count: a list of conditions, or the filter as text when it says more than that. GUI
// thread.
#pragma once

#include "ui/mapping/filterconditions.h"
#include "ui/mapping/slotpopover.h"

class QPushButton;
class QToolButton;

namespace hookboard {

class PathEdit;

class FilterPopover final : public SlotPopover
{
    Q_OBJECT
public:
    FilterPopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;
    void setProblems(const QList<TileProblem> &problems) override;
    void addCondition();

private:
    struct Row
    {
        QWidget *box = nullptr;
        QComboBox *path = nullptr;
        QComboBox *relation = nullptr;
        QComboBox *value = nullptr;
    };
    Row &rowAt(int number);
    void rowEdited(int number);
    void offerValues(const Row &row);
    void write(const QString &filter, const QString &merge);

    QList<Row> m_rows;
    QVBoxLayout *m_rowColumn = nullptr;
    QWidget *m_rowBox = nullptr;
    QPushButton *m_add = nullptr;
    PathEdit *m_text = nullptr;
};

} // namespace hookboard
