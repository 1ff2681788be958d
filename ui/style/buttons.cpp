#include "ui/style/buttons.h"

#include "ui/style/icons.h"

#include <QtCore/QVariant>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace hookboard {

namespace {

constexpr char kKindProperty[] = "hookboardButtonKind";
constexpr int kIconSize = 16;

} // namespace

QPushButton *makeButton(const QString &text, const QString &iconName, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setIconSize({kIconSize, kIconSize});
    setButtonKind(*button, kind);
    return button;
}

QToolButton *makeIconButton(const QString &word, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({kIconSize, kIconSize});
    button->setToolTip(word);
    button->setAccessibleName(word);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void setButtonKind(QPushButton &button, ButtonKind kind)
{
    button.setProperty(kKindProperty, int(kind));
    button.setFlat(kind == ButtonKind::Flat);
    button.update();
}

ButtonKind buttonKind(const QWidget *widget)
{
    return widget ? ButtonKind(widget->property(kKindProperty).toInt()) : ButtonKind::Normal;
}

} // namespace hookboard
