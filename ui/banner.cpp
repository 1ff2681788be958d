#include "ui/banner.h"

#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_button(makeButton({}, {}, ButtonKind::Normal, this))
    , m_second(makeButton({}, {}, ButtonKind::Normal, this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setFont(themeOf(this).font(TypeRole::Label));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(36, 8, 10, 8);
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_second, 0, Qt::AlignTop);
    m_button->setObjectName(u"bannerButton"_s);
    m_second->setObjectName(u"bannerSecondButton"_s);
    m_button->hide();
    m_second->hide();
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    connect(m_second, &QPushButton::clicked, this, &Banner::secondButtonClicked);
    hide();
}

void Banner::setMessage(Tone tone, const QString &iconName, const QString &words)
{
    m_tone = tone;
    m_iconName = iconName;
    m_words->setText(plainParagraph(words));
    m_words->setAccessibleName(m_words->text());
    setVisible(!words.isEmpty());
    update();
}

QString Banner::message() const
{
    return m_words->text();
}

void Banner::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void Banner::setSecondButton(const QString &text)
{
    m_second->setText(text);
    m_second->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.toneTint(m_tone));
    painter.drawRoundedRect(rect(), theme.metrics().radiusTile, theme.metrics().radiusTile);
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(12, 9, 16, 16));
    paintIcon(painter, m_iconName, theme.toneText(m_tone), icon);
}

} // namespace hookboard
