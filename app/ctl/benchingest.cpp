#include "app/ctl/bench.h"
#include "app/ctl/childserver.h"
#include "app/ctl/console.h"
#include "app/ctl/loadgenerator.h"
#include "app/ctl/outgoingrequests.h"

#include <QtCore/QTemporaryDir>

#include <vector>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPoolSize = 512; // signed beforehand: the generator shares the machine with what it measures
const QString kSource = u"bench"_s;

Result<SourceWithSecrets> makeProfile(const QString &directory)
{
    Profile profile(directory);
    if (const Status made = profile.create(u"file"_s); !made)
        return made.error();
    SourceWithSecrets source;
    source.config.name = kSource;
    source.config.provider = u"github"_s;
    source.config.secretCount = 1;
    source.secrets = {Secret("bench-secret")};
    const auto store = profile.openSecretStore();
    if (!store)
        return store.error();
    if (const Status kept = (*store)->setSecrets(kSource, source.secrets); !kept)
        return kept.error();
    if (const Status written = profile.writeSources({source.config}); !written)
        return written.error();
    return source;
}

// Signed requests that differ from use to use in their delivery id alone, which this provider does not sign.
class RequestPool
{
public:
    explicit RequestPool(const OutgoingRequests &requests)
        : m_requests(requests)
    {
        for (qint64 i = 0; i < kPoolSize; ++i) {
            m_pool.push_back(requests.request(i));
            m_idAt.push_back(m_pool.back().indexOf(requests.deliveryId(i)));
        }
    }

    QByteArray request(qint64 index) const
    {
        const auto slot = static_cast<std::size_t>(index % kPoolSize);
        QByteArray bytes = m_pool[slot];
        const QByteArray id = m_requests.deliveryId(index);
        return bytes.replace(m_idAt[slot], id.size(), id);
    }

private:
    const OutgoingRequests &m_requests;
    std::vector<QByteArray> m_pool;
    std::vector<qsizetype> m_idAt;
};

Result<LoadReport> measure(const QStringList &server, const SourceWithSecrets &source, LoadPlan load)
{
    const auto child = ChildServer::start(server);
    if (!child)
        return child.error();
    QUrl url = (*child)->url();
    url.setPath(u"/hooks/"_s + kSource);
    const SystemClock clock;
    const auto requests = OutgoingRequests::create({source, url, u"push"_s, {}}, clock);
    if (!requests)
        return requests.error();
    const RequestPool pool(**requests);
    load.host = url.host();
    load.port = static_cast<quint16>(url.port());
    load.request = [&pool](qint64 index) { return pool.request(index); };
    LoadReport report = runLoad(load);
    if (report.answered() == 0)
        return Error{ErrorCode::Io, u"Nothing was answered: %1"_s.arg(report.problem)};
    return report;
}

} // namespace

Outcome benchIngest(const Invocation &invocation)
{
    const Result<Options> options =
        Options::parse(invocation, {valueOption(u"seconds"_s), valueOption(u"connections"_s)});
    if (!options)
        return options.error();
    const Result<qint64> seconds = options->number(u"seconds"_s, 5, 1, 3600);
    if (!seconds)
        return seconds.error();
    const Result<qint64> connections = options->number(u"connections"_s, 64, 1, 4096);
    if (!connections)
        return connections.error();
    const QTemporaryDir directory;
    const Result<SourceWithSecrets> source = makeProfile(directory.path());
    if (!source)
        return source.error();

    LoadPlan load;
    load.connections = static_cast<int>(*connections);
    load.seconds = static_cast<double>(*seconds);
    const Result<LoadReport> echo = measure({u"bench"_s, u"echo"_s}, *source, load);
    if (!echo)
        return echo.error();
    const Result<LoadReport> ingest =
        measure({u"--profile"_s, directory.path(), u"serve"_s, u"--port"_s, u"0"_s}, *source, load);
    if (!ingest)
        return ingest.error();
    const qint64 stored = ingest->statuses.value(200);
    const QJsonObject summary = toJson(*ingest);
    printJsonLine({{"connections"_L1, *connections},
                   {"requestsPerSecond"_L1, ingest->perSecond()},
                   {"p50Ms"_L1, ingest->latencyMs(0.5)},
                   {"p99Ms"_L1, ingest->latencyMs(0.99)},
                   {"maxMs"_L1, ingest->latencyMs(1)},
                   {"statuses"_L1, summary.value("statuses"_L1)},
                   {"unanswered"_L1, ingest->unanswered},
                   {"echoRequestsPerSecond"_L1, echo->perSecond()},
                   {"echoP99Ms"_L1, echo->latencyMs(0.99)},
                   {"ratio"_L1, ingest->perSecond() / echo->perSecond()}});
    if (stored != ingest->sent)
        return Error{ErrorCode::Io, u"%1 of %2 deliveries were not stored."_s.arg(
                                        QString::number(ingest->sent - stored), QString::number(ingest->sent))};
    return 0;
}

} // namespace hookboard
