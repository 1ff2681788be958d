// TileDialog between form and spec.
#include "ui/dashboard/tiledialog.h"

#include "ui/dashboard/tilewords.h"
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

void TileDialog::kindChanged()
{
    const auto kind = TileKind(m_kind->currentData().toInt());
    const bool rows = kind == TileKind::Table || kind == TileKind::Feed;
    const auto show = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(visible);
    };
    show(m_columns, rows);
    show(m_aggregation, !rows);
    show(m_value, !rows);
    show(m_groupBy, kind == TileKind::TimeSeries || kind == TileKind::Bar);
    show(m_topN, kind == TileKind::TimeSeries || kind == TileKind::Bar);
    show(m_bucket, kind == TileKind::TimeSeries || kind == TileKind::Kpi);
    show(m_warn, kind == TileKind::Kpi);
    show(m_error, kind == TileKind::Kpi);
    revalidate();
}

void TileDialog::revalidate()
{
    if (!m_buttons)
        return;
    const QString problem = m_check ? m_check(spec()) : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeOf(this).colour(Colour::Error));
    m_problem->setPalette(palette);
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(problem.isEmpty());
    }
}

} // namespace hookboard
