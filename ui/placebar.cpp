#include "ui/placebar.h"

#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// The name gives way to the buttons, and says that it does.
class NameLabel final : public QLabel
{
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(font());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QString wordOf(const QAction &action)
{
    return action.iconText(); // text without mnemonic; QAction strips "&" and the dots
}

// A push button that follows its action, as QToolButton does by itself.
QPushButton *buttonFor(QAction *action, ButtonKind kind, QWidget *parent)
{
    auto *button = makeButton({}, {}, kind, parent);
    const auto follow = [button, action] {
        button->setText(wordOf(*action));
        button->setIcon(action->icon());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(key.isEmpty() ? wordOf(*action) : wordOf(*action) + u" ("_s + key + u')');
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, [action] { action->trigger(); });
    return button;
}

} // namespace

PlaceBar::PlaceBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new NameLabel(this))
    , m_buttonRow(new QHBoxLayout)
{
    setObjectName(u"placeBar"_s);
    const Theme &theme = themeOf(this);
    setFixedHeight(theme.metrics().toolbar + 1);
    m_name->setObjectName(u"placeName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(theme.font(TypeRole::PageTitle));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // gives way first
    m_menu = makeIconButton(tr("What can be done with this board"), u"chevron-down"_s, this);
    m_menu->setObjectName(u"placeMenu"_s);
    m_menu->hide();
    connect(m_menu, &QToolButton::clicked, this,
            [this] { emit menuWanted(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(0);
    row->addWidget(m_name);
    row->addSpacing(4);
    row->addWidget(m_menu);
    row->addSpacing(12);
    m_leftRow = new QHBoxLayout;
    m_leftRow->setSpacing(8);
    row->addLayout(m_leftRow);
    row->addStretch(1);
    row->addSpacing(16);
    m_buttonRow->setSpacing(8);
    row->addLayout(m_buttonRow);
}

void PlaceBar::setPlace(const QString &name)
{
    m_name->setText(isolatedLine(name));
    m_name->setToolTip(plainTooltip(name));
}

QString PlaceBar::place() const
{
    return m_name->text();
}

void PlaceBar::clear(QHBoxLayout &row, QList<QWidget *> &buttons)
{
    for (QWidget *button : std::as_const(buttons)) {
        row.removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the sender of the click that led here
    }
    buttons.clear();
}

QWidget *PlaceBar::makeButtonFor(QAction *action, bool stands)
{
    QWidget *button = nullptr;
    const bool hasIcon = !action->icon().isNull();
    if (hasIcon && !stands && (m_narrow || action->property("iconOnly").toBool())) {
        QToolButton *tool = makeIconButton(wordOf(*action), {}, this);
        tool->setDefaultAction(action);
        tool->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tool->setAccessibleName(wordOf(*action));
        button = tool;
    } else {
        button = buttonFor(action, stands ? ButtonKind::Primary : ButtonKind::Normal, this);
    }
    button->setObjectName(u"bar-"_s + action->objectName());
    return button;
}

void PlaceBar::setActions(const QList<QAction *> &actions, bool primary)
{
    m_actions = actions;
    m_primary = primary;
    clear(*m_buttonRow, m_buttons);
    for (QAction *action : actions) {
        QWidget *button = makeButtonFor(action, primary && action == actions.last());
        m_buttonRow->addWidget(button);
        m_buttons.append(button);
    }
}

void PlaceBar::setLeftActions(const QList<QAction *> &actions)
{
    if (actions == m_leftActions && m_leftButtons.size() == actions.size()) {
        return;
    }
    m_leftActions = actions;
    clear(*m_leftRow, m_leftButtons);
    for (QAction *action : actions) {
        QWidget *button = makeButtonFor(action, false);
        m_leftRow->addWidget(button);
        m_leftButtons.append(button);
    }
}

void PlaceBar::setMenuShown(bool shown)
{
    m_menu->setVisible(shown);
}

void PlaceBar::setNarrow(bool narrow)
{
    if (m_narrow != narrow) {
        m_narrow = narrow;
        setActions(m_actions, m_primary);
        const QList<QAction *> left = std::exchange(m_leftActions, {});
        setLeftActions(left);
    }
}

void PlaceBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Sunken));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Border));
}

} // namespace hookboard
