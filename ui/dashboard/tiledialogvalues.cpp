// TileDialog between form and spec.
#include "ui/dashboard/tiledialog.h"

#include "ui/dashboard/tilewords.h"
#include "ui/fieldproblem.h"
#include "ui/style/hookboardstyle.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// Windows as the combo box keeps them: a length, a calendar unit (below zero), all (zero).
qint64 windowCode(const Window &window)
{
    switch (window.kind) {
    case Window::Kind::Rolling:
        return window.lengthUs;
    case Window::Kind::Calendar:
        return -1 - qint64(window.unit);
    case Window::Kind::All:
    case Window::Kind::LastEvents:
        break;
    }
    return 0;
}

void select(QComboBox &box, qint64 code, const QString &wordsForForeign)
{
    int index = box.findData(QVariant::fromValue(code));
    if (index < 0) {
        box.addItem(wordsForForeign, QVariant::fromValue(code));
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

QString thresholdText(const TileSpec &spec, Threshold::Severity severity, const QLocale &locale)
{
    for (const Threshold &threshold : spec.thresholds) {
        if (threshold.severity == severity)
            return locale.toString(threshold.from, 'g', QLocale::FloatingPointShortest);
    }
    return {};
}

// The label of a threshold stays; a cleared field removes it.
void readThreshold(QList<Threshold> &thresholds, const QString &text, Threshold::Severity severity,
                   const QLocale &locale)
{
    bool valid = false;
    const double from = locale.toDouble(text.trimmed(), &valid);
    const auto found = std::find_if(thresholds.begin(), thresholds.end(),
                                    [&](const Threshold &threshold) { return threshold.severity == severity; });
    if (!valid && found != thresholds.end())
        thresholds.erase(found);
    else if (valid && found != thresholds.end())
        found->from = from;
    else if (valid)
        thresholds << Threshold{from, severity, {}};
}

} // namespace

void TileDialog::fill(const TileSpec &spec)
{
    const Binding binding = spec.bindings.value(0);
    m_title->setText(spec.title);
    m_subtitle->setText(spec.subtitle);
    m_kind->setCurrentIndex(m_kind->findData(int(spec.kind)));
    m_source->setCurrentText(binding.source);
    m_types->setCurrentText(binding.types.join(u", "_s));
    m_filter->setText(binding.filter);
    m_verifiedOnly->setChecked(binding.verifiedOnly);
    m_aggregation->setCurrentIndex(int(binding.aggregation));
    select(*m_ratePer, binding.ratePerUs, tr("as it is"));
    m_value->setCurrentText(binding.value);
    m_groupBy->setCurrentText(binding.groupBy);
    m_topN->setValue(binding.topN);
    select(*m_window, windowCode(binding.window), windowText(binding.window, locale()));
    select(*m_bucket, binding.bucketUs, tr("as it is"));
    QStringList lines;
    for (const TableColumn &column : spec.columns)
        lines << column.title + u" = "_s + column.path;
    m_columns->setPlainText(lines.join(u'\n'));
    m_style->setCurrentIndex(int(spec.format.style));
    m_unit->setText(spec.format.unit);
    m_scale->setValue(spec.format.scale);
    m_warn->setText(thresholdText(spec, Threshold::Severity::Warn, locale()));
    m_error->setText(thresholdText(spec, Threshold::Severity::Error, locale()));
}

Window TileDialog::chosenWindow() const
{
    Window window = m_original.bindings.value(0).window;
    const qint64 code = m_window->currentData().toLongLong();
    if (code == windowCode(window))
        return window;
    if (code > 0) {
        window.kind = Window::Kind::Rolling;
        window.lengthUs = code;
    } else if (code < 0) {
        window.kind = Window::Kind::Calendar;
        window.unit = CalendarUnit(-1 - code);
    } else {
        window.kind = Window::Kind::All;
    }
    return window;
}

QList<TableColumn> TileDialog::chosenColumns() const
{
    QList<TableColumn> columns;
    const QStringList lines = m_columns->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype equals = line.indexOf(u" = "_s);
        TableColumn column;
        column.title = equals < 0 ? QString() : line.first(equals).trimmed();
        column.path = equals < 0 ? line.trimmed() : line.mid(equals + 3).trimmed();
        const auto before = std::find_if(m_original.columns.begin(), m_original.columns.end(),
                                         [&](const TableColumn &one) { return one.path == column.path; });
        if (before != m_original.columns.end())
            column.format = before->format;
        columns << column;
    }
    return columns;
}

TileSpec TileDialog::spec() const
{
    TileSpec spec = m_original;
    spec.title = m_title->text();
    spec.subtitle = m_subtitle->text();
    spec.kind = TileKind(m_kind->currentData().toInt());
    if (spec.bindings.isEmpty())
        spec.bindings << Binding{};
    Binding &binding = spec.bindings.first();
    binding.source = m_source->currentText().trimmed();
    binding.types.clear();
    const QStringList types = m_types->currentText().split(u',', Qt::SkipEmptyParts);
    for (const QString &type : types)
        binding.types << type.trimmed();
    binding.filter = m_filter->text().trimmed();
    binding.verifiedOnly = m_verifiedOnly->isChecked();
    binding.aggregation = Aggregation(m_aggregation->currentData().toInt());
    binding.ratePerUs = m_ratePer->currentData().toLongLong();
    binding.value = m_value->currentText().trimmed();
    binding.groupBy = m_groupBy->currentText().trimmed();
    binding.topN = m_topN->value();
    binding.window = chosenWindow();
    binding.bucketUs = m_bucket->currentData().toLongLong();
    spec.columns = chosenColumns();
    spec.format.style = NumberFormat::Style(m_style->currentData().toInt());
    spec.format.unit = m_unit->text().trimmed();
    spec.format.scale = m_scale->value();
    readThreshold(spec.thresholds, m_warn->text(), Threshold::Severity::Warn, locale());
    readThreshold(spec.thresholds, m_error->text(), Threshold::Severity::Error, locale());
    std::stable_sort(spec.thresholds.begin(), spec.thresholds.end(),
                     [](const Threshold &a, const Threshold &b) { return a.from < b.from; });
    return spec;
}

void TileDialog::showRow(QWidget *field, bool visible)
{
    field->setVisible(visible);
    if (QWidget *label = m_form->labelForField(field))
        label->setVisible(visible);
}

void TileDialog::kindChanged()
{
    const auto kind = TileKind(m_kind->currentData().toInt());
    const auto aggregation = Aggregation(m_aggregation->currentData().toInt());
    const bool rows = kind == TileKind::Table || kind == TileKind::Feed;
    showRow(m_columns, rows);
    showRow(m_newColumn, rows);
    showRow(m_aggregation, !rows);
    showRow(m_ratePer, !rows && aggregation == Aggregation::Rate);
    showRow(m_value, !rows);
    showRow(m_groupBy, kind == TileKind::TimeSeries || kind == TileKind::Bar);
    showRow(m_topN, kind == TileKind::TimeSeries || kind == TileKind::Bar);
    showRow(m_bucket, kind == TileKind::TimeSeries || kind == TileKind::Kpi);
    showRow(m_warn, kind == TileKind::Kpi);
    showRow(m_error, kind == TileKind::Kpi);
    revalidate();
}

QWidget *TileDialog::fieldOf(TileProblem::Part part) const
{
    switch (part) {
    case TileProblem::Part::Filter:
        return m_filter;
    case TileProblem::Part::Value:
        return m_value;
    case TileProblem::Part::GroupBy:
        return m_groupBy;
    case TileProblem::Part::Column:
        return m_columns;
    case TileProblem::Part::Time:
        break;
    }
    return nullptr;
}

// Where the path of a column starts in the text of all columns.
qsizetype TileDialog::columnStart(qsizetype column) const
{
    const QString all = m_columns->toPlainText();
    qsizetype start = 0;
    for (const QString &line : all.split(u'\n')) {
        if (!line.trimmed().isEmpty() && column-- == 0) {
            const qsizetype equals = line.indexOf(u" = "_s);
            qsizetype path = equals < 0 ? 0 : equals + 3;
            while (path < line.size() && line[path].isSpace())
                ++path;
            return start + path;
        }
        start += line.size() + 1;
    }
    return all.size();
}

void TileDialog::showProblems(const QList<TileProblem> &problems)
{
    QHash<QWidget *, TileProblem> first;
    QStringList elsewhere;
    for (const TileProblem &problem : problems) {
        QWidget *field = fieldOf(problem.part);
        const bool here = field && (problem.index == 0 || problem.part == TileProblem::Part::Column);
        if (here && !first.contains(field))
            first.insert(field, problem);
        else if (!here)
            elsewhere << tr("Measurement %1: %2").arg(problem.index + 1).arg(problem.message);
    }
    const TileSpec now = spec();
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        if (it.key() == m_warn || it.key() == m_error)
            continue;
        const auto found = first.constFind(it.key());
        if (found == first.cend()) {
            it.value()->setProblem({});
            continue;
        }
        const Binding binding = now.bindings.value(0);
        const bool column = found->part == TileProblem::Part::Column;
        const QString text = column                                      ? now.columns.value(found->index).path
                             : found->part == TileProblem::Part::Filter  ? binding.filter
                             : found->part == TileProblem::Part::GroupBy ? binding.groupBy
                                                                         : binding.value;
        const QString words = problemSentence(text, found->position, found->message);
        const qsizetype start = column ? columnStart(found->index) : 0;
        it.value()->setProblem(column ? tr("Column %1. %2").arg(found->index + 1).arg(words) : words,
                               found->position < 0 ? (column ? start : -1) : start + found->position);
    }
    m_problem->setText(elsewhere.join(u'\n'));
    m_problem->setVisible(!elsewhere.isEmpty());
}

// What is no number would be dropped without a word.
bool TileDialog::checkThreshold(QLineEdit *field)
{
    bool valid = false;
    locale().toDouble(field->text().trimmed(), &valid);
    const bool fine = valid || field->text().trimmed().isEmpty() || field->isHidden();
    m_problems.value(field)->setProblem(
        fine ? QString() : tr("Write a number, for example %1.").arg(locale().toString(1.5, 'f', 1)));
    return fine;
}

void TileDialog::revalidate()
{
    if (!m_buttons)
        return;
    const QList<TileProblem> problems = m_check ? m_check(spec()) : QList<TileProblem>();
    showProblems(problems);
    const bool warn = checkThreshold(m_warn);
    const bool error = checkThreshold(m_error);
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeOf(this).colour(Colour::Error));
    m_problem->setPalette(palette);
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(problems.isEmpty() && warn && error);
    }
}

} // namespace hookboard
