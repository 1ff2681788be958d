#include "ui/mapping/valuepopover.h"

#include "ui/mapping/fieldwords.h"
#include "ui/mapping/pairingeditor.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/stepseditor.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kAggregationColumns = 4;

// A factor without the zeros that a fixed number of decimals brings.
class FactorBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

QString buttonWord(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
        return ValuePopover::tr("Count");
    case Aggregation::Distinct:
        return ValuePopover::tr("Distinct");
    case Aggregation::Rate:
        return ValuePopover::tr("Rate");
    case Aggregation::Sum:
        return ValuePopover::tr("Sum");
    case Aggregation::Avg:
        return ValuePopover::tr("Average");
    case Aggregation::Min:
        return ValuePopover::tr("Min");
    case Aggregation::Max:
        return ValuePopover::tr("Max");
    case Aggregation::First:
        return ValuePopover::tr("First");
    case Aggregation::Last:
        return ValuePopover::tr("Last");
    case Aggregation::Change:
        return ValuePopover::tr("Change");
    case Aggregation::P50:
        return ValuePopover::tr("Median");
    case Aggregation::P90:
        return u"p90"_s;
    case Aggregation::P95:
        return u"p95"_s;
    case Aggregation::P99:
        return u"p99"_s;
    case Aggregation::StdDev:
        return ValuePopover::tr("Std dev");
    case Aggregation::Ratio:
        return ValuePopover::tr("Share");
    }
    return {};
}

constexpr Aggregation kOrder[]{Aggregation::Sum,    Aggregation::Avg,      Aggregation::Min,    Aggregation::Max,
                               Aggregation::First,  Aggregation::Last,     Aggregation::Change, Aggregation::Rate,
                               Aggregation::P50,    Aggregation::P90,      Aggregation::P95,    Aggregation::P99,
                               Aggregation::StdDev, Aggregation::Distinct, Aggregation::Count,  Aggregation::Ratio};

} // namespace

ValuePopover::ValuePopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"valuePopover"_s);
    m_caption = caption({});
    addAggregations();
    addFields();
    m_steps = new StepsEditor(m_draft, this);
    m_column->addWidget(m_steps);
    addFormat();
    m_pairing = new PairingEditor(m_draft, this);
    m_column->addWidget(m_pairing);
    refresh();
}

void ValuePopover::addAggregations()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(4);
    int place = 0;
    for (const Aggregation aggregation : kOrder) {
        QPushButton *button = makeButton(buttonWord(aggregation), {}, ButtonKind::Normal, this);
        button->setObjectName(u"aggregation-%1"_s.arg(int(aggregation)));
        button->setCheckable(true);
        button->setMinimumWidth(0);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setAccessibleDescription(aggregationWord(aggregation));
        button->setProperty("aggregation", int(aggregation));
        connect(button, &QPushButton::clicked, this, [this, aggregation] {
            Binding binding = m_draft.binding();
            binding.aggregation = aggregation;
            m_draft.changeBinding(binding, tr("Combine by %1").arg(aggregationWord(aggregation)));
            refresh(); // a second click on the same one must not release it
        });
        grid->addWidget(button, place / kAggregationColumns, place % kAggregationColumns);
        m_aggregations.append(button);
        ++place;
    }
    m_column->addLayout(grid);
}

void ValuePopover::addFields()
{
    QFormLayout *rows = form();
    m_path = new PathEdit(u"valuePath"_s, this);
    m_path->setPlaceholder(tr("$.amount, or = {$.price} * {$.count}"));
    rows->addRow(tr("Read"), m_path);
    m_ratePer = new QComboBox(this);
    m_ratePer->setObjectName(u"ratePer"_s);
    m_ratePer->addItem(tr("per second"), QVariant::fromValue(kSecondUs));
    m_ratePer->addItem(tr("per minute"), QVariant::fromValue(kMinuteUs));
    m_ratePer->addItem(tr("per hour"), QVariant::fromValue(kHourUs));
    rows->addRow(tr("Rate"), m_ratePer);
    m_rateRow = rows->labelForField(m_ratePer);
    connect(m_path, &PathEdit::edited, this, [this](const QString &text) {
        Binding binding = m_draft.binding();
        binding.value = text.trimmed();
        if (!binding.value.contains(u'@') && !binding.groupBy.contains(u'@'))
            binding.each.clear();
        m_draft.changeBinding(binding, tr("Read another value"), u"value"_s);
    });
    connect(m_ratePer, &QComboBox::activated, this, [this] {
        Binding binding = m_draft.binding();
        binding.ratePerUs = m_ratePer->currentData().toLongLong();
        m_draft.changeBinding(binding, tr("Change rate"));
    });
}

void ValuePopover::addFormat()
{
    QFormLayout *rows = form();
    m_scale = new FactorBox(this);
    m_scale->setObjectName(u"numberScale"_s);
    m_scale->setDecimals(9);
    m_scale->setRange(-1e9, 1e9);
    m_scale->setPrefix(u"\u00d7 "_s);
    m_scale->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_style = new QComboBox(this);
    m_style->setObjectName(u"numberStyle"_s);
    const QStringList styles{tr("Number"),     tr("Compact, 48.2k"), tr("Currency"),    tr("Bytes (KiB)"),
                             tr("Bytes (kB)"), tr("Duration"),       tr("Percent of 1")};
    for (int i = 0; i < styles.size(); ++i)
        m_style->addItem(styles[i], i);
    m_unit = new QLineEdit(this);
    m_unit->setObjectName(u"numberUnit"_s);
    m_unit->setMaxLength(16);
    m_unit->setPlaceholderText(tr("none"));
    m_unit->setAccessibleName(tr("Unit or currency code"));
    m_decimals = new QSpinBox(this);
    m_decimals->setObjectName(u"numberDecimals"_s);
    m_decimals->setRange(-1, 9);
    m_decimals->setSpecialValueText(tr("auto"));
    rows->addRow(tr("Scale"), m_scale);
    rows->addRow(tr("Show as"), m_style);
    rows->addRow(tr("Unit"), m_unit);
    rows->addRow(tr("Decimals"), m_decimals);
    connect(m_scale, &QDoubleSpinBox::editingFinished, this, [this] {
        if (m_scale->value() == m_scaleShown)
            return; // only passed by: the factor may have more digits than the box
        NumberFormat format = m_draft.tile().format;
        format.scale = m_scale->value();
        changeFormat(format);
    });
    connect(m_style, &QComboBox::activated, this, [this](int row) {
        NumberFormat format = m_draft.tile().format;
        format.style = NumberFormat::Style(row);
        changeFormat(format);
    });
    connect(m_unit, &QLineEdit::textEdited, this, [this](const QString &text) {
        NumberFormat format = m_draft.tile().format;
        format.unit = text.trimmed();
        changeFormat(format);
    });
    connect(m_decimals, &QSpinBox::valueChanged, this, [this](int decimals) {
        NumberFormat format = m_draft.tile().format;
        format.decimals = decimals;
        changeFormat(format);
    });
}

void ValuePopover::changeFormat(const NumberFormat &format)
{
    TileSpec tile = m_draft.tile();
    tile.format = format;
    m_draft.change(tile, tr("Change number format"), u"format"_s);
}

void ValuePopover::refresh()
{
    const Binding &binding = m_draft.binding();
    const NumberFormat &format = m_draft.tile().format;
    m_caption->setText(binding.value.isEmpty() ? tr("What to calculate")
                                               : tr("How to combine %1").arg(fieldWord(binding.value)));
    for (QPushButton *button : std::as_const(m_aggregations)) {
        const auto aggregation = Aggregation(button->property("aggregation").toInt());
        const bool on = aggregation == binding.aggregation;
        button->setChecked(on);
        setButtonKind(*button, on ? ButtonKind::Primary : ButtonKind::Normal);
    }
    m_path->setPaths(paths());
    m_path->setText(binding.value);
    const QSignalBlocker quiet(m_decimals);
    choose(*m_ratePer, QVariant::fromValue(binding.ratePerUs), tr("as it is"));
    m_ratePer->setVisible(binding.aggregation == Aggregation::Rate);
    m_rateRow->setVisible(binding.aggregation == Aggregation::Rate);
    m_style->setCurrentIndex(int(format.style));
    if (m_unit->text().trimmed() != format.unit)
        m_unit->setText(format.unit);
    m_scale->setValue(format.scale);
    m_scaleShown = m_scale->value();
    m_decimals->setValue(format.decimals);
    m_steps->refresh();
    m_steps->setVisible(!binding.value.isEmpty());
    m_pairing->refresh();
}

void ValuePopover::setProblems(const QList<TileProblem> &problems)
{
    for (const TileProblem &problem : problems) {
        if (problem.part == TileProblem::Part::Value && problem.index == m_draft.bindingIndex()) {
            m_path->setProblem(problem.message, problem.position);
            return;
        }
    }
    m_path->setProblem({}, -1);
}

} // namespace hookboard
