#include "app/ctl/console.h"
#include "app/ctl/headersfile.h"
#include "app/ctl/options.h"
#include "app/ctl/sourcesecrets.h"
#include "core/ingest/contentencoding.h"
#include "core/verify/templateregistry.h"
#include "core/verify/vectors.h"
#include "core/verify/verifier.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWrongVerdict = 1;

class FixedClock final : public Clock
{
public:
    explicit FixedClock(qint64 nowUs)
        : m_nowUs(nowUs)
    {}
    qint64 nowUs() const override { return m_nowUs; }
    qint64 steadyNs() const override { return 0; }

private:
    qint64 m_nowUs;
};

Outcome runVectorFile(const QString &path)
{
    TemplateRegistry templates;
    if (const Status loaded = templates.loadBuiltIn(); !loaded)
        return loaded.error();
    const Result<QByteArray> json = readInput(path);
    if (!json)
        return json.error();
    const Result<VectorReport> report = runVectors(*json, templates);
    if (!report)
        return report.error();
    const QStringList lines = report->lines();
    for (const QString &line : lines)
        printLine(line.toUtf8());
    return report->failed > 0 ? kWrongVerdict : 0;
}

Result<RawDelivery> recordedDelivery(const Options &options, const SourceConfig &source, qint64 nowUs)
{
    const Result<QByteArray> headerText = readInput(options.text(u"headers"_s));
    if (!headerText)
        return headerText.error();
    const Result<Headers> headers = headersFromText(*headerText);
    if (!headers)
        return headers.error();
    const Result<QByteArray> body = readInput(options.text(u"body"_s));
    if (!body)
        return body.error();
    const Result<BodyEncoding> encoding = bodyEncoding(headers->value("Content-Encoding"));
    if (!encoding)
        return encoding.error();
    RawDelivery delivery;
    delivery.source = source.name;
    delivery.method = "POST";
    delivery.target = "/hooks/" + source.name.toUtf8();
    delivery.headers = *headers;
    delivery.body = *body;
    delivery.encoding = *encoding;
    delivery.receivedUs = nowUs;
    return delivery;
}

int printVerdict(const Verifier::Verdict &verdict)
{
    if (const auto *rejection = std::get_if<Rejection>(&verdict)) {
        printJsonLine({{"valid"_L1, false},
                       {"reason"_L1, QString(codeText(rejection->error.code))},
                       {"status"_L1, httpStatus(rejection->error.code)},
                       {"detail"_L1, rejection->error.message}});
        return kWrongVerdict;
    }
    const Verdict &facts = std::get<VerifiedDelivery>(verdict).verdict();
    printJsonLine({{"valid"_L1, true},
                   {"verified"_L1, facts.verified},
                   {"scheme"_L1, facts.scheme},
                   {"secret"_L1, facts.secretIndex},
                   {"type"_L1, facts.type},
                   {"deliveryId"_L1, QString::fromUtf8(facts.deliveryId)}});
    return 0;
}

Outcome verifyRecorded(const Options &options)
{
    for (const QString &name : {u"source"_s, u"headers"_s, u"body"_s}) {
        if (const Result<QString> given = options.required(name); !given)
            return given.error();
    }
    const SystemClock systemClock;
    const Result<qint64> now = options.number(u"now"_s, systemClock.nowUs() / 1'000'000, 0, 253'402'300'799);
    if (!now)
        return now.error();
    const Result<Profile> profile = existingProfile(options.invocation());
    if (!profile)
        return profile.error();
    const Result<SourceWithSecrets> source = sourceWithSecrets(*profile, options.text(u"source"_s));
    if (!source)
        return source.error();
    const FixedClock clock(*now * 1'000'000);
    Result<RawDelivery> delivery = recordedDelivery(options, source->config, clock.nowUs());
    if (!delivery)
        return delivery.error();
    TemplateRegistry templates;
    if (const Status loaded = templates.loadBuiltIn(); !loaded)
        return loaded.error();
    Verifier verifier(templates, clock);
    verifier.setSources({*source});
    return printVerdict(verifier.verify(std::move(*delivery)));
}

} // namespace

Outcome runVerify(const Invocation &invocation)
{
    const Result<Options> options =
        Options::parse(invocation, {valueOption(u"vectors"_s), valueOption(u"source"_s), valueOption(u"headers"_s),
                                    valueOption(u"body"_s), valueOption(u"now"_s)});
    if (!options)
        return options.error();
    return options->has(u"vectors"_s) ? runVectorFile(options->text(u"vectors"_s)) : verifyRecorded(*options);
}

} // namespace hookboard
