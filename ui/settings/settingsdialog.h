// SettingsDialog: what a user may change about the program: appearance, port, how long events are kept. The theme
// applies while choosing, the rest when saved. GUI thread.
#pragma once

#include "core/config/settings.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QSpinBox;

namespace hookboard {

class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);
    Settings settings() const;

signals:
    void themeChosen(const QString &theme); // "system", "light", "dark"

private:
    Settings m_settings;
    QComboBox *m_theme = nullptr;
    QSpinBox *m_port = nullptr;
    QSpinBox *m_days = nullptr;
};

} // namespace hookboard
