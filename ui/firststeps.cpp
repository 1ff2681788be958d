#include "ui/firststeps.h"

#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kBadge = 24;
constexpr int kCardMost = 340;
constexpr int kSideBySideFrom = 640; // narrower: one under the other

} // namespace

// A number or a tick, a title, a sentence, a button.
class StepCard final : public QWidget
{
public:
    enum class State { Done, Current, Later };

    StepCard(int number, const QString &title, const QString &button, const QString &iconName, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_title(new QLabel(title, this))
        , m_words(new QLabel(this))
        , m_button(makeButton(button, iconName, ButtonKind::Normal, this))
    {
        const Theme &theme = themeOf(this);
        m_title->setFont(theme.font(TypeRole::Subtitle));
        m_words->setWordWrap(true);
        m_words->setTextFormat(Qt::PlainText);
        m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        auto *head = new QHBoxLayout;
        head->addSpacing(kBadge + 8);
        head->addWidget(m_title, 1);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 16, 16, 16);
        column->setSpacing(12);
        column->addLayout(head);
        column->addWidget(m_words, 1);
        column->addWidget(m_button, 0, Qt::AlignLeading);
        m_title->setMinimumHeight(kBadge);
        setMaximumWidth(kCardMost);
        setMinimumHeight(150);
    }

    QPushButton *button() const { return m_button; }

    void present(State state, const QString &words)
    {
        m_state = state;
        m_words->setText(plainParagraph(words));
        setButtonKind(*m_button, state == State::Current ? ButtonKind::Primary : ButtonKind::Normal);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const bool current = m_state == State::Current;
        controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Surface),
                        theme.colour(current ? Colour::Accent : Colour::Border), current ? 2 : 1);
        const QRect badge = QStyle::visualRect(layoutDirection(), rect(), QRect(16, 16, kBadge, kBadge));
        if (m_state == State::Done) {
            paintIcon(painter, u"ok"_s, theme.colour(Colour::Ok), badge, kBadge);
            return;
        }
        controls::frame(painter, badge, kBadge / 2.0, current ? theme.colour(Colour::Accent) : QColor(Qt::transparent),
                        theme.colour(current ? Colour::Accent : Colour::BorderStrong));
        painter.setFont(theme.font(TypeRole::BodyStrong));
        painter.setPen(theme.colour(current ? Colour::TextOnAccent : Colour::TextSecondary));
        painter.drawText(badge, Qt::AlignCenter, locale().toString(m_number));
    }

private:
    int m_number;
    State m_state = State::Later;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_button;
};

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"firstSteps"_s);
    auto *title = new QLabel(tr("From webhook to board in three steps"), this);
    title->setFont(themeOf(this).font(TypeRole::Display));
    title->setWordWrap(true);
    auto *words = new QLabel(tr("Everything stays on this computer."), this);
    words->setForegroundRole(QPalette::PlaceholderText);
    m_source = new StepCard(1, tr("Add a source"), tr("Add source\u2026"), u"plus"_s, this);
    m_source->button()->setObjectName(u"firstSource"_s);
    connect(m_source->button(), &QPushButton::clicked, this,
            [this] { m_sources.isEmpty() ? emit addSourceWanted() : emit sourcesWanted(); });
    m_event = new StepCard(2, tr("Wait for the first event"), tr("Show events"), u"events"_s, this);
    m_event->button()->setObjectName(u"firstEvents"_s);
    connect(m_event->button(), &QPushButton::clicked, this, &FirstSteps::eventsWanted);
    m_board = new StepCard(3, tr("Make a board"), tr("New board\u2026"), u"plus"_s, this);
    m_board->button()->setObjectName(u"firstBoard"_s);
    connect(m_board->button(), &QPushButton::clicked, this, &FirstSteps::newBoardWanted);
    auto *cards = new QBoxLayout(QBoxLayout::LeftToRight);
    cards->setObjectName(u"stepCards"_s);
    cards->setSpacing(16);
    for (StepCard *card : {m_source, m_event, m_board})
        cards->addWidget(card, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(4);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(16);
    column->addLayout(cards);
    column->addStretch(2);
    setMaximumWidth(3 * kCardMost + 2 * 16 + 2 * 40);
    showProgress();
}

void FirstSteps::setSourceNames(const QStringList &names)
{
    if (m_sources != names) {
        m_sources = names;
        showProgress();
    }
}

void FirstSteps::setEventCount(quint64 events)
{
    if (m_events != events) {
        m_events = events;
        showProgress();
    }
}

int FirstSteps::currentStep() const
{
    return m_events > 0 ? 3 : m_sources.isEmpty() ? 1 : 2;
}

void FirstSteps::showProgress()
{
    const int current = currentStep();
    const auto state = [current](int step) {
        return step < current    ? StepCard::State::Done
               : step == current ? StepCard::State::Current
                                 : StepCard::State::Later;
    };
    m_source->button()->setText(m_sources.isEmpty() ? tr("Add source\u2026") : tr("Show sources"));
    m_source->button()->setIcon(icon(m_sources.isEmpty() ? u"plus"_s : u"sources"_s));
    m_source->present(state(1),
                      m_sources.isEmpty()
                          ? tr("A source is an address that a sender delivers to. Choose who sends, paste the "
                               "signing secret, copy the address.")
                          : tr("%1 can be delivered to. Its address stands under Sources.")
                                .arg(plainLine(m_sources.join(u", "_s), 80)));
    m_event->present(state(2), m_events == 0   ? tr("Enter the address at the sender and let it send. Each delivery is "
                                                      "verified, stored and listed under Events.")
                               : m_events == 1 ? tr("1 event has arrived.")
                                               : tr("%1 events have arrived.").arg(locale().toString(m_events)));
    m_board->present(state(3),
                     tr("A board shows numbers, charts and tables that follow your events. Tiles can be proposed "
                        "from what arrives."));
}

void FirstSteps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (auto *cards = findChild<QBoxLayout *>(u"stepCards"_s))
        cards->setDirection(width() < kSideBySideFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace hookboard
