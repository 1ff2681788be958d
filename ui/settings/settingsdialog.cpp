#include "ui/settings/settingsdialog.h"

#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

SettingsDialog::SettingsDialog(const Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(new QComboBox(this))
    , m_port(new QSpinBox(this))
    , m_days(new QSpinBox(this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setMinimumWidth(420);
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), u"system"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(settings.theme)));
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this] { emit themeChosen(m_theme->currentData().toString()); });
    m_port->setObjectName(u"port"_s);
    m_port->setRange(0, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setSpecialValueText(tr("any free port"));
    m_port->setValue(settings.ingest.port);
    m_days->setObjectName(u"retainDays"_s);
    m_days->setRange(0, 3650);
    m_days->setSpecialValueText(tr("for ever"));
    m_days->setSuffix(u' ' + tr("days"));
    m_days->setValue(settings.retainDays);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("&Appearance"), m_theme);
    form->addRow(tr("&Port of the listener"), m_port);
    form->addRow(tr("&Keep events"), m_days);
    auto *note = new QLabel(tr("Port and retention apply from the next start."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    form->addRow(QString(), note);
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonKind::Normal, this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *save = makeButton(tr("Save"), {}, ButtonKind::Primary, this);
    save->setObjectName(u"saveSettings"_s);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    // Cancelling takes the tried theme back.
    connect(this, &QDialog::rejected, this, [this] { emit themeChosen(m_settings.theme); });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(20);
    column->addLayout(form);
    column->addStretch(1);
    column->addLayout(buttons);
}

Settings SettingsDialog::settings() const
{
    Settings settings = m_settings;
    settings.theme = m_theme->currentData().toString();
    settings.ingest.port = quint16(m_port->value());
    settings.retainDays = m_days->value();
    return settings;
}

} // namespace hookboard
