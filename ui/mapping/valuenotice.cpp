#include "ui/mapping/valuenotice.h"

#include "ui/mapping/bindingslots.h"
#include "ui/mapping/fieldwords.h"
#include "ui/mapping/studiodraft.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QDateTime>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

ValueNotice::ValueNotice(StudioDraft &draft, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_words(new QLabel(this))
    , m_example(new QLabel(this))
    , m_skip(makeButton(tr("Skip"), {}, ButtonKind::Primary, this))
    , m_convert(makeButton(tr("Convert"), {}, ButtonKind::Normal, this))
{
    setObjectName(u"valueNotice"_s);
    m_skip->setObjectName(u"oddSkip"_s);
    m_convert->setObjectName(u"oddConvert"_s);
    for (QLabel *label : {m_words, m_example}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_words->setFont(themeOf(this).font(TypeRole::LabelStrong));
    m_example->setFont(themeOf(this).font(TypeRole::Label));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_convert);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(34, 8, 10, 10);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_example);
    column->addLayout(buttons);
    connect(m_skip, &QPushButton::clicked, this, [this] {
        Binding binding = m_draft.binding();
        binding.steps.removeIf([](const ValueStep &step) { return std::holds_alternative<steps::ParseNumber>(step); });
        m_draft.changeBinding(binding, tr("Skip what is no number"));
    });
    connect(m_convert, &QPushButton::clicked, this, [this] {
        Binding binding = m_draft.binding();
        if (!converts(binding))
            binding.steps.prepend(steps::ParseNumber());
        m_draft.changeBinding(binding, tr("Convert text to numbers"));
    });
    hide();
}

bool ValueNotice::converts(const Binding &binding)
{
    return std::any_of(binding.steps.begin(), binding.steps.end(),
                       [](const ValueStep &step) { return std::holds_alternative<steps::ParseNumber>(step); });
}

const FieldFacts *ValueNotice::facts() const
{
    const bool number = !showsRows(m_draft.tile().kind) && wantsNumber(m_draft.binding().aggregation);
    const QString path = slotPath(m_draft.tile(), m_draft.bindingIndex(), Slot::Value);
    const FieldFacts *found = number && !path.isEmpty() ? m_draft.samples().field(factsPath(path)) : nullptr;
    return found && found->of(FieldKind::Text) + found->of(FieldKind::Bool) > 0 ? found : nullptr;
}

void ValueNotice::refresh()
{
    const FieldFacts *found = facts();
    setVisible(found);
    if (!found)
        return;
    const quint64 odd = found->of(FieldKind::Text) + found->of(FieldKind::Bool);
    m_words->setText(
        tr("%1 of %2 events have text in %3")
            .arg(locale().toString(odd), locale().toString(m_draft.samples().events), fieldWord(found->path)));
    m_example->setVisible(found->textExampleUs > 0);
    m_example->setText(
        tr("for example \u201C%1\u201D at %2")
            .arg(isolatedLine(found->textExample, 32),
                 QDateTime::fromMSecsSinceEpoch(found->textExampleUs / 1000).time().toString(u"HH:mm:ss"_s)));
    const bool on = converts(m_draft.binding());
    setButtonKind(*m_skip, on ? ButtonKind::Normal : ButtonKind::Primary);
    setButtonKind(*m_convert, on ? ButtonKind::Primary : ButtonKind::Normal);
}

void ValueNotice::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    controls::frame(painter, rect(), theme.metrics().radiusControl, theme.colour(Colour::WarnTint), Qt::transparent);
    paintIcon(painter, u"partial"_s, theme.colour(Colour::Warn), QRectF(10, 8, 16, 18), 16);
}

} // namespace hookboard
