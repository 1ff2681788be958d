// Health: the truth about listener, queue and journal, as the status line and /healthz tell it.
#pragma once

#include "core/types/error.h"
#include "core/types/source.h"

#include <optional>

namespace hookboard {

struct ListenerState
{
    bool listening = false;
    QString address; // "127.0.0.1"
    quint16 port = 0;
    qint64 sinceUs = 0;         // when it last changed
    std::optional<Error> error; // why it does not listen
};

struct JournalState
{
    bool writable = false;
    std::optional<Error> error; // why not
    qint64 sinceUs = 0;
    quint64 lastSeq = 0;
    quint64 eventCount = 0;
    quint64 quarantineCount = 0;
    qint64 bytes = 0; // database and WAL on disk
};

// The place where secrets are kept, as far as it has been asked.
struct SecretStoreState
{
    enum class State : quint8 {
        Unasked,     // nothing was read from it or written to it yet
        Reading,     // it has been asked and has not answered yet
        Available,   // its last answer was good
        Unavailable, // locked, gone or unreadable; not asked again before somebody says so
    };
    State state = State::Unasked;
    QString kind;               // "keychain", "file", "memory"
    QString file;               // where the secrets are, or would be, when they are kept in a file
    std::optional<Error> error; // why it is unavailable
    qint64 sinceUs = 0;         // of the state
    int sourcesWithout = 0;     // sources that refuse deliveries because their secrets have not been read
};

// A span in which nobody listened: [fromUs, toUs).
struct Gap
{
    qint64 fromUs = 0;
    qint64 toUs = 0;
    friend bool operator==(const Gap &, const Gap &) = default;
};

struct Health
{
    ListenerState listener;
    JournalState journal;
    SecretStoreState secretStore;
    int queued = 0; // deliveries accepted and not yet durable
    int queueLimit = 0;
    int connections = 0;
    double eventsPerSecond = 0; // stored, over the last 2 s
    qint64 lastEventUs = 0;
    QList<SourceHealth> sources;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::Health)
Q_DECLARE_METATYPE(hookboard::JournalState)
Q_DECLARE_METATYPE(hookboard::ListenerState)
