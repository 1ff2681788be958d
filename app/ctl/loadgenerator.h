// LoadGenerator: carries out a LoadPlan over real sockets, in the thread of its event loop. Open loop: a request is due
// when the plan says so, whether or not earlier ones are answered, and its latency counts from then; a stalled receiver
// cannot hide (coordinated omission). The clock of the schedule has a resolution of one millisecond.
#pragma once

#include "app/ctl/loadplan.h"
#include "core/types/clock.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <vector>

namespace hookboard {

class LoadConnection;

class LoadGenerator : public QObject
{
    Q_OBJECT
public:
    LoadGenerator(LoadPlan plan, const Clock &clock, QObject *parent = nullptr);
    ~LoadGenerator() override;

    void start();
    // After finished().
    const LoadReport &report() const { return m_report; }

signals:
    void finished();

private:
    void onIdle(LoadConnection *connection);
    void onAnswered(int status, qint64 dueNs);
    void onUnanswered();
    void pump();
    bool isDue(qint64 nowNs) const;
    qint64 dueNs(qint64 index, qint64 nowNs) const;
    void sendNext(LoadConnection *connection, qint64 nowNs);
    void finishIfDone();
    void finish();

    LoadPlan m_plan;
    const Clock &m_clock;
    LoadReport m_report;
    std::vector<std::unique_ptr<LoadConnection>> m_connections;
    QTimer m_tick;
    QTimer m_deadline; // for the first connection, then for the last answers
    qint64 m_startNs = 0;
    qint64 m_lastAnswerNs = 0;
    qint64 m_pending = 0;
    bool m_sendingEnded = false;
    bool m_finished = false;
};

// Runs a plan to its end in the main thread, in the event loop of the application.
LoadReport runLoad(const LoadPlan &plan);

} // namespace hookboard
