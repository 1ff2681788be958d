// Settings: settings.json as a value. One struct, one default for each; limits of the listener are IngestSettings.
#pragma once

#include "core/ingest/ingestsettings.h"
#include "core/types/result.h"

#include <QtCore/QJsonObject>

namespace hookboard {

inline constexpr int kSettingsFormat = 1;

struct Settings
{
    IngestSettings ingest;
    QString secretStore = QStringLiteral("keychain"); // "keychain", "file", "memory"
    QString profileId;                                // names this profile in the keychain
    int retainDays = 90;                              // 0 = for ever
    qint64 retainBytes = 0;                           // 0 = no bound
    int duplicateWindowSeconds = 600;                 // for deliveries without an id, see bodywindow.h
    QString theme = QStringLiteral("system");         // "system", "light", "dark"
    QJsonObject unknown;                              // keys of a newer or foreign writer, kept on saving
};

// Malformed names the key whose value is out of its range.
Result<Settings> settingsFromJson(const QJsonObject &object);
QJsonObject settingsToJson(const Settings &settings);

} // namespace hookboard
