// StepsEditor: the steps that change a value before it is combined, one row each, in their order. GUI thread; part of
// the popover of the value.
#pragma once

#include "core/types/binding.h"

#include <QtWidgets/QWidget>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace hookboard {

class StudioDraft;

QString stepName(const ValueStep &step);
// One of each kind, as it begins, in the order of the menu.
QList<ValueStep> newSteps();

class StepsEditor final : public QWidget
{
    Q_OBJECT
public:
    StepsEditor(StudioDraft &draft, QWidget *parent);
    void refresh();

private:
    void rebuild();
    QWidget *makeRow(int number, const ValueStep &step);
    QWidget *makeFields(int number, const ValueStep &step, QWidget *parent);
    // Changes the step of that number, when it is still of that kind.
    template <typename Step> void edit(int number, const std::function<void(Step &)> &change);
    void write(const QList<ValueStep> &steps, const QString &words, const QString &merge = {});

    StudioDraft &m_draft;
    QList<ValueStep> m_shown;
    QList<QWidget *> m_rows;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace hookboard
