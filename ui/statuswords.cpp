#include "ui/statuswords.h"

#include "ui/style/numberformat.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kSlowReadingUs = 1'000'000;

// One context for lupdate.
struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

QString clockText(qint64 us)
{
    return formatClock(QDateTime::fromMSecsSinceEpoch(us / 1000).time(), QLocale());
}

QString sinceText(qint64 us)
{
    return us > 0 ? StatusWords::tr("Since %1.").arg(clockText(us)) + u' ' : QString();
}

QString journalBrief(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return StatusWords::tr("The disk is full");
    case ErrorCode::JournalReadOnly:
        return StatusWords::tr("The journal is read-only");
    case ErrorCode::JournalBusy:
        return StatusWords::tr("Another program locks the journal");
    case ErrorCode::JournalDamaged:
        return StatusWords::tr("The journal is damaged");
    case ErrorCode::NewerFormat:
        return StatusWords::tr("The journal comes from a newer version");
    default:
        return StatusWords::tr("The journal cannot be written");
    }
}

} // namespace

QString agoText(qint64 us, qint64 nowUs)
{
    if (us <= 0) {
        return StatusWords::tr("never");
    }
    return formatAge(us, nowUs, QLocale());
}

StatusEntry listenerWords(const ListenerState &listener)
{
    if (listener.listening) {
        return {StatusWords::tr("Listening on %1:%2").arg(listener.address).arg(listener.port),
                StatusWords::tr("Listening"),
                StatusWords::tr("Deliveries to http://%1:%2 are received.").arg(listener.address).arg(listener.port),
                StatusTone::Good};
    }
    if (!listener.error) {
        return {StatusWords::tr("Not listening"), StatusWords::tr("Not listening"),
                sinceText(listener.sinceUs) + StatusWords::tr("No delivery can arrive."), StatusTone::Trouble};
    }
    const QString reason = listener.error->code == ErrorCode::AlreadyRunning
                               ? StatusWords::tr("port %1 is in use by another program").arg(listener.port)
                               : listener.error->message;
    return {StatusWords::tr("Not listening: %1").arg(reason), StatusWords::tr("Not listening"),
            sinceText(listener.sinceUs) + StatusWords::tr("No delivery can arrive. A free port helps if the sender or "
                                                          "tunnel can be told about it."),
            StatusTone::Trouble};
}

bool offersFreePort(const ListenerState &listener)
{
    return !listener.listening && listener.error.has_value();
}

bool isSlowReading(const SecretStoreState &store, qint64 nowUs)
{
    return store.state == SecretStoreState::State::Reading && nowUs - store.sinceUs >= kSlowReadingUs;
}

StatusEntry secretWords(const SecretStoreState &store, qint64 nowUs)
{
    const bool keychain = store.kind == "keychain"_L1;
    const QString refusing =
        store.sourcesWithout == 1
            ? StatusWords::tr("1 source refuses deliveries")
            : StatusWords::tr("%1 sources refuse deliveries").arg(QLocale().toString(store.sourcesWithout));
    if (isSlowReading(store, nowUs)) {
        return {StatusWords::tr("The keychain has not answered: %1").arg(refusing),
                StatusWords::tr("Reading the keychain"),
                StatusWords::tr("It may be asking for its password in a window of its own. Until it answers, senders "
                                "are told to send again."),
                StatusTone::Warning};
    }
    if (store.state != SecretStoreState::State::Unavailable) {
        return {};
    }
    const QString brief = keychain ? StatusWords::tr("No keychain") : StatusWords::tr("Secrets unreadable");
    const QString text = keychain ? StatusWords::tr("The keychain cannot be used") : brief;
    const QString reason = sinceText(store.sinceUs) + (store.error ? store.error->message : QString());
    return store.sourcesWithout > 0 ? StatusEntry{u"%1: %2"_s.arg(text, refusing), brief, reason, StatusTone::Trouble}
                                    : StatusEntry{text, brief, reason, StatusTone::Warning};
}

StatusEntry queueWords(const Health &health)
{
    if (health.queued <= 0) {
        return {};
    }
    const QString count = QLocale().toString(health.queued);
    const bool nearlyFull = health.queueLimit > 0 && health.queued * 10 >= health.queueLimit * 9;
    return {StatusWords::tr("%1 waiting to be stored").arg(count), StatusWords::tr("%1 waiting").arg(count),
            StatusWords::tr("Accepted and not yet on disk: no sender has been told that these are safe. "
                            "Room for %1; beyond that senders are told to send again.")
                .arg(QLocale().toString(health.queueLimit)),
            nearlyFull ? StatusTone::Trouble : StatusTone::Warning};
}

StatusEntry journalWords(const JournalState &journal)
{
    const QString size = QLocale().formattedDataSize(journal.bytes, 1, QLocale::DataSizeSIFormat);
    if (journal.writable) {
        return {StatusWords::tr("Journal %1").arg(size), size,
                StatusWords::tr("%1 events stored.").arg(QLocale().toString(journal.eventCount)), StatusTone::Plain};
    }
    if (!journal.error) {
        return {StatusWords::tr("Journal is being opened"), StatusWords::tr("Opening"), {}, StatusTone::Plain};
    }
    const QString brief = journalBrief(journal.error->code);
    return {brief, brief,
            sinceText(journal.sinceUs) +
                StatusWords::tr("Senders are told to try again; what was acknowledged is safe.") + u'\n' +
                journal.error->message,
            StatusTone::Trouble};
}

StatusEntry quarantineWords(const JournalState &journal)
{
    if (journal.quarantineCount == 0) {
        return {};
    }
    const QString text = StatusWords::tr("%1 in quarantine").arg(QLocale().toString(journal.quarantineCount));
    return {text, text, StatusWords::tr("Refused deliveries, kept aside and counted nowhere. Shows them."),
            StatusTone::Warning};
}

StatusEntry rateWords(const Health &health)
{
    const double rate = health.eventsPerSecond;
    const QString number = rate < 10 ? QLocale().toString(rate, 'f', 1) : QLocale().toString(rate, 'f', 0);
    return {StatusWords::tr("%1 events/s").arg(number), StatusWords::tr("%1/s").arg(number),
            StatusWords::tr("Stored per second, over the last 2 s; the line shows the last minute."),
            StatusTone::Plain};
}

StatusEntry lastEventWords(const Health &health, qint64 nowUs)
{
    if (health.lastEventUs <= 0) {
        return {StatusWords::tr("No event yet"), StatusWords::tr("No event yet"), {}, StatusTone::Plain};
    }
    const QString ago = agoText(health.lastEventUs, nowUs);
    return {StatusWords::tr("Last event %1").arg(ago), ago,
            StatusWords::tr("The last event was stored at %1.").arg(clockText(health.lastEventUs)), StatusTone::Plain};
}

} // namespace hookboard
