#include "ui/mapping/stateseditor.h"

#include "ui/dashboard/statelook.h"
#include "ui/mapping/bindingslots.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

using Severity = Threshold::Severity;

constexpr qsizetype kMostStateRows = 12;
constexpr int kStateLabelLength = 40;
constexpr int kStateNameWidth = 96;
constexpr int kNotSaid = -1;

std::optional<Severity> severityOf(int code)
{
    return code == kNotSaid ? std::nullopt : std::optional(Severity(code));
}

} // namespace

StatesEditor::StatesEditor(StudioDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    setObjectName(u"statesEditor"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto *caption = new QLabel(tr("What its states mean"), this);
    caption->setFont(themeOf(this).font(TypeRole::Caption));
    caption->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(caption);
}

// Those of the tile in their order, then the most frequent of the samples.
QStringList StatesEditor::knownStates() const
{
    QStringList values;
    for (const StateLook &look : m_draft.tile().options.states.states)
        values << look.value;
    const QString path = slotPath(m_draft.tile(), m_draft.bindingIndex(), Slot::Value);
    if (const FieldFacts *facts = m_draft.samples().field(factsPath(path))) {
        for (const auto &[text, count] : facts->top) {
            if (!values.contains(text, Qt::CaseInsensitive))
                values << text;
        }
    }
    return values.first(std::min(values.size(), kMostStateRows));
}

void StatesEditor::refresh()
{
    const TileSpec &tile = m_draft.tile();
    setVisible(tile.kind == TileKind::States);
    if (tile.kind != TileKind::States)
        return;
    const QStringList values = knownStates();
    const bool same = std::equal(values.begin(), values.end(), m_rows.begin(), m_rows.end(),
                                 [](const QString &value, const Row &row) { return value == row.value; });
    if (!same || !m_box)
        rebuild(values);
    for (const Row &row : std::as_const(m_rows)) {
        const ShownState shown = shownState(tile.options.states, row.value);
        const QSignalBlocker quiet(row.meaning);
        row.meaning->setCurrentIndex(row.meaning->findData(shown.severity ? int(*shown.severity) : kNotSaid));
        const QList<StateLook> &looks = tile.options.states.states;
        const auto look = std::find_if(looks.begin(), looks.end(), [&](const StateLook &one) {
            return one.value.compare(row.value, Qt::CaseInsensitive) == 0;
        });
        if (!row.label->hasFocus())
            row.label->setText(look == looks.end() ? QString() : look->label);
    }
}

void StatesEditor::rebuild(const QStringList &values)
{
    m_rows.clear();
    delete m_box;
    m_box = new QWidget(this);
    m_grid = new QGridLayout(m_box);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    for (const QString &value : values)
        addRow(value);
    if (values.isEmpty()) {
        auto *hint = new QLabel(tr("Put a field with states into the slot Value, for example $.status."), m_box);
        hint->setWordWrap(true);
        hint->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(hint, 0, 0, 1, 3);
    }
    layout()->addWidget(m_box);
}

void StatesEditor::addRow(const QString &value)
{
    Row row;
    row.value = value;
    const QString name = plainLine(value.isEmpty() ? tr("(empty)") : value, kStateLabelLength);
    auto *caption = new QLabel(m_box);
    caption->setTextFormat(Qt::PlainText);
    caption->setText(elidedPlain(caption->fontMetrics(), name, kStateNameWidth));
    caption->setToolTip(plainTooltip(name));
    row.label = new QLineEdit(m_box);
    row.label->setMaxLength(kStateLabelLength);
    row.label->setPlaceholderText(capitalised(name));
    row.label->setAccessibleName(tr("Word for %1").arg(name));
    row.label->setObjectName(u"stateLabel"_s + QString::number(m_rows.size()));
    row.meaning = new QComboBox(m_box);
    row.meaning->setObjectName(u"stateMeaning"_s + QString::number(m_rows.size()));
    row.meaning->setAccessibleName(tr("Meaning of %1").arg(name));
    const QList<std::pair<QString, int>> meanings{{tr("Good"), int(Severity::Ok)},
                                                  {tr("Warning"), int(Severity::Warn)},
                                                  {tr("Error"), int(Severity::Error)},
                                                  {tr("Not said"), kNotSaid}};
    for (const auto &[words, code] : meanings)
        row.meaning->addItem(icon(severityIcon(severityOf(code))), words, code);
    const int line = int(m_rows.size());
    m_grid->addWidget(caption, line, 0);
    m_grid->addWidget(row.label, line, 1);
    m_grid->addWidget(row.meaning, line, 2);
    connect(row.label, &QLineEdit::textEdited, this, [this, value, edit = row.label] {
        change(value, edit->text().trimmed(), std::nullopt, u"state "_s + value);
    });
    connect(row.meaning, &QComboBox::activated, this, [this, value, box = row.meaning] {
        change(value, std::nullopt, severityOf(box->currentData().toInt()), {});
    });
    m_rows.append(row);
}

// The first word of somebody makes a list of what was known by itself: from then on nothing is guessed.
void StatesEditor::change(const QString &value, const std::optional<QString> &label,
                          const std::optional<std::optional<Severity>> &meaning, const QString &merge)
{
    TileSpec tile = m_draft.tile();
    QList<StateLook> &looks = tile.options.states.states;
    if (looks.isEmpty()) {
        for (const Row &row : std::as_const(m_rows)) {
            if (const auto severity = shownState(tile.options.states, row.value).severity)
                looks.append(StateLook{row.value, {}, *severity});
        }
    }
    auto look = std::find_if(looks.begin(), looks.end(), [&](const StateLook &one) {
        return one.value.compare(value, Qt::CaseInsensitive) == 0;
    });
    if (meaning && !*meaning) {
        if (look != looks.end())
            looks.erase(look);
    } else {
        if (look == looks.end())
            look = looks.insert(looks.end(), StateLook{value, {}, Severity::Ok});
        if (label)
            look->label = *label;
        if (meaning)
            look->severity = **meaning;
    }
    m_draft.change(tile, tr("Change states"), merge);
}

} // namespace hookboard
