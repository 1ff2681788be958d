#include "ui/rail.h"

#include "ui/railbutton.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QLocale>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr char kBoardId[] = "boardId";

// A hairline between boards and places.
class RailRule final : public QWidget
{
public:
    explicit RailRule(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(17);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(8, height() / 2, width() - 16, 1), themeOf(this).colour(Colour::Border));
    }
};

QVBoxLayout *bareColumn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Places"));
    auto *outer = bareColumn(this);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    inside->setAutoFillBackground(false);
    buildPlaces(bareColumn(inside));
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // QScrollArea::setWidget turns it on
    outer->addWidget(scroll, 1);

    m_problems = addButton(outer, u"warning"_s, tr("Problems"), u"railProblems"_s);
    connect(m_problems, &RailButton::clicked, this, &Rail::problemsWanted);
    RailButton *settings = addButton(outer, u"settings"_s, tr("Settings"), u"railSettings"_s);
    connect(settings, &RailButton::clicked, this, &Rail::settingsWanted);
    RailButton *help = addButton(outer, u"help"_s, tr("Help"), u"railHelp"_s);
    connect(help, &RailButton::clicked, this, &Rail::helpWanted);
    outer->addSpacing(6);
    setNarrow(false);
}

void Rail::buildPlaces(QVBoxLayout *layout)
{
    m_heading = new QLabel(tr("Boards"), this);
    m_heading->setContentsMargins(16, 12, 8, 6);
    m_heading->setFont(themeOf(this).font(TypeRole::LabelStrong));
    m_heading->setForegroundRole(QPalette::WindowText);
    layout->addWidget(m_heading);
    m_boardLayout = new QVBoxLayout;
    m_boardLayout->setSpacing(0);
    layout->addLayout(m_boardLayout);
    RailButton *add = addButton(layout, u"plus"_s, tr("New board"), u"railNewBoard"_s);
    connect(add, &RailButton::clicked, this, &Rail::newBoardWanted);
    layout->addWidget(new RailRule(this));
    m_events = addButton(layout, u"events"_s, tr("Events"), u"railEvents"_s);
    m_sources = addButton(layout, u"sources"_s, tr("Sources"), u"railSources"_s);
    for (RailButton *place : {m_events, m_sources}) {
        place->setCheckable(true);
        m_group->addButton(place);
    }
    connect(m_events, &RailButton::clicked, this, &Rail::eventsChosen);
    connect(m_sources, &RailButton::clicked, this, &Rail::sourcesChosen);
    layout->addStretch(1);
}

RailButton *Rail::addButton(QVBoxLayout *layout, const QString &icon, const QString &word, const QString &name)
{
    auto *button = new RailButton(icon, word, this);
    button->setObjectName(name);
    button->setNarrow(m_narrow);
    layout->addWidget(button);
    m_all.append(button);
    return button;
}

void Rail::setBoards(const QList<Board> &boards)
{
    QString checked;
    for (auto it = m_boards.cbegin(); it != m_boards.cend(); ++it) {
        if (it.value()->isChecked()) {
            checked = it.key();
        }
        m_all.removeOne(it.value());
        m_group->removeButton(it.value());
        m_boardLayout->removeWidget(it.value());
        it.value()->hide();
        it.value()->deleteLater(); // it may be the sender of the click that led here
    }
    m_boards.clear();
    m_order.clear();
    m_dragged.clear();
    for (const Board &board : boards) {
        RailButton *button = addButton(m_boardLayout, u"board"_s, board.title, u"railBoard-"_s + board.id);
        button->setCheckable(true);
        m_group->addButton(button);
        m_boards.insert(board.id, button);
        m_order.append(board.id);
        button->installEventFilter(this);
        button->setProperty(kBoardId, board.id);
        setTrouble(board.id, m_trouble.value(board.id));
        connect(button, &RailButton::clicked, this, [this, id = board.id] { emit boardChosen(id); });
    }
    if (!checked.isEmpty()) {
        showBoard(checked);
    }
}

bool Rail::eventFilter(QObject *object, QEvent *event)
{
    auto *button = qobject_cast<RailButton *>(object);
    if (!button) {
        return false;
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto &menu = *static_cast<QContextMenuEvent *>(event);
        const QPoint place = menu.reason() == QContextMenuEvent::Mouse
                                 ? menu.globalPos()
                                 : button->mapToGlobal(button->rect().bottomLeft());
        emit boardMenuWanted(button->property(kBoardId).toString(), place);
        return true;
    }
    const bool pointer = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
                         event->type() == QEvent::MouseButtonRelease;
    return pointer && boardPointer(*button, *static_cast<QMouseEvent *>(event));
}

// True for what belongs to a drag, so that letting go is no click.
bool Rail::boardPointer(RailButton &button, const QMouseEvent &event)
{
    const int y = button.mapTo(this, event.position().toPoint()).y();
    if (event.type() == QEvent::MouseButtonPress) {
        m_dragPressY = y;
        return false;
    }
    if (event.type() == QEvent::MouseButtonRelease) {
        if (m_dragged.isEmpty()) {
            return false;
        }
        button.setDown(false);
        dropBoard();
        return true;
    }
    if (!(event.buttons() & Qt::LeftButton) ||
        (m_dragged.isEmpty() && std::abs(y - m_dragPressY) < QApplication::startDragDistance())) {
        return false;
    }
    m_dragged = button.property(kBoardId).toString();
    m_dropIndex = 0;
    int markY = 0;
    for (const QString &id : std::as_const(m_order)) {
        const RailButton *other = m_boards.value(id);
        const int top = other->mapTo(this, QPoint()).y();
        markY = m_dropIndex == 0 ? top : markY;
        if (y > top + other->height() / 2) {
            ++m_dropIndex;
            markY = top + other->height();
        }
    }
    if (!m_dropMark) {
        m_dropMark = new QWidget(this);
        m_dropMark->setAutoFillBackground(true);
    }
    QPalette palette;
    palette.setColor(QPalette::Window, themeOf(this).colour(Colour::Accent));
    m_dropMark->setPalette(palette);
    m_dropMark->setGeometry(8, markY - 1, width() - 16, 2);
    m_dropMark->show();
    m_dropMark->raise();
    return true;
}

void Rail::dropBoard()
{
    m_dropMark->hide();
    QStringList order = m_order;
    const auto from = order.indexOf(std::exchange(m_dragged, {}));
    const auto to = m_dropIndex > from ? m_dropIndex - 1 : m_dropIndex;
    if (from >= 0 && to != from) {
        order.move(from, to);
        emit boardsReordered(order);
    }
}

void Rail::setTrouble(const QString &boardId, int tiles)
{
    m_trouble.insert(boardId, tiles);
    if (RailButton *button = m_boards.value(boardId)) {
        button->setBadge(quint64(tiles), Tone::Warn,
                         tiles == 1 ? tr("1 tile needs attention") : tr("%Ln tiles need attention", nullptr, tiles));
    }
}

void Rail::setQuarantineCount(quint64 count)
{
    m_events->setBadge(count, Tone::Warn, tr("%1 in quarantine").arg(locale().toString(count)));
}

void Rail::setProblemCount(int count)
{
    m_problems->setBadge(quint64(count), Tone::Warn,
                         count == 1 ? tr("1 thing needs attention") : tr("%Ln things need attention", nullptr, count));
}

void Rail::check(RailButton *button)
{
    if (button) {
        button->setChecked(true);
    }
}

void Rail::showBoard(const QString &boardId)
{
    check(m_boards.value(boardId));
}

void Rail::showEvents()
{
    check(m_events);
}

void Rail::showSources()
{
    check(m_sources);
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    const Metrics &metrics = themeOf(this).metrics();
    setFixedWidth(narrow ? metrics.railNarrow : metrics.railWide);
    m_heading->setVisible(!narrow);
    for (RailButton *button : std::as_const(m_all)) {
        button->setNarrow(narrow);
    }
}

void Rail::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Rail));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), theme.colour(Colour::Border));
}

} // namespace hookboard
