#include "ui/mapping/slotpopover.h"

#include "ui/mapping/studiodraft.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"

#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace hookboard {

SlotPopover::SlotPopover(StudioDraft &draft, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(10, 8, 10, 10);
    m_column->setSpacing(8);
}

QLabel *SlotPopover::caption(const QString &words)
{
    auto *label = new QLabel(words, this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(themeOf(this).font(TypeRole::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(label);
    return label;
}

QFormLayout *SlotPopover::form()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_column->addLayout(form);
    return form;
}

void SlotPopover::choose(QComboBox &box, const QVariant &value, const QString &words)
{
    int row = box.findData(value);
    if (row < 0) {
        box.addItem(words, value);
        row = box.count() - 1;
    }
    box.setCurrentIndex(row);
}

QStringList SlotPopover::paths() const
{
    QStringList all;
    for (const FieldFacts &facts : m_draft.samples().fields) {
        const FieldKind kind = facts.usualKind();
        if (kind != FieldKind::Object && kind != FieldKind::Array)
            all << facts.path;
    }
    all << QStringList{QStringLiteral("receivedAt"), QStringLiteral("occurredAt"), QStringLiteral("source"),
                       QStringLiteral("type"), QStringLiteral("deliveryId")};
    return all;
}

void SlotPopover::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    controls::frame(painter, rect(), theme.metrics().radiusPopover, theme.colour(Colour::Raised),
                    theme.colour(Colour::BorderStrong));
}

} // namespace hookboard
