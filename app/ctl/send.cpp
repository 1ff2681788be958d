#include "app/ctl/console.h"
#include "app/ctl/loadgenerator.h"
#include "app/ctl/options.h"
#include "app/ctl/outgoingrequests.h"
#include "app/ctl/sourcesecrets.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where the process that serves this profile listens, as far as its settings say.
QString configuredAddress(const IngestSettings &settings)
{
    const bool any = settings.address == "0.0.0.0"_L1 || settings.address == "::"_L1;
    const QString host = any ? u"127.0.0.1"_s : settings.address;
    return u"http://%1:%2"_s.arg(host.contains(u':') ? u'[' + host + u']' : host, QString::number(settings.port));
}

Result<QUrl> targetUrl(const Options &options, const Profile &profile, const QString &source)
{
    QString text = options.text(u"url"_s);
    if (text.isEmpty()) {
        const Result<Settings> settings = profile.readSettings();
        if (!settings)
            return settings.error();
        if (settings->ingest.port == 0)
            return Error{ErrorCode::InvalidArgument, u"The port is picked at each start; say where with --url."_s};
        text = configuredAddress(settings->ingest);
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     u"--url must be like http://127.0.0.1:8765, without TLS, not \"%1\"."_s.arg(text)};
    }
    if (url.path().isEmpty() || url.path() == "/"_L1)
        url.setPath(u"/hooks/"_s + source);
    return url;
}

// The command's numbers, checked.
Status fillLoad(const Options &options, LoadPlan &load)
{
    const Result<qint64> count = options.number(u"count"_s, 1, 1, 100'000'000);
    if (!count)
        return count.error();
    const Result<qint64> rate = options.number(u"rate"_s, 0, 0, 1'000'000);
    if (!rate)
        return rate.error();
    const Result<qint64> connections = options.number(u"connections"_s, 1, 1, 10'000);
    if (!connections)
        return connections.error();
    load.count = *count;
    load.rate = static_cast<double>(*rate);
    load.connections = static_cast<int>(std::min(*connections, *count));
    return Done();
}

Result<OutgoingPlan> outgoingPlan(const Options &options)
{
    const Result<QString> name = options.required(u"source"_s);
    if (!name)
        return name.error();
    const Result<QString> type = options.required(u"type"_s);
    if (!type)
        return type.error();
    const Result<Profile> profile = existingProfile(options.invocation());
    if (!profile)
        return profile.error();
    OutgoingPlan plan;
    plan.type = *type;
    const Result<SourceWithSecrets> source = sourceWithSecrets(*profile, *name);
    if (!source)
        return source.error();
    plan.source = *source;
    const Result<QUrl> url = targetUrl(options, *profile, *name);
    if (!url)
        return url.error();
    plan.url = *url;
    if (options.has(u"body"_s)) {
        const Result<QByteArray> body = readInput(options.text(u"body"_s));
        if (!body)
            return body.error();
        plan.body = *body;
    }
    return plan;
}

Outcome outcomeOf(const LoadReport &report, const QUrl &url)
{
    if (report.sent == 0)
        return Error{ErrorCode::Io, u"Nobody answers at %1: %2. Is the listener running?"_s.arg(
                                        url.toString(QUrl::RemovePath), report.problem)};
    qint64 accepted = 0;
    for (auto it = report.statuses.begin(); it != report.statuses.end(); ++it)
        accepted += it.key() >= 200 && it.key() < 300 ? it.value() : 0;
    if (accepted < report.sent) {
        return Error{ErrorCode::Io, u"%1 of %2 deliveries were not accepted; the statuses are in the summary."_s.arg(
                                        QString::number(report.sent - accepted), QString::number(report.sent))};
    }
    return 0;
}

} // namespace

Outcome runSend(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(
        invocation, {valueOption(u"source"_s), valueOption(u"type"_s), valueOption(u"body"_s), valueOption(u"count"_s),
                     valueOption(u"rate"_s), valueOption(u"connections"_s), valueOption(u"url"_s)});
    if (!options)
        return options.error();
    LoadPlan load;
    if (const Status filled = fillLoad(*options, load); !filled)
        return filled.error();
    const Result<OutgoingPlan> plan = outgoingPlan(*options);
    if (!plan)
        return plan.error();
    const SystemClock clock;
    const auto requests = OutgoingRequests::create(*plan, clock);
    if (!requests)
        return requests.error();
    load.host = plan->url.host();
    load.port = static_cast<quint16>(plan->url.port(80));
    load.request = [&requests](qint64 index) { return (*requests)->request(index); };
    const LoadReport report = runLoad(load);
    printJsonLine(toJson(report));
    return outcomeOf(report, plan->url);
}

} // namespace hookboard
