// IngestSettings: every limit of the listener, with its default. Deadlines are milliseconds, sizes bytes.
#pragma once

#include "core/types/source.h"

#include <QtCore/QString>
#include <QtCore/QtGlobal>

namespace hookboard {

struct IngestSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8765;

    qsizetype maxRequestLine = 8 * 1024;
    qsizetype maxHead = 16 * 1024;
    int maxHeaders = 64;
    qint64 maxBody = kDefaultMaxBodyBytes;        // a source may lower it
    qint64 maxInflated = kDefaultMaxPayloadBytes; // payload after gzip or deflate
    qint64 maxBytesInFlight = 48LL * 1024 * 1024; // received or waiting for an answer, inflated too, all connections
    int maxConnections = 4096;
    int maxConnectionsPerAddress = 4096; // behind a tunnel every sender has the address of the tunnel
    // Bytes per second. A request that comes slower is taken all the same, but gives way when bytes in flight run out.
    qint64 minRequestRate = 64 * 1024;
    int headDeadlineMs = 10'000;
    int bodyDeadlineMs = 60'000;
    int idleDeadlineMs = 30'000;
    int responseDeadlineMs = 30'000;
    int lingerMs = 2'000;                    // how long a refused client may keep sending before the close
    qint64 lingerBytes = 64LL * 1024 * 1024; // and how much of that is read and thrown away

    int queueLimit = 8'192; // deliveries accepted and not yet durable
    qint64 queueLimitBytes = 48LL * 1024 * 1024;
};

} // namespace hookboard
