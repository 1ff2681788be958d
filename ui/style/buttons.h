// Buttons of the design. `makeButton` gives a 28 px push button, `makeIconButton` a 28 x 28 tool button whose word is
// its tooltip and accessible name.
#pragma once

#include <QtCore/QString>

class QPushButton;
class QToolButton;
class QWidget;

namespace hookboard {

enum class ButtonKind { Normal, Primary, Flat };

// `iconName` may be empty.
QPushButton *makeButton(const QString &text, const QString &iconName, ButtonKind kind, QWidget *parent);
QToolButton *makeIconButton(const QString &word, const QString &iconName, QWidget *parent);

void setButtonKind(QPushButton &button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *widget);

} // namespace hookboard
