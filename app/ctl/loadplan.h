// LoadPlan and LoadReport: what a load generator is to do, and what came of it. Plain values.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <functional>

namespace hookboard {

struct LoadPlan
{
    QString host;
    quint16 port = 0;
    int connections = 1;
    qint64 count = 0;             // requests in all; 0 = as many as fit into `seconds`
    double seconds = 0;           // 0 = until `count` are sent
    double rate = 0;              // requests due per second (open loop); 0 = the next one when the last one is answered
    int answerTimeoutMs = 15'000; // how long to wait for the last answers
    // The bytes of request number `index`, head and body.
    std::function<QByteArray(qint64 index)> request;
};

struct LoadReport
{
    qint64 sent = 0;
    qint64 unanswered = 0;      // sent, and the connection closed or the time ran out
    QMap<int, qint64> statuses; // answers by HTTP status; sent = sum of these + unanswered
    QString problem;            // why connections failed, empty when none did
    double seconds = 0;         // first request due to last answer
    QList<qint32> latenciesUs;  // per answer, from the moment its request was due; ascending

    qint64 answered() const { return latenciesUs.size(); }
    double perSecond() const { return seconds > 0 ? static_cast<double>(answered()) / seconds : 0; }
    double latencyMs(double quantile) const; // 0 without answers
};

QJsonObject toJson(const LoadReport &report);

} // namespace hookboard
