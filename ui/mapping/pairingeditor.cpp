#include "ui/mapping/pairingeditor.h"

#include "ui/mapping/fieldwords.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostHours = 24 * 90;

QFormLayout *formIn(QWidget *box)
{
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

PairingEditor::PairingEditor(StudioDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    m_shareBox = new QWidget(this);
    m_part = new PathEdit(u"shareFilter"_s, m_shareBox);
    m_part->setPlaceholder(u"$.status = \"failed\""_s);
    formIn(m_shareBox)->addRow(tr("Share with"), m_part);
    m_pairs = new QCheckBox(tr("Time between two event types"), this);
    m_pairs->setObjectName(u"pairTypes"_s);
    m_pairBox = new QWidget(this);
    QFormLayout *form = formIn(m_pairBox);
    m_start = new QComboBox(m_pairBox);
    m_end = new QComboBox(m_pairBox);
    m_start->setObjectName(u"pairStart"_s);
    m_end->setObjectName(u"pairEnd"_s);
    for (QComboBox *box : {m_start, m_end}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(box, &QComboBox::editTextChanged, this, &PairingEditor::writePair);
    }
    m_key = new PathEdit(u"pairKey"_s, m_pairBox);
    m_key->setPlaceholder(u"$.order_id"_s);
    m_hours = new QSpinBox(m_pairBox);
    m_hours->setObjectName(u"pairHours"_s);
    m_hours->setRange(1, kMostHours);
    m_hours->setSuffix(tr(" h"));
    form->addRow(tr("From"), m_start);
    form->addRow(tr("To"), m_end);
    form->addRow(tr("Same"), m_key);
    form->addRow(tr("Give up after"), m_hours);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_shareBox);
    column->addWidget(m_pairs);
    column->addWidget(m_pairBox);
    connect(m_part, &PathEdit::edited, this, [this](const QString &text) {
        Binding binding = m_draft.binding();
        binding.part = text;
        m_draft.changeBinding(binding, tr("Change share"), u"part"_s);
    });
    connect(m_pairs, &QCheckBox::clicked, this, &PairingEditor::pair);
    connect(m_key, &PathEdit::edited, this, &PairingEditor::writePair);
    connect(m_hours, &QSpinBox::valueChanged, this, &PairingEditor::writePair);
}

void PairingEditor::pair(bool on)
{
    Binding binding = m_draft.binding();
    binding.pairing.reset();
    if (on) {
        Pairing pairing;
        pairing.startType = binding.types.value(0);
        for (const EventKind &kind : m_draft.samples().kindsSeen) {
            if (kind.source == binding.source && kind.type != pairing.startType && pairing.endType.isEmpty())
                pairing.endType = kind.type;
        }
        for (const FieldFacts &facts : m_draft.samples().fields) {
            if (pairing.key.isEmpty() && isIdentity(facts) && facts.path.startsWith(u'$'))
                pairing.key = facts.path;
        }
        binding.pairing = pairing;
        binding.value.clear();
        binding.types = {pairing.startType, pairing.endType};
        binding.types.removeAll(QString());
        if (binding.aggregation == Aggregation::Count)
            binding.aggregation = Aggregation::Avg;
    }
    m_draft.changeBinding(binding, on ? tr("Measure a time between") : tr("Measure a value"));
}

void PairingEditor::writePair()
{
    Binding binding = m_draft.binding();
    if (!binding.pairing)
        return;
    binding.pairing->startType = m_start->currentText().trimmed();
    binding.pairing->endType = m_end->currentText().trimmed();
    binding.pairing->key = m_key->text().trimmed();
    binding.pairing->timeoutUs = m_hours->value() * kHourUs;
    binding.types = {binding.pairing->startType, binding.pairing->endType};
    binding.types.removeAll(QString());
    m_draft.changeBinding(binding, tr("Measure a time between"), u"pairing"_s);
}

void PairingEditor::refresh()
{
    const Binding &binding = m_draft.binding();
    m_shareBox->setVisible(binding.aggregation == Aggregation::Ratio);
    m_part->setText(binding.part);
    m_pairs->setChecked(binding.pairing.has_value());
    m_pairBox->setVisible(binding.pairing.has_value());
    if (!binding.pairing)
        return;
    const Pairing pairing = *binding.pairing;
    QStringList types;
    QStringList identities;
    for (const EventKind &kind : m_draft.samples().kindsSeen) {
        if ((binding.source.isEmpty() || kind.source == binding.source) && !types.contains(kind.type))
            types << kind.type;
    }
    for (const FieldFacts &facts : m_draft.samples().fields) {
        if (isIdentity(facts))
            identities << facts.path;
    }
    const auto offer = [&](QComboBox *box, const QString &text) {
        const QSignalBlocker quiet(box);
        if (box->count() != types.size()) {
            box->clear();
            box->addItems(types);
        }
        if (box->currentText() != text)
            box->setEditText(text);
    };
    offer(m_start, pairing.startType);
    offer(m_end, pairing.endType);
    const QSignalBlocker quiet(m_hours);
    m_key->setPaths(identities);
    m_key->setText(pairing.key);
    m_hours->setValue(int(pairing.timeoutUs / kHourUs));
}

} // namespace hookboard
