#include "ui/welcome/stepcard.h"

#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kBadge = 24;
constexpr int kPadding = 16;

} // namespace

StepCard::StepCard(int number, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_title(new QLabel(title, this))
    , m_intro(new QLabel(this))
    , m_content(new QVBoxLayout)
{
    m_title->setFont(themeOf(this).font(TypeRole::Subtitle));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setMinimumHeight(kBadge);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setForegroundRole(QPalette::PlaceholderText);
    m_intro->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addSpacing(kBadge + 10);
    head->addWidget(m_title, 1);
    m_content->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_intro);
    column->addLayout(m_content, 1);
}

void StepCard::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        update();
    }
}

void StepCard::setTitle(const QString &title)
{
    setPlainText(*m_title, title);
}

void StepCard::setIntro(const QString &words)
{
    m_intro->setText(plainParagraph(words));
}

void StepCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const bool current = m_state == State::Current;
    controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Surface),
                    theme.colour(current ? Colour::Accent : Colour::Border), current ? 2 : 1);
    const QRect badge = QStyle::visualRect(layoutDirection(), rect(), QRect(kPadding, kPadding, kBadge, kBadge));
    if (m_state == State::Finished) {
        paintIcon(painter, u"ok"_s, theme.colour(Colour::Ok), badge, kBadge);
        return;
    }
    controls::frame(painter, badge, kBadge / 2.0, current ? theme.colour(Colour::Accent) : QColor(Qt::transparent),
                    theme.colour(current ? Colour::Accent : Colour::BorderStrong));
    painter.setFont(theme.font(TypeRole::BodyStrong));
    painter.setPen(theme.colour(current ? Colour::TextOnAccent : Colour::TextSecondary));
    painter.drawText(badge, Qt::AlignCenter, locale().toString(m_number));
}

} // namespace hookboard
