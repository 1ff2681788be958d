// SourceConfig: one place that senders deliver to, and SourceHealth: how it fares.
#pragma once

#include "core/types/secret.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace hookboard {

inline constexpr qint64 kDefaultMaxBodyBytes = 25LL * 1024 * 1024;    // GitHub's cap, the largest common one
inline constexpr qint64 kDefaultMaxPayloadBytes = 32LL * 1024 * 1024; // of a body after gzip or deflate

struct SourceConfig
{
    QString name;      // [a-z0-9][a-z0-9-_.]{0,63}; part of the URL
    QString provider;  // key of a verification template, or "none"
    QString publicUrl; // as registered at the provider; used by schemes that sign the URL
    qint64 maxBodyBytes = kDefaultMaxBodyBytes;
    int secretCount = 0; // how many secrets the secret store holds under this source
    QJsonObject unknown; // keys of a newer or foreign writer, kept on saving
    friend bool operator==(const SourceConfig &, const SourceConfig &) = default;
};

// Whether the secrets of a source are at hand. Only a source that is Ready accepts deliveries.
enum class SecretAccess : quint8 {
    Ready,       // read, or none needed
    Reading,     // the secret store has not answered yet
    Unavailable, // the secret store is locked or gone
    Missing,     // the secret store works and holds none for this source
};

// A source with its live secrets; never written to a file.
struct SourceWithSecrets
{
    SourceConfig config;
    QList<Secret> secrets;
    SecretAccess access = SecretAccess::Ready;
};

struct SourceHealth
{
    QString source;
    quint64 stored = 0;
    quint64 duplicates = 0;
    QMap<QString, quint64> rejected; // by codeText
    qint64 lastEventUs = 0;          // arrival of the last stored event; 0 = never
    double ratePerSecond = 0;        // stored, over the last 10 s
    double ackP50Ms = 0;             // receipt to answer, over the last 1,000 answers
    double ackP99Ms = 0;
    QList<float> sparkline; // stored per minute, oldest first, at most 60
    SecretAccess access = SecretAccess::Ready;
    QString problem; // empty when well; else why every delivery is refused and what to do
};

} // namespace hookboard
