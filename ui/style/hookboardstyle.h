// HookboardStyle: Fusion's behaviour with the look of the design: flat controls, one focus ring, quiet headers, tabs,
// menus and scroll bars. GUI thread; owned by QApplication, fed by ThemeController.
#pragma once

#include "ui/style/theme.h"

#include <QtWidgets/QProxyStyle>

namespace hookboard {

class HookboardStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit HookboardStyle(const Theme &theme);

    const Theme &theme() const { return m_theme; }
    // The palette that belongs to the theme is set by the caller, after this.
    void setTheme(const Theme &theme) { m_theme = theme; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    QPalette standardPalette() const override { return m_theme.palette(); }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    Theme m_theme;
};

// The theme of the style a widget is drawn with; the light theme under a foreign style.
const Theme &themeOf(const QWidget *widget);

} // namespace hookboard
