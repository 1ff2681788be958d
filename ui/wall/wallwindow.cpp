#include "ui/wall/wallwindow.h"

#include "core/types/clock.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/statuswords.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/wall/wallbars.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QWindow>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kLarger = 1.3;
constexpr std::chrono::seconds kPointerRests{3};
constexpr int kShiftEverySeconds = 300;
constexpr int kShiftPixels = 2;
constexpr qsizetype kWallTitle = 80;

QFont larger(const Theme &theme)
{
    QFont font = theme.font(TypeRole::Body);
    font.setPixelSize(int(std::lround(font.pixelSize() * kLarger)));
    return font;
}

WallWord wallWordOf(const StatusEntry &entry, const QString &icon)
{
    const Tone tone = entry.tone == StatusTone::Good      ? Tone::Ok
                      : entry.tone == StatusTone::Warning ? Tone::Warn
                      : entry.tone == StatusTone::Trouble ? Tone::Error
                                                          : Tone::Neutral;
    return {icon, entry.brief, tone};
}

} // namespace

WallWindow::WallWindow(const WallPlan &plan, const Clock &clock)
    : QWidget(nullptr, Qt::Window)
    , m_clock(clock)
    , m_plan(plan)
    , m_theme(plan.theme.scheme(), larger(plan.theme))
    , m_style(std::make_unique<HookboardStyle>(m_theme))
    , m_bar(new WallBar(m_theme, this))
    , m_strip(new WallStrip(m_theme, this))
    , m_stack(new QStackedWidget(this))
    , m_left(plan.secondsEach)
{
    setObjectName(u"wallWindow"_s);
    setWindowTitle(tr("Hookboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMouseTracking(true);
    qApp->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    setFont(larger(plan.theme)); // for what tiles hold as widgets
    for (DashboardModel *model : plan.boards) {
        auto *view = new BoardView(*model, m_theme, m_stack);
        view->setObjectName(u"wallView-"_s + model->board().id);
        view->setFilling(true);
        view->setAttribute(Qt::WA_TransparentForMouseEvents); // nothing to click, no menus on tiles
        view->setFocusPolicy(Qt::NoFocus);
        m_stack->addWidget(view);
        m_views.append(view);
        connect(model, &DashboardModel::boardChanged, this, [this] {
            dress(); // tiles that came
            showWords();
        });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_strip);
    m_stack->setContentsMargins(8, 0, 8, 0);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &WallWindow::tick);
    m_second.start();
    m_pointer.setSingleShot(true);
    m_pointer.setInterval(kPointerRests);
    connect(&m_pointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    m_pointer.start();
    dress();
    showWords();
}

// What is drawn with the style goes before it.
WallWindow::~WallWindow()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    setStyle(nullptr);
}

// Children do not inherit a style, and have the palette of the program until they are given another.
void WallWindow::dress()
{
    const QPalette palette = m_theme.palette();
    const QList<QWidget *> all = QList<QWidget *>{this} + findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->style() != m_style.get()) {
            widget->setStyle(m_style.get());
            widget->setPalette(palette);
        }
        if (widget != this) {
            widget->setFocusPolicy(Qt::NoFocus); // a tile in focus would show its menu
        }
        if (auto *scrolled = qobject_cast<QAbstractScrollArea *>(widget)) {
            scrolled->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // nobody scrolls a wall
        }
    }
}

void WallWindow::setHealth(const Health &health)
{
    m_health = health;
    showWords();
}

void WallWindow::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    showWords();
}

void WallWindow::showNext(int by)
{
    const int count = int(m_views.size());
    if (count > 0) {
        m_current = (m_current + by + count) % count;
        m_left = m_plan.secondsEach;
        m_stack->setCurrentIndex(m_current); // no fading: a wall is read, not watched
        showWords();
    }
}

void WallWindow::tick()
{
    ++m_shown;
    if (m_shown % kShiftEverySeconds == 0) {
        const int step = (m_shown / kShiftEverySeconds) % 4;
        const int x = step == 1 || step == 2 ? kShiftPixels : 0;
        const int y = step >= 2 ? kShiftPixels : 0;
        layout()->setContentsMargins(x, y, kShiftPixels - x, kShiftPixels - y);
    }
    if (m_views.size() > 1 && !m_held && --m_left <= 0) {
        showNext();
        return;
    }
    showWords();
}

void WallWindow::showWords()
{
    if (m_views.isEmpty()) {
        return;
    }
    const DashboardModel &model = *m_plan.boards[m_current];
    QString turn;
    if (m_views.size() > 1) {
        const QString place = tr("%1 of %2").arg(m_current + 1).arg(m_views.size());
        turn = m_held ? tr("%1, held").arg(place)
                      : tr("%1, next in %2").arg(place, formatSpan(qint64(m_left) * 1'000'000, locale()));
    }
    WallWord worst;
    if (!m_problems.isEmpty()) {
        worst = {m_problems.first().icon, m_problems.first().title, m_problems.first().tone};
        if (m_problems.size() > 1) {
            worst.text = tr("%1, and %2 more").arg(worst.text).arg(m_problems.size() - 1);
        }
        if (worst.tone == Tone::Neutral) {
            worst.tone = Tone::Warn;
        }
    }
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowUs() / 1000);
    m_bar->setWords(plainLine(model.board().title, kWallTitle), turn, worst, formatClock(now.time(), locale()));

    QList<WallWord> words{
        wallWordOf(listenerWords(m_health.listener), m_health.listener.listening ? u"ok"_s : u"offline"_s),
        {{}, rateWords(m_health).text, Tone::Neutral}};
    const int troubled = model.troubledTiles();
    if (troubled > 0) {
        words.append({u"warning"_s,
                      troubled == 1 ? tr("1 tile needs attention")
                                    : tr("%1 tiles need attention").arg(locale().toString(troubled)),
                      Tone::Warn});
    }
    if (const StatusEntry held = quarantineWords(m_health.journal); !held.text.isEmpty()) {
        words.append(wallWordOf(held, u"unverified"_s));
    }
    if (const StatusEntry journal = journalWords(m_health.journal); journal.tone == StatusTone::Trouble) {
        words.append(wallWordOf(journal, u"error"_s));
    }
    m_strip->setWords(words, tr("%1, %2").arg(locale().toString(now.date(), u"ddd d MMM yyyy"_s),
                                              QString::fromUtf8(QTimeZone::systemTimeZoneId())));
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        close();
        return;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        showNext();
        return;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        showNext(-1);
        return;
    case Qt::Key_Space:
        m_held = !m_held;
        showWords();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// Wherever in the window it moves: the tiles above would keep it to themselves.
bool WallWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::MouseMove && (watched == windowHandle() || (widget && widget->window() == this))) {
        unsetCursor();
        m_pointer.start();
    }
    return QWidget::eventFilter(watched, event);
}

void WallWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Canvas));
}

} // namespace hookboard
