#include "ui/mapping/filterpopover.h"

#include "ui/mapping/fieldwords.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

QList<std::pair<QString, QString>> relations()
{
    return {{u"="_s, FilterPopover::tr("is")},
            {u"!="_s, FilterPopover::tr("is not")},
            {u">"_s, FilterPopover::tr("more than")},
            {u">="_s, FilterPopover::tr("at least")},
            {u"<"_s, FilterPopover::tr("less than")},
            {u"<="_s, FilterPopover::tr("at most")},
            {u"in"_s, FilterPopover::tr("is one of")},
            {u"contains"_s, FilterPopover::tr("contains")},
            {u"matches"_s, FilterPopover::tr("matches pattern")},
            {u"exists"_s, FilterPopover::tr("is there")}};
}

void setQuietly(QComboBox &box, const QString &text)
{
    const QSignalBlocker quiet(box);
    if (box.currentText() != text)
        box.setEditText(text);
}

} // namespace

FilterPopover::FilterPopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"filterPopover"_s);
    caption(tr("Only events where all of this holds"));
    m_rowBox = new QWidget(this);
    m_rowColumn = new QVBoxLayout(m_rowBox);
    m_rowColumn->setContentsMargins(0, 0, 0, 0);
    m_rowColumn->setSpacing(6);
    m_add = makeButton(tr("Add condition"), u"plus"_s, ButtonKind::Flat, m_rowBox);
    m_add->setObjectName(u"addConditionRow"_s);
    m_rowColumn->addWidget(m_add, 0, Qt::AlignLeading);
    m_column->addWidget(m_rowBox);
    caption(tr("The same as text, also with or, not and parentheses"));
    m_text = new PathEdit(u"filterText"_s, this);
    m_text->setPlaceholder(u"$.amount >= 100 and type = \"order.paid\""_s);
    m_column->addWidget(m_text);
    connect(m_add, &QPushButton::clicked, this, &FilterPopover::addCondition);
    connect(m_text, &PathEdit::edited, this, [this](const QString &text) { write(text, u"filter"_s); });
    refresh();
}

void FilterPopover::write(const QString &filter, const QString &merge)
{
    Binding binding = m_draft.binding();
    binding.filter = filter;
    m_draft.changeBinding(binding, tr("Change filter"), merge);
}

void FilterPopover::addCondition()
{
    const QString before = m_draft.binding().filter.trimmed();
    const auto conditions = readConditions(before);
    FilterCondition fresh{u"type"_s, u"="_s, filterLiteral(m_draft.binding().types.value(0))};
    for (const FieldFacts &facts : m_draft.samples().fields) {
        if (isCategory(facts) && facts.path.startsWith(u'$')) {
            fresh = {facts.path, u"="_s, literalFor(u"="_s, facts.top.first().first)};
            break;
        }
    }
    // What only its writer can read stays as it was written.
    write(conditions ? writeConditions(*conditions + QList{fresh})
                     : u"(%1) and %2"_s.arg(before, writeConditions({fresh})),
          {});
}

FilterPopover::Row &FilterPopover::rowAt(int number)
{
    while (m_rows.size() <= number) {
        const int own = int(m_rows.size());
        Row row;
        row.box = new QWidget(m_rowBox);
        row.path = new QComboBox(row.box);
        row.relation = new QComboBox(row.box);
        row.value = new QComboBox(row.box);
        row.path->setObjectName(u"conditionPath%1"_s.arg(own));
        row.relation->setObjectName(u"conditionRelation%1"_s.arg(own));
        row.value->setObjectName(u"conditionValue%1"_s.arg(own));
        row.path->setAccessibleName(tr("Field of condition %1").arg(own + 1));
        row.relation->setAccessibleName(tr("Relation of condition %1").arg(own + 1));
        row.value->setAccessibleName(tr("Value of condition %1").arg(own + 1));
        for (QComboBox *box : {row.path, row.value}) {
            box->setEditable(true);
            box->setInsertPolicy(QComboBox::NoInsert);
            box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            connect(box, &QComboBox::editTextChanged, this, [this, own] { rowEdited(own); });
        }
        for (const auto &[sign, words] : relations())
            row.relation->addItem(words, sign);
        connect(row.relation, &QComboBox::activated, this, [this, own] { rowEdited(own); });
        QToolButton *remove = makeIconButton(tr("Remove condition"), u"close"_s, row.box);
        remove->setObjectName(u"conditionRemove%1"_s.arg(own));
        connect(remove, &QToolButton::clicked, this, [this, own] {
            QList<FilterCondition> conditions =
                readConditions(m_draft.binding().filter).value_or(QList<FilterCondition>());
            if (own < conditions.size())
                conditions.remove(own);
            write(writeConditions(conditions), {});
        });
        auto *grid = new QGridLayout(row.box);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        grid->addWidget(row.path, 0, 0, 1, 3);
        grid->addWidget(row.relation, 1, 0);
        grid->addWidget(row.value, 1, 1);
        grid->addWidget(remove, 1, 2);
        grid->setColumnStretch(1, 1);
        m_rowColumn->insertWidget(own, row.box);
        m_rows.append(row);
    }
    return m_rows[number];
}

void FilterPopover::rowEdited(int number)
{
    QList<FilterCondition> conditions = readConditions(m_draft.binding().filter).value_or(QList<FilterCondition>());
    if (number >= conditions.size())
        return;
    const Row &row = m_rows[number];
    const QString relation = row.relation->currentData().toString();
    QString value = literalFor(relation, row.value->currentText());
    if (relation == "in"_L1 && conditions[number].relation != relation && !value.startsWith(u'['))
        value = u'[' + value + u']';
    conditions[number] = {row.path->currentText().trimmed(), relation, value};
    if (!conditions[number].path.isEmpty())
        write(writeConditions(conditions), u"condition%1"_s.arg(number));
}

void FilterPopover::offerValues(const Row &row)
{
    const FieldFacts *facts = m_draft.samples().field(factsPath(row.path->currentText().trimmed()));
    QStringList words;
    if (facts && facts->time == TimeForm::None) {
        for (const auto &[word, count] : facts->top)
            words << word;
    }
    QStringList listed;
    for (int i = 0; i < row.value->count(); ++i)
        listed << row.value->itemText(i);
    if (listed == words)
        return;
    const QSignalBlocker quiet(row.value);
    const QString written = row.value->currentText();
    row.value->clear();
    row.value->addItems(words);
    row.value->setEditText(written);
}

void FilterPopover::refresh()
{
    const QString &filter = m_draft.binding().filter;
    m_text->setText(filter);
    m_text->setPaths(paths());
    const auto conditions = readConditions(filter);
    m_rowBox->setVisible(conditions.has_value());
    const int count = conditions ? int(conditions->size()) : 0;
    for (int i = 0; i < count; ++i) {
        Row &row = rowAt(i);
        const FilterCondition &one = (*conditions)[i];
        row.box->show();
        if (row.path->count() != paths().size()) {
            const QSignalBlocker quiet(row.path);
            row.path->clear();
            row.path->addItems(paths());
        }
        setQuietly(*row.path, one.path);
        row.relation->setCurrentIndex(row.relation->findData(one.relation));
        offerValues(row);
        row.value->setVisible(one.relation != "exists"_L1);
        if (literalFor(one.relation, row.value->currentText()) != one.value)
            setQuietly(*row.value, writtenFor(one.value));
    }
    for (qsizetype i = count; i < m_rows.size(); ++i)
        m_rows[i].box->hide();
}

void FilterPopover::setProblems(const QList<TileProblem> &problems)
{
    for (const TileProblem &problem : problems) {
        if (problem.part == TileProblem::Part::Filter && problem.index == m_draft.bindingIndex()) {
            m_text->setProblem(problem.message, problem.position);
            return;
        }
    }
    m_text->setProblem({}, -1);
}

} // namespace hookboard
