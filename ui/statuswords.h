// What the status line says, from Health alone. Pure, so that each sentence has a test; numbers and times follow the
// default QLocale.
#pragma once

#include "core/types/health.h"

#include <QtCore/QString>

namespace hookboard {

enum class StatusTone : quint8 { Good, Plain, Warning, Trouble };

// One entry. `text` empty = the entry has nothing to say and is hidden.
struct StatusEntry
{
    QString text;   // in full
    QString brief;  // for narrow windows
    QString detail; // tooltip and accessible description: what it means, what to do
    StatusTone tone = StatusTone::Plain;
};

StatusEntry listenerWords(const ListenerState &listener);
// True when another port would help: the port is taken or may not be used.
bool offersFreePort(const ListenerState &listener);
// Says nothing while secrets can be read; a reading is told of when it lasts.
StatusEntry secretWords(const SecretStoreState &store, qint64 nowUs);
bool isSlowReading(const SecretStoreState &store, qint64 nowUs);
StatusEntry queueWords(const Health &health);
StatusEntry journalWords(const JournalState &journal);
StatusEntry quarantineWords(const JournalState &journal);
StatusEntry rateWords(const Health &health);
StatusEntry lastEventWords(const Health &health, qint64 nowUs);

// "2 s ago"; "never" for 0; "now" for times that lie ahead.
QString agoText(qint64 us, qint64 nowUs);

} // namespace hookboard
