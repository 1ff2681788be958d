#include "ui/style/hookboardstyle.h"

#include "ui/style/controlpainting.h"
#include "ui/style/icons.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOptionComplex>
#include <QtWidgets/QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kScrollHandleMin = 32;
constexpr int kControlIconSize = 16;

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QTabBar *>(widget);
}

} // namespace

HookboardStyle::HookboardStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
    setObjectName(u"hookboard"_s);
}

void HookboardStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void HookboardStyle::unpolish(QWidget *widget)
{
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

int HookboardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
        return 20;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return kControlIconSize;
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return kScrollHandleMin;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuBarVMargin:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 20;
    case PM_HeaderMargin:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HookboardStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return int(m_theme.colour(Colour::Grid).rgb());
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // every dialog ends with what it is for
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize HookboardStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                       const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool bare = button && button->text.isEmpty();
        if (!button || bare)
            return {m.control, m.control};
        QFont font = button->fontMetrics.height() > 0 && widget ? widget->font() : m_theme.font(TypeRole::Body);
        font.setWeight(QFont::DemiBold);
        int width = QFontMetrics(font).size(Qt::TextShowMnemonic, button->text).width() + 22;
        width += button->icon.isNull() ? 0 : kControlIconSize + 6;
        width += button->features.testFlag(QStyleOptionButton::HasMenu) ? kControlIconSize + 6 : 0;
        return {width, m.control};
    }
    case CT_ToolButton:
        return {std::max(m.control, result.width()), m.control};
    case CT_LineEdit:
    case CT_ComboBox:
        return {result.width() + (type == CT_ComboBox ? 12 : 4), m.control};
    case CT_SpinBox:
        return {size.width() + controls::kSpinBoxExtra, m.control};
    case CT_HeaderSection:
        return {result.width(), m.tableHeader};
    case CT_ItemViewItem:
        return {result.width(), std::max(result.height(), m.tableRow)};
    case CT_TabBarTab:
        return {result.width(), m.panelHeader};
    case CT_MenuBarItem:
        return {result.width() + 4, m.menuBar};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {std::max(160, result.width() + 36), m.control};
    }
    default:
        return result;
    }
}

QRect HookboardStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(3, 0, -3, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect HookboardStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                     const QWidget *widget) const
{
    if (control == CC_SpinBox && option)
        return controls::spinBoxPart(*option, subControl);
    if (control == CC_ComboBox && option && subControl == SC_ComboBoxEditField)
        return controls::comboBoxField(*option);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);

    // No line buttons: the groove is the whole bar.
    const bool vertical = slider->orientation == Qt::Vertical;
    const int length = vertical ? slider->rect.height() : slider->rect.width();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    int handle = length;
    if (range > 0)
        handle = std::max(kScrollHandleMin, int(qint64(length) * slider->pageStep / (range + slider->pageStep)));
    handle = std::min(handle, length);
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle,
                                              slider->upsideDown);
    const auto span = [&](int from, int size) {
        return vertical ? QRect(0, from, slider->rect.width(), size) : QRect(from, 0, size, slider->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return slider->rect;
    case SC_ScrollBarSlider:
        return span(start, handle);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + handle, length - start - handle);
    default:
        return {};
    }
}

void HookboardStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        controls::buttonPanel(*painter, m_theme, *option, widget);
        return;
    case PE_PanelButtonTool:
        controls::toolButtonPanel(*painter, m_theme, *option);
        return;
    case PE_PanelLineEdit:
        // Inside a spin box or an editable combo box the frame is drawn by that.
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option); panel && panel->lineWidth > 0)
            controls::lineEditPanel(*painter, m_theme, *option, widget);
        return;
    case PE_FrameLineEdit:
        controls::lineEditPanel(*painter, m_theme, *option, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        controls::checkBox(*painter, m_theme, *option);
        return;
    case PE_IndicatorRadioButton:
        controls::radioButton(*painter, m_theme, *option);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(*painter, u"chevron-down"_s, m_theme.colour(Colour::TextSecondary), option->rect, 10);
        return;
    case PE_IndicatorArrowRight:
        paintIcon(*painter, u"chevron-right"_s, m_theme.colour(Colour::TextSecondary), option->rect, 10);
        return;
    case PE_PanelMenu:
        controls::menuPanel(*painter, m_theme, option->rect);
        return;
    case PE_FrameMenu:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            controls::focusRing(*painter, m_theme, option->rect, 2);
        return;
    case PE_Frame:
        if (widget && widget->isWindow())
            break;
        if (qobject_cast<const QPlainTextEdit *>(widget))
            controls::lineEditPanel(*painter, m_theme, *option, widget);
        else
            controls::frame(*painter, option->rect, 0, Qt::transparent, m_theme.colour(Colour::Border));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          m_theme.colour(Colour::Border));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.colour(Colour::TooltipBg));
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        controls::itemRow(*painter, m_theme, *option);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HookboardStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        controls::buttonPanel(*painter, m_theme, *option, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            controls::buttonLabel(*painter, m_theme, *button, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            controls::headerSection(*painter, m_theme, *header);
            return;
        }
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            controls::headerLabel(*painter, m_theme, *header);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme.colour(Colour::Sunken));
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            controls::tabShape(*painter, m_theme, *tab);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            controls::tabLabel(*painter, m_theme, *tab);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            controls::menuItem(*painter, m_theme, *item);
            return;
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            controls::menuBarItem(*painter, m_theme, *item);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme.colour(Colour::Rail));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.colour(Colour::Border));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HookboardStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            controls::comboBox(*painter, m_theme, *combo, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            controls::spinBox(*painter, m_theme, *spin, widget);
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
            controls::scrollBar(*painter, m_theme, *slider, handle);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

const Theme &themeOf(const QWidget *widget)
{
    static const Theme fallback;
    const QStyle *style = widget->style();
    if (const auto *own = qobject_cast<const HookboardStyle *>(style))
        return own->theme();
    return fallback;
}

} // namespace hookboard
