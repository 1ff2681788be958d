// LabelPopover: what a measurement is called; of tables and feeds the columns. GUI thread.
#pragma once

#include "ui/mapping/slotpopover.h"

#include <functional>

class QLineEdit;
class QToolButton;

namespace hookboard {

class PathEdit;

class LabelPopover final : public SlotPopover
{
    Q_OBJECT
public:
    LabelPopover(StudioDraft &draft, QWidget *parent);
    void refresh() override;
    void setProblems(const QList<TileProblem> &problems) override;

private:
    struct ColumnRow
    {
        QWidget *box = nullptr;
        QLineEdit *title = nullptr;
        QComboBox *format = nullptr;
        PathEdit *path = nullptr;
        QToolButton *up = nullptr;
    };
    ColumnRow &rowAt(int number);
    void changeColumn(int number, const std::function<void(TableColumn &)> &edit, const QString &merge);
    void changeColumns(const QList<TableColumn> &columns, const QString &step, const QString &merge = {});

    QWidget *m_labelBox = nullptr;
    QLineEdit *m_label = nullptr;
    QLabel *m_caption = nullptr;
    QWidget *m_columnBox = nullptr;
    QList<ColumnRow> m_rows;
    PathEdit *m_new = nullptr;
};

} // namespace hookboard
