#include "ui/dashboard/tileoptionsform.h"

#include "ui/fieldproblem.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

using Control = TileOption::Control;

constexpr int kOptionTextLength = 120;

} // namespace

TileOptionsForm::TileOptionsForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"tileOptions"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void TileOptionsForm::alignWith(QFormLayout &above)
{
    m_above = &above;
    align();
}

void TileOptionsForm::align()
{
    if (!m_above || !m_rowsBox)
        return;
    QList<QWidget *> labels;
    for (const QFormLayout *form : {m_above, static_cast<QFormLayout *>(m_rowsBox->layout())}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole); item && item->widget())
                labels << item->widget();
        }
    }
    int widest = 0;
    for (QWidget *label : std::as_const(labels)) {
        label->setMinimumWidth(0);
        widest = std::max(widest, label->sizeHint().width());
    }
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

void TileOptionsForm::setTile(const TileSpec &tile)
{
    const bool another = tile.id != m_tile.id;
    m_tile = tile;
    if (m_kind != tile.kind || another)
        build(tile.kind);
    for (const Row &row : std::as_const(m_rows))
        showValue(row);
}

void TileOptionsForm::build(TileKind kind)
{
    m_kind = kind;
    m_rows.clear();
    delete m_rowsBox;
    m_rowsBox = new QWidget(this);
    auto *form = new QFormLayout(m_rowsBox);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(m_above ? m_above->horizontalSpacing() : 12);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const TileOption &option : tileOptions(kind)) {
        Row row{option, nullptr, nullptr};
        switch (option.control) {
        case Control::Choice:
            addChoice(row, *form);
            break;
        case Control::Toggle:
            addToggle(row, *form);
            break;
        case Control::Whole:
            addWhole(row, *form);
            break;
        case Control::Number:
        case Control::Text:
            addField(row, *form);
            break;
        }
        row.control->setObjectName(option.name);
        row.control->setAccessibleName(option.label);
        m_rows.append(row);
    }
    layout()->addWidget(m_rowsBox);
    align();
}

void TileOptionsForm::addChoice(Row &row, QFormLayout &form)
{
    auto *box = new QComboBox(m_rowsBox);
    for (const auto &[words, value] : row.option.choices)
        box->addItem(words, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    form.addRow(row.option.label, box);
    row.control = box;
    connect(box, &QComboBox::activated, this, [this, box, at = m_rows.size()] { write(at, box->currentData()); });
}

void TileOptionsForm::addToggle(Row &row, QFormLayout &form)
{
    auto *box = new QCheckBox(row.option.label, m_rowsBox);
    form.addRow(box);
    row.control = box;
    connect(box, &QCheckBox::clicked, this, [this, at = m_rows.size()](bool on) { write(at, on); });
}

void TileOptionsForm::addWhole(Row &row, QFormLayout &form)
{
    auto *box = new QSpinBox(m_rowsBox);
    box->setRange(row.option.least, row.option.most);
    box->setSpecialValueText(row.option.none);
    box->setKeyboardTracking(false);
    form.addRow(row.option.label, box);
    row.control = box;
    connect(box, &QSpinBox::valueChanged, this, [this, at = m_rows.size()](int value) { write(at, value); });
}

void TileOptionsForm::addField(Row &row, QFormLayout &form)
{
    auto *edit = new QLineEdit(m_rowsBox);
    edit->setPlaceholderText(row.option.none);
    edit->setMaxLength(kOptionTextLength);
    row.problem = new FieldProblem(edit, m_rowsBox);
    row.problem->setObjectName(row.option.name + u"Problem"_s);
    form.addRow(row.option.label, edit);
    form.addRow(row.problem);
    row.control = edit;
    connect(edit, &QLineEdit::textEdited, this, [this, at = m_rows.size()](const QString &text) { take(at, text); });
}

QString TileOptionsForm::textOf(const Row &row) const
{
    const QVariant value = row.option.read(m_tile);
    if (row.option.control == Control::Text || !value.isValid())
        return value.toString();
    return locale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

void TileOptionsForm::showValue(const Row &row) const
{
    const QSignalBlocker quiet(row.control);
    const QVariant value = row.option.read(m_tile);
    switch (row.option.control) {
    case Control::Choice: {
        auto *box = static_cast<QComboBox *>(row.control);
        box->setCurrentIndex(box->findData(value));
        break;
    }
    case Control::Toggle:
        static_cast<QCheckBox *>(row.control)->setChecked(value.toBool());
        break;
    case Control::Whole:
        static_cast<QSpinBox *>(row.control)->setValue(value.toInt());
        break;
    case Control::Number:
    case Control::Text: {
        // What is being typed stands until it is left: "1," is on its way to "1,5".
        auto *edit = static_cast<QLineEdit *>(row.control);
        if (!edit->hasFocus() || !edit->isModified()) {
            edit->setText(textOf(row));
            row.problem->setProblem({});
        }
        break;
    }
    }
}

void TileOptionsForm::write(qsizetype at, const QVariant &value)
{
    const TileOption &option = m_rows[at].option;
    TileSpec tile = m_tile;
    const bool usable = option.write(tile, value);
    if (FieldProblem *problem = m_rows[at].problem)
        problem->setProblem(usable ? QString() : option.problem);
    if (!usable || tile == m_tile)
        return;
    m_tile = tile;
    emit edited(tile, tr("Change %1").arg(option.label), option.name);
}

void TileOptionsForm::take(qsizetype at, const QString &text)
{
    const Row &row = m_rows[at];
    if (row.option.control == Control::Text) {
        write(at, text);
        return;
    }
    const QString written = text.trimmed();
    bool valid = false;
    const double number = locale().toDouble(written, &valid);
    if (written.isEmpty())
        write(at, {});
    else if (valid && std::isfinite(number))
        write(at, number);
    else
        row.problem->setProblem(tr("Write a number, for example %1.").arg(locale().toString(1.5, 'f', 1)));
}

} // namespace hookboard
