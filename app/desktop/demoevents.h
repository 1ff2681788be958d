// DemoEvents: plausible events of a small shop, for the demo board. Pure and repeatable: the same seed and times give
// the same events. Amounts are minor units (cents).
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QRandomGenerator>
#include <QtCore/QString>

namespace hookboard {

struct DemoEvent
{
    QString source;
    QString type;
    QByteArray deliveryId;
    QByteArray body;
};

class DemoEvents
{
public:
    explicit DemoEvents(quint32 seed)
        : m_random(seed)
    {}
    // An event that happened at this time, microseconds since 1970 UTC.
    DemoEvent next(qint64 occurredUs);

private:
    DemoEvent order(qint64 occurredUs);
    DemoEvent failedPayment(qint64 occurredUs);
    DemoEvent deployment(qint64 occurredUs);
    DemoEvent serviceState(qint64 occurredUs);
    int between(int low, int high) { return int(m_random.bounded(low, high + 1)); }

    QRandomGenerator m_random;
    int m_order = 48'000;
    int m_release = 412;
    int m_report = 0;
    QHash<QString, QString> m_states; // last reported, by service
};

} // namespace hookboard
