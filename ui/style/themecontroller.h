// ThemeController: which scheme holds now (the system's, light or dark), for the whole application. GUI thread; made by
// the executable after QApplication, outlives all windows.
#pragma once

#include "ui/style/theme.h"

#include <QtCore/QObject>

class QApplication;

namespace hookboard {

class HookboardStyle;

class ThemeController : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    // Installs the style, palette and font on the application and keeps them current.
    explicit ThemeController(QApplication &application, QObject *parent = nullptr);
    ~ThemeController() override;

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    // "system", "light", "dark", as settings keep it; anything else means System.
    static Choice choiceFromText(QStringView text);
    static QString choiceText(Choice choice);

    const Theme &theme() const { return m_theme; }

signals:
    void themeChanged(const hookboard::Theme &theme);

private:
    Theme::Scheme wantedScheme() const;
    void apply();

    QApplication &m_application;
    HookboardStyle *m_style = nullptr; // owned by the application
    Choice m_choice = Choice::System;
    bool m_systemWasDark = false; // before our own palette hid it; all that Qt 6.4 can tell
    Theme m_theme;
};

} // namespace hookboard
