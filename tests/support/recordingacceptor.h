// RecordingAcceptor: stands behind a listener in tests. Believes every delivery and decompresses it, keeps it, answers
// at once or when told.
#pragma once

#include "core/ingest/contentencoding.h"
#include "core/ingest/httplistener.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>
#include <utility>

namespace hookboard::test {

class RecordingAcceptor final : public Acceptor
{
public:
    QHash<QString, qint64> maxBodies{{QStringLiteral("shop"), 1024 * 1024}};
    QList<RawDelivery> deliveries;
    std::optional<Error> sickness;
    std::optional<Error> refusal;
    bool duplicate = false;
    bool deferred = false;
    bool keeping = true; // false: only count, for tests of memory
    int count = 0;

    std::optional<qint64> maxBodyOf(QStringView source) const override
    {
        const auto it = maxBodies.constFind(source.toString());
        return it == maxBodies.constEnd() ? std::nullopt : std::optional(*it);
    }

    void accept(RawDelivery delivery, Hold hold, Answer answer) override
    {
        const Status decoded = decodePayload(delivery, kDefaultMaxPayloadBytes);
        if (!decoded)
            return answer({Receipt::Outcome::Refused, 0, {}, decoded.error()});
        if (delivery.encoding != BodyEncoding::Identity && !hold(delivery.payload.size()))
            return answer({Receipt::Outcome::Refused, 0, {}, {ErrorCode::QueueFull, {}}});
        ++count;
        if (keeping)
            deliveries.append(std::move(delivery));
        m_waiting.append(std::move(answer));
        if (!deferred)
            answerAll();
    }

    std::optional<Error> unhealthy() const override { return sickness; }

    int waiting() const { return static_cast<int>(m_waiting.size()); }
    void answerAll()
    {
        const QList<Answer> due = std::exchange(m_waiting, {});
        for (const Answer &answer : due)
            answer(receipt());
    }
    void dropAll() { m_waiting.clear(); }

private:
    Receipt receipt()
    {
        if (refusal)
            return {Receipt::Outcome::Refused, 0, {}, *refusal};
        const auto outcome = duplicate ? Receipt::Outcome::Duplicate : Receipt::Outcome::Stored;
        return {outcome, ++m_seq, "id-" + QByteArray::number(m_seq), {}};
    }

    quint64 m_seq = 0;
    QList<Answer> m_waiting;
};

} // namespace hookboard::test
