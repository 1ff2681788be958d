#include "ui/mapping/labelpopover.h"

#include "ui/mapping/fieldwords.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kLabelLength = 80;

} // namespace

LabelPopover::LabelPopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"labelPopover"_s);
    m_caption = caption({});
    m_label = new QLineEdit(this);
    m_label->setObjectName(u"labelText"_s);
    m_label->setMaxLength(kLabelLength);
    m_label->setAccessibleName(tr("Label"));
    m_column->addWidget(m_label);
    m_columnBox = new QWidget(this);
    auto *rows = new QVBoxLayout(m_columnBox);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_new = new PathEdit(u"newColumn"_s, m_columnBox);
    m_new->setPlaceholder(tr("Add: type a path and press Enter"));
    rows->addWidget(m_new);
    m_column->addWidget(m_columnBox);
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString &text) {
        Binding binding = m_draft.binding();
        binding.label = text;
        m_draft.changeBinding(binding, tr("Change label"), u"label"_s);
    });
    connect(m_new->edit(), &QLineEdit::returnPressed, this, [this] {
        const QString path = m_new->text().trimmed();
        const FieldFacts *known = m_draft.samples().field(factsPath(path));
        m_draft.change(filled(m_draft.tile(), m_draft.bindingIndex(), Slot::Label, path, known ? *known : FieldFacts(),
                              m_draft.samples()),
                       tr("Add column"));
        m_new->edit()->clear();
    });
    refresh();
}

void LabelPopover::changeColumns(const QList<TableColumn> &columns, const QString &step, const QString &merge)
{
    TileSpec tile = m_draft.tile();
    tile.columns = columns;
    m_draft.change(tile, step, merge);
}

void LabelPopover::changeColumn(int number, const std::function<void(TableColumn &)> &edit, const QString &merge)
{
    QList<TableColumn> columns = m_draft.tile().columns;
    if (number >= columns.size())
        return;
    edit(columns[number]);
    changeColumns(columns, tr("Change column"), merge.isEmpty() ? merge : merge + QString::number(number));
}

// Rows are made once and kept: who types in one must not lose it.
LabelPopover::ColumnRow &LabelPopover::rowAt(int number)
{
    while (m_rows.size() <= number) {
        const int own = int(m_rows.size());
        ColumnRow row;
        row.box = new QWidget(m_columnBox);
        row.title = new QLineEdit(row.box);
        row.title->setObjectName(u"columnTitle%1"_s.arg(own));
        row.title->setMaxLength(kLabelLength);
        row.title->setAccessibleName(tr("Title of column %1").arg(own + 1));
        row.format = new QComboBox(row.box);
        row.format->setAccessibleName(tr("Kind of column %1").arg(own + 1));
        row.format->addItems(
            {tr("Text"), tr("Number"), tr("Time"), tr("Age"), tr("Badge"), tr("Yes or no"), tr("JSON")});
        row.path = new PathEdit(u"columnPath%1"_s.arg(own), row.box);
        row.up = makeIconButton(tr("Swap with the next column"), u"chevron-down"_s, row.box);
        row.up->setObjectName(u"columnUp%1"_s.arg(own));
        auto *remove = makeIconButton(tr("Remove column"), u"close"_s, row.box);
        remove->setObjectName(u"columnRemove%1"_s.arg(own));
        auto *grid = new QGridLayout(row.box);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        grid->addWidget(row.title, 0, 0);
        grid->addWidget(row.format, 0, 1);
        grid->addWidget(row.up, 0, 2);
        grid->addWidget(remove, 0, 3);
        grid->addWidget(row.path, 1, 0, 1, 4);
        grid->setColumnStretch(0, 1);
        connect(row.title, &QLineEdit::textEdited, this, [this, own](const QString &text) {
            changeColumn(
                own, [&](TableColumn &column) { column.title = text; }, u"columnTitle"_s);
        });
        connect(row.format, &QComboBox::activated, this, [this, own](int format) {
            changeColumn(own, [&](TableColumn &column) { column.format = TableColumn::Format(format); }, {});
        });
        connect(row.path, &PathEdit::edited, this, [this, own](const QString &text) {
            changeColumn(
                own, [&](TableColumn &column) { column.path = text.trimmed(); }, u"columnPath"_s);
        });
        connect(remove, &QToolButton::clicked, this, [this, own] {
            QList<TableColumn> columns = m_draft.tile().columns;
            columns.remove(own);
            changeColumns(columns, tr("Remove column"));
        });
        connect(row.up, &QToolButton::clicked, this, [this, own] {
            QList<TableColumn> columns = m_draft.tile().columns;
            columns.swapItemsAt(own, own + 1);
            changeColumns(columns, tr("Move column"));
        });
        static_cast<QVBoxLayout *>(m_columnBox->layout())->insertWidget(own, row.box);
        m_rows.append(row);
    }
    return m_rows[number];
}

void LabelPopover::refresh()
{
    const TileSpec &tile = m_draft.tile();
    const bool rows = showsRows(tile.kind);
    m_caption->setText(rows ? (tile.kind == TileKind::Table ? tr("Columns, from the left") : tr("Text of each line"))
                            : tr("Name in the legend"));
    m_label->setVisible(!rows);
    m_columnBox->setVisible(rows);
    if (m_label->text() != m_draft.binding().label)
        m_label->setText(m_draft.binding().label);
    const QStringList known = paths();
    m_new->setPaths(known);
    m_new->setVisible(tile.kind == TileKind::Table || tile.columns.isEmpty());
    const int count = rows ? int(tile.columns.size()) : 0;
    for (int i = 0; i < count; ++i) {
        ColumnRow &row = rowAt(i);
        row.box->show();
        if (row.title->text() != tile.columns[i].title)
            row.title->setText(tile.columns[i].title);
        row.format->setCurrentIndex(int(tile.columns[i].format));
        row.path->setPaths(known);
        row.path->setText(tile.columns[i].path);
        row.up->setEnabled(i + 1 < count);
    }
    for (qsizetype i = count; i < m_rows.size(); ++i)
        m_rows[i].box->hide();
}

void LabelPopover::setProblems(const QList<TileProblem> &problems)
{
    for (ColumnRow &row : m_rows)
        row.path->setProblem({}, -1);
    for (const TileProblem &problem : problems) {
        if (problem.part == TileProblem::Part::Column && problem.index < m_rows.size())
            m_rows[problem.index].path->setProblem(problem.message, problem.position);
    }
}

} // namespace hookboard
