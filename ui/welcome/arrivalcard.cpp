#include "ui/welcome/arrivalcard.h"

#include "ui/banner.h"
#include "ui/sources/rejectionwords.h"
#include "ui/statuswords.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostLines = 5;
constexpr int kLineHeight = 28;

// Times, icons and words below each other, in a sunken frame.
class LogView final : public QWidget
{
public:
    struct Line
    {
        QString time;
        QString icon;
        Tone tone = Tone::Neutral;
        QString words;
    };

    explicit LogView(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(int(kMostLines) * kLineHeight + 12);
        setObjectName(u"welcomeLog"_s);
    }

    void setLines(const QList<Line> &lines)
    {
        m_lines = lines;
        QStringList words;
        for (const Line &line : lines) {
            words.append(line.time + u' ' + line.words);
        }
        setAccessibleName(QCoreApplication::translate("ArrivalCard", "What happened so far"));
        setAccessibleDescription(words.join(u'\n'));
        setToolTip(plainTooltip(words.join(u'\n')));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        controls::frame(painter, rect(), theme.metrics().radiusControl, theme.colour(Colour::Sunken),
                        theme.colour(Colour::Border));
        painter.setFont(theme.font(TypeRole::Label));
        const QFontMetrics metrics = painter.fontMetrics();
        const int timeWidth = metrics.horizontalAdvance(u"88:88:88"_s);
        int y = 6;
        for (const Line &line : m_lines) {
            const auto place = [&](int x, int wide) {
                return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, wide, kLineHeight));
            };
            const Qt::Alignment leading = Qt::AlignVCenter | Qt::AlignLeading;
            painter.setPen(theme.colour(Colour::TextSecondary));
            painter.drawText(place(12, timeWidth), int(QStyle::visualAlignment(layoutDirection(), leading)), line.time);
            paintIcon(painter, line.icon,
                      line.tone == Tone::Neutral ? theme.colour(Colour::TextSecondary) : theme.toneText(line.tone),
                      place(12 + timeWidth + 10, 16));
            painter.setPen(theme.colour(Colour::Text));
            const QRect words = place(12 + timeWidth + 36, width() - timeWidth - 60);
            painter.drawText(words, int(QStyle::visualAlignment(layoutDirection(), leading)),
                             elidedPlain(metrics, line.words, words.width()));
            y += kLineHeight;
        }
    }

private:
    QList<Line> m_lines;
};

QString lineTime(qint64 us)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(us / 1000).time(), u"HH:mm:ss"_s);
}

} // namespace

ArrivalCard::ArrivalCard(QWidget *parent)
    : StepCard(3, tr("Wait for the first event"), parent)
    , m_log(new LogView(this))
    , m_advice(new Banner(this))
    , m_question(new QLabel(this))
    , m_simulate(makeButton(tr("Simulate one"), u"simulator"_s, ButtonKind::Normal, this))
    , m_board(makeButton(tr("Show my board"), u"board"_s, ButtonKind::Primary, this))
    , m_skip(makeButton(tr("Skip for now"), {}, ButtonKind::Flat, this))
{
    setObjectName(u"arrivalCard"_s);
    m_advice->setObjectName(u"welcomeAdvice"_s);
    m_question->setForegroundRole(QPalette::PlaceholderText);
    m_question->setTextFormat(Qt::PlainText);
    m_simulate->setObjectName(u"welcomeSimulate"_s);
    m_board->setObjectName(u"welcomeBoard"_s);
    m_skip->setObjectName(u"welcomeSkip"_s);
    connect(m_simulate, &QPushButton::clicked, this, &ArrivalCard::simulateWanted);
    connect(m_board, &QPushButton::clicked, this, &ArrivalCard::boardWanted);
    connect(m_skip, &QPushButton::clicked, this, &ArrivalCard::skipWanted);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_board);
    ways->addWidget(m_simulate);
    ways->addWidget(m_skip);
    ways->addStretch(1);
    content()->addWidget(m_log);
    content()->addWidget(m_advice);
    content()->addStretch(1);
    content()->addWidget(m_question);
    content()->addLayout(ways);
    setTrouble({});
    showLog();
    showWays();
}

void ArrivalCard::setSource(const QString &name, const QString &providerName)
{
    m_providerName = providerName;
    if (m_source != name) {
        m_source = name;
        m_lines.clear();
        m_listening.reset();
        m_known.reset();
        m_stored = 0;
        m_rejected.clear();
        setTrouble({});
    }
    showLog();
    showWays();
}

void ArrivalCard::note(qint64 nowUs, const QString &icon, Tone tone, const QString &words)
{
    m_lines.append({nowUs, icon, tone, words});
    if (m_lines.size() > kMostLines - 1) { // the last is for what it waits for
        m_lines.removeFirst();
    }
}

void ArrivalCard::setHealth(const Health &health, qint64 nowUs)
{
    if (m_source.isEmpty()) {
        return;
    }
    if (m_listening != health.listener.listening) {
        m_listening = health.listener.listening;
        const StatusEntry words = listenerWords(health.listener);
        note(nowUs, *m_listening ? u"ok"_s : u"error"_s, *m_listening ? Tone::Ok : Tone::Error, words.text);
    }
    const auto found = std::find_if(health.sources.begin(), health.sources.end(),
                                    [this](const SourceHealth &source) { return source.source == m_source; });
    if (found != health.sources.end()) {
        follow(*found, nowUs);
    }
    showLog();
    showWays();
}

void ArrivalCard::follow(const SourceHealth &source, qint64 nowUs)
{
    if (!m_known) { // what happened before belongs to another visit
        m_known = source.stored;
        m_rejected = source.rejected;
    }
    for (auto it = source.rejected.begin(); it != source.rejected.end(); ++it) {
        if (it.value() > std::exchange(m_rejected[it.key()], it.value())) {
            const RejectionWords words = rejectionWords(codeFromText(it.key()));
            note(nowUs, u"unverified"_s, Tone::Unverified, tr("Delivery refused: %1").arg(words.title));
            m_advice->setMessage(Tone::Unverified, u"unverified"_s, words.title + u". "_s + words.advice);
        }
    }
    if (source.stored > m_stored) {
        const bool first = m_stored == 0;
        m_stored = source.stored;
        m_advice->setMessage(Tone::Ok, {}, {});
        note(nowUs, u"verified"_s, Tone::Ok,
             m_stored == 1 ? tr("The first event is stored")
                           : tr("%1 events are stored").arg(locale().toString(m_stored)));
        if (first) {
            emit arrived();
        }
    }
}

void ArrivalCard::setSimulating(bool simulating)
{
    m_simulate->setEnabled(!simulating);
}

void ArrivalCard::setTrouble(const QString &words)
{
    m_advice->setMessage(Tone::Error, u"error"_s, words);
}

void ArrivalCard::showLog()
{
    QList<LogView::Line> lines;
    for (const Line &line : std::as_const(m_lines)) {
        lines.append({lineTime(line.timeUs), line.icon, line.tone, line.words});
    }
    if (!m_source.isEmpty() && m_stored == 0) {
        lines.append({QString(), u"waiting"_s, Tone::Neutral, tr("Waiting for a delivery to %1\u2026").arg(m_source)});
    }
    static_cast<LogView *>(m_log)->setLines(lines);
}

void ArrivalCard::showWays()
{
    const bool ready = !m_source.isEmpty();
    const bool here = m_stored > 0;
    setEnabled(ready);
    setTitle(here ? tr("The first event is here") : tr("Wait for the first event"));
    setIntro(here    ? tr("A board is proposed from the fields that arrived. All of it can be changed.")
             : ready ? tr("Send a test event at the provider, or wait for a real one. What is refused is told here.")
                     : tr("Deliveries appear here as they come in."));
    m_question->setText(here ? QString() : tr("No access to %1 right now?").arg(plainLine(m_providerName, 40)));
    m_question->setVisible(ready && !here);
    m_board->setVisible(here);
    setButtonKind(*m_simulate, ready && !here ? ButtonKind::Primary : ButtonKind::Normal);
    m_skip->setVisible(!here);
}

void ArrivalCard::changeEvent(QEvent *event)
{
    StepCard::changeEvent(event);
    if (event->type() == QEvent::LocaleChange) {
        showLog();
    }
}

} // namespace hookboard
