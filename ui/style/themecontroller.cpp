#include "ui/style/themecontroller.h"

#include "ui/style/hookboardstyle.h"

#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

ThemeController::ThemeController(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    const QPalette system = QApplication::palette();
    m_systemWasDark = system.color(QPalette::Window).lightnessF() < system.color(QPalette::WindowText).lightnessF();
    m_theme = Theme(wantedScheme());
    m_style = new HookboardStyle(m_theme);
    QApplication::setStyle(m_style);
    apply();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_choice == Choice::System)
            apply();
    });
#endif
}

ThemeController::~ThemeController() = default;

void ThemeController::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

ThemeController::Choice ThemeController::choiceFromText(QStringView text)
{
    if (text == "light"_L1)
        return Choice::Light;
    if (text == "dark"_L1)
        return Choice::Dark;
    return Choice::System;
}

QString ThemeController::choiceText(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::System:
        break;
    }
    return u"system"_s;
}

Theme::Scheme ThemeController::wantedScheme() const
{
    if (m_choice != Choice::System)
        return m_choice == Choice::Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
#endif
    return m_systemWasDark ? Theme::Scheme::Dark : Theme::Scheme::Light;
}

void ThemeController::apply()
{
    m_theme = Theme(wantedScheme());
    m_style->setTheme(m_theme);
    // The style reads the theme before the palette event makes every widget repaint.
    m_application.setFont(m_theme.font(TypeRole::Body));
    m_application.setPalette(m_theme.palette());
    emit themeChanged(m_theme);
}

} // namespace hookboard
