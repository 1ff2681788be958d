// How the controls of the design are drawn: free functions for HookboardStyle. They paint only; sizes and behaviour
// stay with the style.
#pragma once

#include "ui/style/theme.h"

#include <QtCore/QRect>
#include <QtWidgets/QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

namespace hookboard::controls {

// One rounded field with a one-pixel edge, its lines on whole pixels.
void frame(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge,
           qreal width = 1);
void focusRing(QPainter &painter, const Theme &theme, const QRect &rect, qreal radius);

void buttonPanel(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget);
void toolButtonPanel(QPainter &painter, const Theme &theme, const QStyleOption &option);
void lineEditPanel(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option, const QWidget *widget);
void spinBox(QPainter &painter, const Theme &theme, const QStyleOptionSpinBox &option, const QWidget *widget);
// Where their parts lie, mirrored for the layout direction. The text of every field starts at the same place.
inline constexpr int kSpinBoxExtra = 36; // beside its text
QRect comboBoxField(const QStyleOptionComplex &option);
QRect spinBoxPart(const QStyleOptionComplex &option, QStyle::SubControl part);
// A field whose content cannot be used has the edge of an error; the words stand beside it.
void setWrong(QWidget &field, bool wrong);
void checkBox(QPainter &painter, const Theme &theme, const QStyleOption &option);
void radioButton(QPainter &painter, const Theme &theme, const QStyleOption &option);
void headerSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option);
void headerLabel(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option);
void tabShape(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
void tabLabel(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
void menuPanel(QPainter &painter, const Theme &theme, const QRect &rect);
void menuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option);
void menuBarItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option);
void scrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option, const QRect &handle);
void itemRow(QPainter &painter, const Theme &theme, const QStyleOption &option);

} // namespace hookboard::controls
