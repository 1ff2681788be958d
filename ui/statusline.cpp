#include "ui/statusline.h"

#include "ui/statusbutton.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QTimeZone>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kRateSamples = 60;
constexpr qint64 kSampleUs = 1'000'000;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    setFixedHeight(themeOf(this).metrics().statusLine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 1, 4, 0);
    row->setSpacing(0);
    const auto add = [&](Entry place, const QString &name, const QString &icon, void (StatusLine::*wanted)()) {
        auto *button = new StatusButton(name, icon, this);
        m_entries[place] = button;
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, wanted);
    };
    add(Listener, u"statusListener"_s, {}, &StatusLine::sourcesWanted);
    add(FreePort, u"statusFreePort"_s, {}, &StatusLine::freePortWanted);
    add(Secrets, u"statusSecrets"_s, u"lock"_s, &StatusLine::sourcesWanted);
    add(SecretsAgain, u"statusSecretsAgain"_s, {}, &StatusLine::secretsAgainWanted);
    add(Queue, u"statusQueue"_s, u"waiting"_s, &StatusLine::journalWanted);
    row->addStretch(1);
    add(Quarantine, u"statusQuarantine"_s, u"unverified"_s, &StatusLine::quarantineWanted);
    add(Rate, u"statusRate"_s, {}, &StatusLine::eventsWanted);
    add(LastEvent, u"statusLastEvent"_s, {}, &StatusLine::eventsWanted);
    add(Journal, u"statusJournal"_s, {}, &StatusLine::journalWanted);
    add(TimeZone, u"statusTimeZone"_s, {}, &StatusLine::journalWanted);
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    m_entries[TimeZone]->setEntry({zone, zone, tr("Times are shown in this time zone."), StatusTone::Plain});
    showHealth();
}

void StatusLine::setHealth(const Health &health, qint64 nowUs)
{
    m_health = health;
    if (nowUs - m_lastSampleUs >= kSampleUs || nowUs < m_lastSampleUs) {
        m_lastSampleUs = nowUs;
        m_rates.append(float(health.eventsPerSecond));
        if (m_rates.size() > kRateSamples) {
            m_rates.removeFirst();
        }
        m_entries[Rate]->setSparkline(m_rates);
    }
    m_nowUs = nowUs;
    showHealth();
}

void StatusLine::setNow(qint64 nowUs)
{
    m_nowUs = nowUs;
    m_entries[LastEvent]->setEntry(lastEventWords(m_health, nowUs));
}

void StatusLine::showHealth()
{
    m_entries[Listener]->setEntry(listenerWords(m_health.listener));
    StatusEntry port;
    if (offersFreePort(m_health.listener)) {
        port = {tr("Use a free port"), tr("Free port"), tr("Listens on a port that no program uses."),
                StatusTone::Warning};
    }
    m_entries[FreePort]->setEntry(port);
    m_entries[Secrets]->setEntry(secretWords(m_health.secretStore, m_nowUs));
    StatusEntry again;
    if (m_health.secretStore.state == SecretStoreState::State::Unavailable) {
        again = {tr("Try again"), tr("Try again"), tr("Reads the secrets again, without a restart."),
                 StatusTone::Plain};
    }
    m_entries[SecretsAgain]->setEntry(again);
    m_entries[Queue]->setEntry(queueWords(m_health));
    m_entries[Journal]->setEntry(journalWords(m_health.journal));
    m_entries[Quarantine]->setEntry(quarantineWords(m_health.journal));
    m_entries[Rate]->setEntry(rateWords(m_health));
    m_entries[LastEvent]->setEntry(lastEventWords(m_health, m_nowUs));
    fit();
}

void StatusLine::fit()
{
    // What gives way first stands first; troubles never give way.
    static constexpr Entry kGiveWay[] = {TimeZone, Journal, Rate, LastEvent};
    const auto width = [this](bool brief) {
        int sum = 16;
        for (const StatusButton *button : m_entries) {
            sum += button->hasWords() ? button->widthFor(brief) : 0;
        }
        return sum;
    };
    const bool brief = width(false) > this->width();
    int left = width(brief);
    for (StatusButton *button : m_entries) {
        button->setBrief(brief);
        button->setVisible(button->hasWords());
    }
    for (const Entry place : kGiveWay) {
        StatusButton *button = m_entries[place];
        if (left <= this->width()) {
            break;
        }
        if (button->hasWords() && button->entry().tone != StatusTone::Trouble) {
            left -= button->widthFor(brief);
            button->hide();
        }
    }
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Rail));
    painter.fillRect(QRect(0, 0, width(), 1), theme.colour(Colour::Border));
}

} // namespace hookboard
