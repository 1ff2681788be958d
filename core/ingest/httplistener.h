// HttpListener: the HTTP door. POST /hooks/<source> becomes a RawDelivery for an Acceptor; GET /healthz asks it.
// Lives in the ingest thread with its sockets. Framing and limits are connectionguard's; this file knows routes,
// statuses and bodies of answers only.
#pragma once

#include "core/ingest/ingestsettings.h"
#include "core/types/clock.h"
#include "core/types/delivery.h"
#include "core/types/functionref.h"
#include "core/types/result.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hookboard {

// What the listener needs from the program behind it; pipeline.h is the real one, tests bring their own.
class Acceptor
{
public:
    using Answer = std::function<void(const Receipt &)>;
    // Asks the listener's budget for memory beyond the body, held until the answer; false when there is none. Good
    // during accept() only.
    using Hold = FunctionRef<bool(qint64 bytes)>;
    virtual ~Acceptor() = default;
    // Body limit of that source; nullopt when there is no such source.
    virtual std::optional<qint64> maxBodyOf(QStringView source) const = 0;
    // Takes the delivery, whose payload is not undone yet. `answer` is called exactly once, in this thread, now or
    // later.
    virtual void accept(RawDelivery delivery, Hold hold, Answer answer) = 0;
    // Of deliveries that are answered and still in memory: they leave less room for those that come.
    virtual qint64 heldBehind() const { return 0; }
    // nullopt when the journal can commit, else why not.
    virtual std::optional<Error> unhealthy() const = 0;
};

class HttpListener : public QObject
{
    Q_OBJECT
public:
    // Both must outlive the listener.
    HttpListener(IngestSettings settings, Acceptor &acceptor, const Clock &clock, QObject *parent = nullptr);
    ~HttpListener() override;

    // Binds and listens; returns the port (settings.port == 0 picks a free one).
    Result<quint16> listen();
    // Stops accepting connections; requests already framed are still answered.
    void stopAccepting();
    int connectionCount() const;
    // True when no request waits for an answer and every answer has left the process.
    bool isDrained() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
