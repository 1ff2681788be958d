// IngestRoom: what lives in the ingest thread, made and destroyed there: ledger, verifier, pipeline, listener.
// Made by Engine, moved to the thread, then only reached through queued slots.
#pragma once

#include "core/ingest/ingestsettings.h"
#include "core/journal/journal.h"
#include "core/types/health.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace hookboard {

class HttpListener;
class Pipeline;
class SourceLedger;
class TemplateRegistry;
class Verifier;

// The part of Health that the ingest thread knows.
struct IngestHealth
{
    int queued = 0;
    int connections = 0;
    double eventsPerSecond = 0;
    qint64 lastEventUs = 0;
    QList<SourceHealth> sources;
};

class IngestRoom : public QObject
{
    Q_OBJECT
public:
    // Both references must outlive the room.
    IngestRoom(IngestSettings settings, const TemplateRegistry &templates, const Clock &clock);
    ~IngestRoom() override;

public slots:
    // Builds the parts in this thread. Nothing is listening yet.
    void furnish();
    void setSources(const QList<hookboard::SourceWithSecrets> &sources);
    void setHistory(const QList<hookboard::SourceStatistics> &history);
    void listenOn(const QString &address, quint16 port);
    void onCommitted(const hookboard::CommitReportPtr &report);
    void onJournalState(const hookboard::JournalState &state);
    // Stops accepting, waits (bounded) until every request has its answer, then ends its thread.
    void close();

signals:
    void append(hookboard::AppendBatch batch);
    void quarantine(hookboard::RejectionBatch batch);
    void listenerChanged(const hookboard::ListenerState &state);
    void healthChanged(const hookboard::IngestHealth &health);

private:
    void reportHealth();
    void finishWhenDrained();

    IngestSettings m_settings;
    const TemplateRegistry &m_templates;
    const Clock &m_clock;
    QTimer *m_healthTimer = nullptr; // made in furnish(): a timer belongs to the thread that starts it
    QTimer *m_drainTimer = nullptr;
    QElapsedTimer m_closing;
    // In the order of their making; each uses those above it.
    QHash<QString, SecretAccess> m_access; // by source
    std::unique_ptr<SourceLedger> m_ledger;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<HttpListener> m_listener;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::IngestHealth)
