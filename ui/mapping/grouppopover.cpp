#include "ui/mapping/grouppopover.h"

#include "ui/mapping/fieldwords.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/studiodraft.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostShownGroups = 8;

} // namespace

GroupPopover::GroupPopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"groupPopover"_s);
    caption(tr("One line, bar or slice for each"));
    m_path = new PathEdit(u"groupPath"_s, this);
    m_path->setPlaceholder(tr("$.country, or {$.first} {$.last}"));
    m_top = new QSpinBox(this);
    m_top->setObjectName(u"groupTop"_s);
    m_top->setRange(1, kMostShownGroups);
    QFormLayout *rows = form();
    rows->addRow(tr("Read"), m_path);
    rows->addRow(tr("Show the largest"), m_top);
    m_note = caption({});
    m_note->setWordWrap(true);
    connect(m_path, &PathEdit::edited, this, [this](const QString &text) {
        Binding binding = m_draft.binding();
        binding.groupBy = text.trimmed();
        m_draft.changeBinding(binding, tr("Group by another field"), u"group"_s);
    });
    connect(m_top, &QSpinBox::valueChanged, this, [this](int groups) {
        Binding binding = m_draft.binding();
        binding.topN = groups;
        m_draft.changeBinding(binding, tr("Change number of groups"), u"groups"_s);
    });
    refresh();
}

void GroupPopover::refresh()
{
    const Binding &binding = m_draft.binding();
    const QSignalBlocker quiet(m_top);
    m_path->setPaths(paths());
    m_path->setText(binding.groupBy);
    m_top->setValue(binding.topN);
    const FieldFacts *facts =
        m_draft.samples().field(factsPath(slotPath(m_draft.tile(), m_draft.bindingIndex(), Slot::GroupBy)));
    m_note->setVisible(facts);
    if (facts)
        m_note->setText(facts->different >= kMostDifferent
                            ? tr("Very many different values: all but the largest stand in Other.")
                            : fieldNote(*facts, locale()).text);
}

void GroupPopover::setProblems(const QList<TileProblem> &problems)
{
    for (const TileProblem &problem : problems) {
        if (problem.part == TileProblem::Part::GroupBy && problem.index == m_draft.bindingIndex()) {
            m_path->setProblem(problem.message, problem.position);
            return;
        }
    }
    m_path->setProblem({}, -1);
}

} // namespace hookboard
