#include "ui/mapping/stepseditor.h"

#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostSteps = 8;
constexpr int kStepText = 400;

QLineEdit *textField(const QString &name, const QString &text, const QString &hint, QWidget *parent)
{
    auto *edit = new QLineEdit(text, parent);
    edit->setObjectName(name);
    edit->setMaxLength(kStepText);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(hint);
    edit->setMinimumWidth(40);
    return edit;
}

QString numberText(const std::optional<double> &number, const QLocale &locale)
{
    return number ? locale.toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

std::optional<double> numberOf(const QString &text, const QLocale &locale)
{
    bool valid = false;
    const double number = locale.toDouble(text.trimmed(), &valid);
    return valid ? std::optional(number) : std::nullopt;
}

// "paid = Paid" a line; a line "* = Other" is for what is not listed.
QString pairsText(const steps::MapValues &map)
{
    QStringList lines;
    for (const auto &[from, to] : map.pairs)
        lines << from + u" = "_s + to;
    if (map.otherwise)
        lines << u"* = "_s + *map.otherwise;
    return lines.join(u'\n');
}

steps::MapValues pairsOf(const QString &text)
{
    steps::MapValues map;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            continue;
        const QString from = line.first(equals).trimmed();
        const QString to = line.sliced(equals + 1).trimmed();
        if (from == "*"_L1)
            map.otherwise = to;
        else
            map.pairs.append({from, to});
    }
    return map;
}

} // namespace

QString stepName(const ValueStep &step)
{
    const QString names[]{StepsEditor::tr("Read text as number"), StepsEditor::tr("Scale and shift"),
                          StepsEditor::tr("Keep within limits"),  StepsEditor::tr("Replace values"),
                          StepsEditor::tr("Extract by pattern"),  StepsEditor::tr("Split"),
                          StepsEditor::tr("Else take"),           StepsEditor::tr("Read text as date")};
    return names[step.index()];
}

QList<ValueStep> newSteps()
{
    return {steps::ParseNumber(), steps::Scale(), steps::Clamp(),    steps::MapValues(),
            steps::Extract(),     steps::Split(), steps::Coalesce(), steps::ParseDate()};
}

StepsEditor::StepsEditor(StudioDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_column(new QVBoxLayout(this))
    , m_add(makeButton(tr("Add step before combining"), u"plus"_s, ButtonKind::Flat, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_add->setObjectName(u"addStep"_s);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"addStepMenu"_s);
    for (const ValueStep &step : newSteps()) {
        connect(menu->addAction(stepName(step)), &QAction::triggered, this, [this, step] {
            QList<ValueStep> steps = m_draft.binding().steps;
            write(steps << step, tr("Add step"));
        });
    }
    m_add->setMenu(menu);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
}

void StepsEditor::write(const QList<ValueStep> &steps, const QString &words, const QString &merge)
{
    Binding binding = m_draft.binding();
    binding.steps = steps;
    m_draft.changeBinding(binding, words, merge);
}

template <typename Step> void StepsEditor::edit(int number, const std::function<void(Step &)> &change)
{
    QList<ValueStep> steps = m_draft.binding().steps;
    if (number >= steps.size() || !std::holds_alternative<Step>(steps[number]))
        return;
    change(std::get<Step>(steps[number]));
    m_shown = steps; // the fields show it already
    write(steps, tr("Change step"), u"step%1"_s.arg(number));
}

void StepsEditor::refresh()
{
    const QList<ValueStep> &steps = m_draft.binding().steps;
    if (steps != m_shown)
        rebuild();
    m_add->setEnabled(steps.size() < kMostSteps);
}

void StepsEditor::rebuild()
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater(); // its button may have led here
    }
    m_rows.clear();
    m_shown = m_draft.binding().steps;
    for (int i = 0; i < m_shown.size(); ++i) {
        m_rows.append(makeRow(i, m_shown[i]));
        m_column->insertWidget(i, m_rows.last());
        m_rows.last()->show();
    }
}

QWidget *StepsEditor::makeRow(int number, const ValueStep &step)
{
    auto *row = new QWidget(this);
    auto *name = new QLabel(u"%1. "_s.arg(number + 1) + stepName(step), row);
    name->setFont(themeOf(this).font(TypeRole::Caption));
    QToolButton *remove = makeIconButton(tr("Remove step"), u"close"_s, row);
    remove->setObjectName(u"stepRemove%1"_s.arg(number));
    connect(remove, &QToolButton::clicked, this, [this, number] {
        QList<ValueStep> steps = m_draft.binding().steps;
        if (number < steps.size())
            steps.remove(number);
        write(steps, tr("Remove step"));
    });
    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(remove);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(makeFields(number, step, row));
    return row;
}

QWidget *StepsEditor::makeFields(int number, const ValueStep &step, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto name = [number](const char16_t *field) { return u"step%1"_s.arg(number) + QString::fromUtf16(field); };
    const auto text = [&](const char16_t *field, const QString &value, const QString &hint, auto apply) {
        QLineEdit *line = textField(name(field), value, hint, box);
        connect(line, &QLineEdit::textEdited, this, apply);
        row->addWidget(line);
    };
    if (const auto *parse = std::get_if<steps::ParseNumber>(&step)) {
        auto *ways = new QComboBox(box);
        ways->setObjectName(name(u"Ways"));
        ways->addItem(u"1234.5"_s, QStringList{u"."_s, QString()});
        ways->addItem(u"1,234.5"_s, QStringList{u"."_s, u","_s});
        ways->addItem(u"1.234,5"_s, QStringList{u","_s, u"."_s});
        ways->addItem(u"1 234,5"_s, QStringList{u","_s, u" "_s});
        ways->addItem(u"1234,5"_s, QStringList{u","_s, QString()});
        ways->setCurrentIndex(std::max(0, ways->findData(QStringList{parse->decimal, parse->grouping})));
        connect(ways, &QComboBox::activated, this, [this, number, ways] {
            const QStringList signs = ways->currentData().toStringList();
            edit<steps::ParseNumber>(number, [&](steps::ParseNumber &one) {
                one.decimal = signs.value(0);
                one.grouping = signs.value(1);
            });
        });
        row->addWidget(ways, 1);
    } else if (const auto *scale = std::get_if<steps::Scale>(&step)) {
        text(u"Factor", numberText(scale->factor, locale()), tr("times"), [this, number](const QString &written) {
            if (const auto value = numberOf(written, locale()))
                edit<steps::Scale>(number, [&](steps::Scale &one) { one.factor = *value; });
        });
        text(u"Offset", numberText(scale->offset, locale()), tr("plus"), [this, number](const QString &written) {
            if (const auto value = numberOf(written, locale()))
                edit<steps::Scale>(number, [&](steps::Scale &one) { one.offset = *value; });
        });
    } else if (const auto *clamp = std::get_if<steps::Clamp>(&step)) {
        text(u"Min", numberText(clamp->min, locale()), tr("at least"), [this, number](const QString &written) {
            edit<steps::Clamp>(number, [&](steps::Clamp &one) { one.min = numberOf(written, locale()); });
        });
        text(u"Max", numberText(clamp->max, locale()), tr("at most"), [this, number](const QString &written) {
            edit<steps::Clamp>(number, [&](steps::Clamp &one) { one.max = numberOf(written, locale()); });
        });
    } else if (const auto *map = std::get_if<steps::MapValues>(&step)) {
        auto *lines = new QPlainTextEdit(pairsText(*map), box);
        lines->setObjectName(name(u"Pairs"));
        lines->setPlaceholderText(tr("paid = Paid, one a line; * = the rest"));
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(72);
        connect(lines, &QPlainTextEdit::textChanged, this, [this, number, lines] {
            edit<steps::MapValues>(number, [&](steps::MapValues &one) { one = pairsOf(lines->toPlainText()); });
        });
        row->addWidget(lines, 1);
    } else if (const auto *extract = std::get_if<steps::Extract>(&step)) {
        text(u"Pattern", extract->pattern, tr("pattern, as ORD-([0-9]+)"), [this, number](const QString &written) {
            edit<steps::Extract>(number, [&](steps::Extract &one) { one.pattern = written; });
        });
    } else if (const auto *split = std::get_if<steps::Split>(&step)) {
        text(u"Separator", split->separator, tr("separator"), [this, number](const QString &written) {
            edit<steps::Split>(number, [&](steps::Split &one) { one.separator = written; });
        });
        auto *part = new QSpinBox(box);
        part->setObjectName(name(u"Index"));
        part->setAccessibleName(tr("Which part, from 0; below 0 from the end"));
        part->setToolTip(part->accessibleName());
        part->setRange(-99, 99);
        part->setValue(split->index);
        connect(part, &QSpinBox::valueChanged, this, [this, number](int index) {
            edit<steps::Split>(number, [&](steps::Split &one) { one.index = index; });
        });
        row->addWidget(part);
    } else if (const auto *coalesce = std::get_if<steps::Coalesce>(&step)) {
        text(u"Paths", coalesce->paths.join(u", "_s), tr("$.other, $.another"), [this, number](const QString &written) {
            QStringList paths;
            const QStringList parts = written.split(u',', Qt::SkipEmptyParts);
            for (const QString &part : parts)
                paths << part.trimmed();
            edit<steps::Coalesce>(number, [&](steps::Coalesce &one) { one.paths = paths; });
        });
    } else if (const auto *date = std::get_if<steps::ParseDate>(&step)) {
        text(u"Format", date->format, tr("ISO 8601, or dd.MM.yyyy HH:mm"), [this, number](const QString &written) {
            edit<steps::ParseDate>(number, [&](steps::ParseDate &one) { one.format = written.trimmed(); });
        });
        text(u"Zone", date->timeZone, tr("UTC, or Europe/Berlin"), [this, number](const QString &written) {
            edit<steps::ParseDate>(number, [&](steps::ParseDate &one) { one.timeZone = written.trimmed(); });
        });
    }
    return box;
}

} // namespace hookboard
