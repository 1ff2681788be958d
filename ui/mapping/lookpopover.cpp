#include "ui/mapping/lookpopover.h"

#include "ui/dashboard/tileoptionsform.h"
#include "ui/fieldproblem.h"
#include "ui/mapping/stateseditor.h"
#include "ui/mapping/studiodraft.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kTextLength = 300;

QString thresholdText(const TileSpec &tile, Threshold::Severity severity, const QLocale &locale)
{
    for (const Threshold &threshold : tile.thresholds) {
        if (threshold.severity == severity)
            return locale.toString(threshold.from, 'g', QLocale::FloatingPointShortest);
    }
    return {};
}

// The label of a threshold stays; a cleared field removes it.
void setThreshold(QList<Threshold> &thresholds, Threshold::Severity severity, std::optional<double> from)
{
    const auto found = std::find_if(thresholds.begin(), thresholds.end(),
                                    [&](const Threshold &threshold) { return threshold.severity == severity; });
    if (!from && found != thresholds.end())
        thresholds.erase(found);
    else if (from && found != thresholds.end())
        found->from = *from;
    else if (from)
        thresholds << Threshold{*from, severity, {}};
    std::stable_sort(thresholds.begin(), thresholds.end(),
                     [](const Threshold &a, const Threshold &b) { return a.from < b.from; });
}

} // namespace

LookPopover::LookPopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"lookPopover"_s);
    QFormLayout *rows = form();
    addText(*rows, u"subtitle"_s, tr("Subtitle"), &TileSpec::subtitle);
    addText(*rows, u"description"_s, tr("Help"), &TileSpec::description);
    addThreshold(*rows, u"warnFrom"_s, tr("Warn from"), Threshold::Severity::Warn);
    addThreshold(*rows, u"errorFrom"_s, tr("Error from"), Threshold::Severity::Error);
    m_options = new TileOptionsForm(this);
    m_column->addWidget(m_options);
    m_options->alignWith(*rows);
    m_states = new StatesEditor(m_draft, this);
    m_column->addWidget(m_states);
    connect(m_options, &TileOptionsForm::edited, this,
            [this](const TileSpec &tile, const QString &step, const QString &merge) {
                m_draft.change(tile, step, merge);
            });
    refresh();
}

QLineEdit *LookPopover::addText(QFormLayout &form, const QString &name, const QString &label, QString TileSpec::*text)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setMaxLength(kTextLength);
    form.addRow(label, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, name, text](const QString &written) {
        TileSpec tile = m_draft.tile();
        tile.*text = written;
        m_draft.change(tile, tr("Change words"), name);
    });
    m_texts.append({text, edit});
    return edit;
}

void LookPopover::addThreshold(QFormLayout &form, const QString &name, const QString &label,
                               Threshold::Severity severity)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(tr("never"));
    auto *problem = new FieldProblem(edit, this);
    problem->setObjectName(name + u"Problem"_s);
    form.addRow(label, edit);
    form.addRow({}, problem);
    m_thresholds.append({severity, edit, problem});
    connect(edit, &QLineEdit::textEdited, this, [this, name, severity, problem](const QString &written) {
        bool valid = false;
        const double from = locale().toDouble(written.trimmed(), &valid);
        const bool fine = valid || written.trimmed().isEmpty();
        problem->setProblem(fine ? QString()
                                 : tr("Write a number, for example %1.").arg(locale().toString(1.5, 'f', 1)));
        if (!fine)
            return;
        TileSpec tile = m_draft.tile();
        setThreshold(tile.thresholds, severity, valid ? std::optional(from) : std::nullopt);
        m_draft.change(tile, tr("Change thresholds"), name);
    });
}

void LookPopover::refresh()
{
    const TileSpec &tile = m_draft.tile();
    m_options->setTile(tile);
    m_states->refresh();
    for (const auto &[text, edit] : std::as_const(m_texts)) {
        if (edit->text() != tile.*text)
            edit->setText(tile.*text);
    }
    for (const ThresholdRow &row : std::as_const(m_thresholds)) {
        const QString text = thresholdText(tile, row.severity, locale());
        bool valid = false;
        const double shown = locale().toDouble(row.edit->text().trimmed(), &valid);
        const bool same = valid && locale().toString(shown, 'g', QLocale::FloatingPointShortest) == text;
        if (!same && !(row.edit->hasFocus() && !row.problem->words().isEmpty()) && row.edit->text() != text)
            row.edit->setText(text);
    }
}

} // namespace hookboard
