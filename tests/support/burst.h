// Burst: a sender of signed deliveries over several connections at a steady rate, which remembers what it was told of
// each one. Needs a running event loop.
#pragma once

#include "tests/support/httpclient.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <memory>
#include <vector>

namespace hookboard::test {

struct BurstPlan
{
    quint16 port = 0;
    QByteArray prefix; // of the delivery ids
    int connections = 16;
    int perSecond = 2'000;
    qsizetype padding = 900; // bytes of each body besides its frame
    QByteArray source = "repo";
    QByteArray secret = "s3cret";
};

class Burst : public QObject
{
public:
    explicit Burst(BurstPlan plan)
        : m_plan(std::move(plan))
    {
        for (int i = 0; i < m_plan.connections; ++i) {
            auto &lane = m_lanes.emplace_back(std::make_unique<Lane>());
            connect(&lane->socket, &QTcpSocket::connected, this, &Burst::pump);
            connect(&lane->socket, &QTcpSocket::readyRead, this, [this, lane = lane.get()] { onReadable(*lane); });
            lane->socket.connectToHost(QStringLiteral("127.0.0.1"), m_plan.port);
        }
        m_clock.start();
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, &Burst::pump);
        m_tick.start(1);
    }

    // Sends nothing more; what is under way is still answered.
    void stop() { m_tick.stop(), m_stopped = true; }
    bool isAnswered() const
    {
        return std::all_of(m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane->id.isEmpty(); });
    }
    // The other side has closed every connection.
    bool isOver() const
    {
        return std::all_of(m_lanes.begin(), m_lanes.end(),
                           [](const auto &lane) { return lane->socket.state() == QAbstractSocket::UnconnectedState; });
    }

    const QSet<QByteArray> &acknowledged() const { return m_acknowledged; }
    const QSet<QByteArray> &refused() const { return m_refused; }
    // Refusals by the code of their problem details.
    const QMap<QString, int> &codes() const { return m_codes; }
    // Answers that were neither 200, nor 503 with Retry-After and problem details.
    const QByteArrayList &odd() const { return m_odd; }
    int sent() const { return m_sent; }

private:
    struct Lane
    {
        QTcpSocket socket;
        QByteArray received;
        QByteArray id; // of the delivery under way; empty = idle
    };

    void pump()
    {
        if (m_stopped)
            return;
        for (const auto &lane : m_lanes) {
            if (m_sent >= m_clock.elapsed() * m_plan.perSecond / 1000)
                return;
            if (!lane->id.isEmpty() || lane->socket.state() != QAbstractSocket::ConnectedState)
                continue;
            lane->id = m_plan.prefix + '-' + QByteArray::number(m_sent++);
            const QByteArray body = "{\"id\":\"" + lane->id + "\",\"n\":" + QByteArray::number(m_sent % 997) +
                                    ",\"pad\":\"" + QByteArray(m_plan.padding, 'x') + "\"}";
            lane->socket.write(githubPost(m_plan.source, body, m_plan.secret, lane->id));
        }
    }

    void onReadable(Lane &lane)
    {
        lane.received += lane.socket.readAll();
        const qsizetype headEnd = lane.received.indexOf("\r\n\r\n");
        const qsizetype length = lane.received.toLower().indexOf("content-length:");
        if (headEnd < 0 || length < 0)
            return;
        const qsizetype from = length + 15;
        const qsizetype size =
            lane.received.sliced(from, lane.received.indexOf('\r', from) - from).trimmed().toLongLong();
        if (lane.received.size() < headEnd + 4 + size)
            return;
        onAnswer(lane.id, lane.received.first(headEnd + 2), lane.received.sliced(headEnd + 4));
        lane.received.clear();
        lane.id.clear();
        pump();
    }

    void onAnswer(const QByteArray &id, const QByteArray &head, const QByteArray &body)
    {
        if (head.startsWith("HTTP/1.1 200 ")) {
            m_acknowledged.insert(id);
            return;
        }
        m_refused.insert(id);
        const QString code =
            QJsonDocument::fromJson(body).object().value(QLatin1StringView("code")).toString(QStringLiteral("none"));
        ++m_codes[code];
        const bool asPromised = head.startsWith("HTTP/1.1 503 ") && head.toLower().contains("\r\nretry-after: ");
        if (!asPromised || code == QLatin1StringView("none"))
            m_odd.append(head + body);
    }

    BurstPlan m_plan;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QSet<QByteArray> m_acknowledged;
    QSet<QByteArray> m_refused;
    QMap<QString, int> m_codes;
    QByteArrayList m_odd;
    QElapsedTimer m_clock;
    QTimer m_tick;
    int m_sent = 0;
    bool m_stopped = false;
};

} // namespace hookboard::test
