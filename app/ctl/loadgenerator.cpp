#include "app/ctl/loadgenerator.h"

#include "app/ctl/loadconnection.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

LoadGenerator::LoadGenerator(LoadPlan plan, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_clock(clock)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(1);
    connect(&m_tick, &QTimer::timeout, this, &LoadGenerator::pump);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(m_plan.answerTimeoutMs);
    connect(&m_deadline, &QTimer::timeout, this, &LoadGenerator::finish);
    m_report.latenciesUs.reserve(std::min<qsizetype>(m_plan.count, 1'000'000));
}

LoadGenerator::~LoadGenerator() = default;

void LoadGenerator::start()
{
    for (int i = 0; i < m_plan.connections; ++i) {
        m_connections.push_back(std::make_unique<LoadConnection>(m_plan.host, m_plan.port));
        LoadConnection *connection = m_connections.back().get();
        connect(connection, &LoadConnection::idle, this, [this, connection] { onIdle(connection); });
        connect(connection, &LoadConnection::answered, this, &LoadGenerator::onAnswered);
        connect(connection, &LoadConnection::unanswered, this, &LoadGenerator::onUnanswered);
        connect(connection, &LoadConnection::failed, this, [this](const QString &why) { m_report.problem = why; });
        connection->open();
    }
    m_deadline.start();
}

void LoadGenerator::onIdle(LoadConnection *connection)
{
    const qint64 nowNs = m_clock.steadyNs();
    if (m_startNs == 0) {
        m_startNs = nowNs;
        m_deadline.stop();
        m_tick.start();
    }
    if (!m_sendingEnded && isDue(nowNs) && connection->isIdle())
        sendNext(connection, nowNs);
}

void LoadGenerator::onAnswered(int status, qint64 dueNs)
{
    m_lastAnswerNs = m_clock.steadyNs();
    const qint64 latencyUs = (m_lastAnswerNs - dueNs) / 1000;
    m_report.latenciesUs.append(static_cast<qint32>(std::min<qint64>(latencyUs, std::numeric_limits<qint32>::max())));
    ++m_report.statuses[status];
    --m_pending;
    finishIfDone();
}

void LoadGenerator::onUnanswered()
{
    ++m_report.unanswered;
    --m_pending;
    finishIfDone();
}

// Hands due requests to idle connections. A backlog needs no list: it is the distance from sent to due.
void LoadGenerator::pump()
{
    const qint64 nowNs = m_clock.steadyNs();
    for (const auto &connection : m_connections) {
        if (m_sendingEnded || !isDue(nowNs))
            break;
        if (connection->isIdle())
            sendNext(connection.get(), nowNs);
    }
    if (m_plan.seconds > 0 && static_cast<double>(nowNs - m_startNs) / 1e9 >= m_plan.seconds)
        m_sendingEnded = true;
    finishIfDone();
}

bool LoadGenerator::isDue(qint64 nowNs) const
{
    if (m_plan.count > 0 && m_report.sent >= m_plan.count)
        return false;
    return dueNs(m_report.sent, nowNs) <= nowNs;
}

qint64 LoadGenerator::dueNs(qint64 index, qint64 nowNs) const
{
    return m_plan.rate > 0 ? m_startNs + static_cast<qint64>(static_cast<double>(index) * 1e9 / m_plan.rate) : nowNs;
}

void LoadGenerator::sendNext(LoadConnection *connection, qint64 nowNs)
{
    const qint64 index = m_report.sent++;
    ++m_pending;
    connection->send(m_plan.request(index), dueNs(index, nowNs));
    if (m_plan.count > 0 && m_report.sent >= m_plan.count)
        m_sendingEnded = true;
}

void LoadGenerator::finishIfDone()
{
    if (!m_sendingEnded || m_finished)
        return;
    if (m_pending == 0)
        finish();
    else if (!m_deadline.isActive())
        m_deadline.start();
}

void LoadGenerator::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_tick.stop();
    m_deadline.stop();
    for (const auto &connection : m_connections)
        disconnect(connection.get(), nullptr, this, nullptr);
    m_report.unanswered += m_pending;
    m_report.seconds = m_lastAnswerNs > m_startNs ? static_cast<double>(m_lastAnswerNs - m_startNs) / 1e9 : 0;
    std::sort(m_report.latenciesUs.begin(), m_report.latenciesUs.end());
    emit finished();
}

LoadReport runLoad(const LoadPlan &plan)
{
    const SystemClock clock;
    LoadGenerator generator(plan, clock);
    QObject::connect(&generator, &LoadGenerator::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    generator.start();
    QCoreApplication::exec();
    return generator.report();
}

} // namespace hookboard
