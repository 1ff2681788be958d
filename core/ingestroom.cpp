#include "core/ingestroom.h"

#include "core/ingest/httplistener.h"
#include "core/pipeline.h"
#include "core/sourceledger.h"
#include "core/verify/verifier.h"

#include <QtCore/QThread>

namespace hookboard {

namespace {

constexpr int kHealthIntervalMs = 250;
constexpr int kDrainPollMs = 10;
constexpr qint64 kDrainLimitMs = 5'000; // an answer that takes longer will not come; the sender tries again

} // namespace

IngestRoom::IngestRoom(IngestSettings settings, const TemplateRegistry &templates, const Clock &clock)
    : m_settings(std::move(settings))
    , m_templates(templates)
    , m_clock(clock)
{}

IngestRoom::~IngestRoom()
{
    m_listener.reset();
    m_pipeline.reset();
}

void IngestRoom::furnish()
{
    m_ledger = std::make_unique<SourceLedger>(m_clock);
    m_verifier = std::make_unique<Verifier>(m_templates, m_clock);
    m_pipeline = std::make_unique<Pipeline>(m_settings, *m_verifier, *m_ledger, m_clock);
    connect(m_pipeline.get(), &Pipeline::append, this, &IngestRoom::append);
    connect(m_pipeline.get(), &Pipeline::quarantine, this, &IngestRoom::quarantine);
    m_healthTimer = new QTimer(this);
    connect(m_healthTimer, &QTimer::timeout, this, &IngestRoom::reportHealth);
    m_healthTimer->start(kHealthIntervalMs);
}

void IngestRoom::setSources(const QList<SourceWithSecrets> &sources)
{
    QStringList names;
    m_access.clear();
    for (const SourceWithSecrets &source : sources) {
        names.append(source.config.name);
        m_access.insert(source.config.name, source.access);
    }
    m_ledger->setSources(names);
    m_verifier->setSources(sources);
    reportHealth();
}

void IngestRoom::setHistory(const QList<SourceStatistics> &history)
{
    for (const SourceStatistics &past : history)
        m_ledger->setHistory(past.source, past.stored, past.lastEventUs, past.quarantined);
    reportHealth();
}

void IngestRoom::listenOn(const QString &address, quint16 port)
{
    m_settings.address = address;
    m_settings.port = port;
    m_listener.reset(); // the old port is free before the new one is asked for
    m_listener = std::make_unique<HttpListener>(m_settings, *m_pipeline, m_clock);
    const Result<quint16> bound = m_listener->listen();
    ListenerState state;
    state.address = address;
    state.port = bound ? *bound : port;
    state.listening = bound.ok();
    state.sinceUs = m_clock.nowUs();
    if (!bound)
        state.error = bound.error();
    emit listenerChanged(state);
}

void IngestRoom::onCommitted(const CommitReportPtr &report)
{
    m_pipeline->onCommitted(report);
}

void IngestRoom::onJournalState(const JournalState &state)
{
    m_pipeline->onJournalState(state);
}

void IngestRoom::reportHealth()
{
    IngestHealth health;
    health.queued = m_pipeline->queued();
    health.connections = m_listener ? m_listener->connectionCount() : 0;
    health.eventsPerSecond = m_ledger->eventsPerSecond();
    health.lastEventUs = m_ledger->lastEventUs();
    health.sources = m_ledger->health();
    for (SourceHealth &source : health.sources) {
        source.access = m_access.value(source.source);
        if (const Error *problem = m_verifier->problem(source.source))
            source.problem = problem->message;
    }
    emit healthChanged(health);
}

void IngestRoom::close()
{
    m_pipeline->beginShutdown();
    if (m_listener)
        m_listener->stopAccepting();
    m_closing.start();
    m_drainTimer = new QTimer(this);
    connect(m_drainTimer, &QTimer::timeout, this, &IngestRoom::finishWhenDrained);
    m_drainTimer->start(kDrainPollMs);
}

void IngestRoom::finishWhenDrained()
{
    const bool drained = m_pipeline->queued() == 0 && (!m_listener || m_listener->isDrained());
    if (!drained && m_closing.elapsed() < kDrainLimitMs)
        return;
    m_pipeline->abandonWaiting();
    m_drainTimer->stop();
    m_healthTimer->stop();
    m_listener.reset(); // sockets die in the thread that made them
    thread()->quit();
}

} // namespace hookboard
