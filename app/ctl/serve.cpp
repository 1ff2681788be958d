#include "app/ctl/console.h"
#include "app/ctl/options.h"
#include "app/ctl/terminationsignal.h"
#include "core/engine.h"
#include "core/types/clock.h"

#include <QtCore/QCoreApplication>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Tells the outside what Engine reports: the one line when ready, and why it is not.
class Announcer
{
public:
    // False when serving is over before it began.
    bool onHealth(const Health &health)
    {
        if (m_stopping)
            return true;
        if (health.listener.error && !m_announced) {
            printProblem(health.listener.error->message);
            return false;
        }
        if (health.journal.error && health.journal.error->message != m_journalProblem)
            printProblem(health.journal.error->message + u" Senders are answered 503 meanwhile."_s);
        m_journalProblem = health.journal.error ? health.journal.error->message : QString();
        const SecretStoreState &secrets = health.secretStore;
        if (secrets.error && secrets.sourcesWithout > 0 && secrets.error->message != m_secretProblem)
            printProblem(secrets.error->message + u" Sources whose secrets cannot be read answer 503."_s);
        m_secretProblem = secrets.error ? secrets.error->message : QString();
        // Ready is when every source answers as it will: a keychain may take its time, the listener does not wait for
        // it.
        const bool secretsKnown = secrets.state != SecretStoreState::State::Reading;
        const bool journalKnown = health.journal.writable || health.journal.error;
        if (health.listener.listening && journalKnown && secretsKnown && !m_announced) {
            m_announced = true;
            announce(health.listener);
        }
        return true;
    }

    // From here on nothing is news: not a closed journal, and not once more what ended it.
    void onStopping() { m_stopping = true; }

private:
    static void announce(const ListenerState &listener)
    {
        const QString host = listener.address.contains(u':') ? u'[' + listener.address + u']' : listener.address;
        printJsonLine({{"listening"_L1, u"http://%1:%2"_s.arg(host, QString::number(listener.port))}});
        flushOutput();
    }

    bool m_announced = false;
    bool m_stopping = false;
    QString m_journalProblem;
    QString m_secretProblem;
};

Result<Settings> servedSettings(const Options &options, const Profile &profile)
{
    Result<Settings> settings = profile.readSettings();
    if (!settings)
        return settings;
    const Result<qint64> port = options.number(u"port"_s, settings->ingest.port, 0, 65535);
    if (!port)
        return port.error();
    settings->ingest.port = static_cast<quint16>(*port);
    if (options.has(u"address"_s))
        settings->ingest.address = options.text(u"address"_s);
    return settings;
}

} // namespace

Outcome runServe(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {valueOption(u"address"_s), valueOption(u"port"_s)});
    if (!options)
        return options.error();
    Result<Profile> profile = existingProfile(options->invocation());
    if (!profile)
        return profile.error();
    const Result<Settings> settings = servedSettings(*options, *profile);
    if (!settings)
        return settings.error();
    if (const Status locked = profile->lock(); !locked)
        return locked.error();

    const SystemClock clock;
    Engine engine(*profile, clock);
    const TerminationSignal termination;
    Announcer announcer;
    int exitCode = 0;
    QObject::connect(&termination, &TerminationSignal::requested, &engine, [&] {
        announcer.onStopping();
        engine.stop();
    });
    QObject::connect(&engine, &Engine::stopped, &engine, [&exitCode] { QCoreApplication::exit(exitCode); });
    QObject::connect(&engine, &Engine::healthChanged, &engine, [&](const Health &health) {
        if (!announcer.onHealth(health)) {
            exitCode = 1;
            announcer.onStopping();
            engine.stop();
        }
    });
    if (const Status started = engine.start(*settings); !started)
        return started.error();
    return QCoreApplication::exec();
}

} // namespace hookboard
