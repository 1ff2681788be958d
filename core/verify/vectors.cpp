#include "core/verify/vectors.h"

#include "core/verify/templateregistry.h"
#include "core/verify/verifier.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kVectorFormat = 1;
const QString kSource = u"vector"_s;

struct Reason
{
    ErrorCode code;
    QLatin1StringView name;
};

constexpr std::array kReasons{
    Reason{ErrorCode::SignatureMissing, "missing-signature"_L1},
    Reason{ErrorCode::SignatureUnknownVersion, "no-signature-of-known-version"_L1},
    Reason{ErrorCode::SignatureMismatch, "signature-mismatch"_L1},
    Reason{ErrorCode::TokenMismatch, "token-mismatch"_L1},
    Reason{ErrorCode::TimestampMissing, "missing-timestamp"_L1},
    Reason{ErrorCode::TimestampMalformed, "bad-timestamp"_L1},
    Reason{ErrorCode::TimestampTooOld, "timestamp-too-old"_L1},
    Reason{ErrorCode::TimestampTooNew, "timestamp-too-new"_L1},
    Reason{ErrorCode::IdMissing, "missing-id"_L1},
};

class VectorClock final : public Clock
{
public:
    explicit VectorClock(qint64 seconds)
        : m_us(seconds * 1'000'000)
    {}
    qint64 nowUs() const override { return m_us; }
    qint64 steadyNs() const override { return m_us * 1000; }

private:
    qint64 m_us;
};

SourceWithSecrets sourceOf(const QJsonObject &vector)
{
    SourceWithSecrets source;
    source.config.name = kSource;
    source.config.provider = vector.value("template"_L1).toString();
    source.config.publicUrl = vector.value("url"_L1).toString();
    for (const QJsonValue &secret : vector.value("secrets"_L1).toArray())
        source.secrets << Secret(secret.toString().toUtf8());
    return source;
}

RawDelivery deliveryOf(const QJsonObject &vector)
{
    RawDelivery delivery;
    delivery.source = kSource;
    delivery.method = vector.value("method"_L1).toString().toLatin1();
    delivery.body = QByteArray::fromBase64(vector.value("body"_L1).toString().toLatin1());
    const QJsonObject headers = vector.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        delivery.headers.append(it.key().toUtf8(), it.value().toString().toUtf8());
    return delivery;
}

// "valid", or the reason why not.
QString verdictOf(const QJsonObject &vector, const TemplateRegistry &templates)
{
    const VectorClock clock(vector.value("now"_L1).toInteger());
    Verifier verifier(templates, clock);
    verifier.setSources({sourceOf(vector)});
    const Verifier::Verdict verdict = verifier.verify(deliveryOf(vector));
    const auto *rejection = std::get_if<Rejection>(&verdict);
    if (!rejection)
        return u"valid"_s;
    const QLatin1StringView reason = vectorReason(rejection->error.code);
    return reason.isEmpty() ? QString(codeText(rejection->error.code)) : QString(reason);
}

} // namespace

QLatin1StringView vectorReason(ErrorCode code)
{
    const auto it = std::find_if(kReasons.begin(), kReasons.end(), [code](const Reason &r) { return r.code == code; });
    return it == kReasons.end() ? QLatin1StringView() : it->name;
}

Result<VectorReport> runVectors(const QByteArray &json, const TemplateRegistry &templates)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (!document.isObject()) {
        return {ErrorCode::Malformed, u"The file holds no signature vectors: %1 at byte %2."_s.arg(
                                          parsed.errorString(), QString::number(parsed.offset))};
    }
    const qint64 format = document.object().value("format"_L1).toInteger();
    if (format > kVectorFormat)
        return {ErrorCode::NewerFormat, u"The vectors are of a newer format; update Hookboard."_s};
    if (format != kVectorFormat || !document.object().value("vectors"_L1).isArray())
        return {ErrorCode::Malformed,
                u"The file holds no signature vectors: it needs \"format\": 1 and \"vectors\"."_s};

    VectorReport report;
    for (const QJsonValue &value : document.object().value("vectors"_L1).toArray()) {
        const QJsonObject vector = value.toObject();
        const QJsonValue name = vector.value("template"_L1);
        if (name.isNull()) {
            ++report.skipped;
            continue;
        }
        const bool valid = vector.value("valid"_L1).toBool();
        const QString expected = valid ? u"valid"_s : vector.value("reason"_L1).toString(u"a reason"_s);
        const QString found =
            templates.find(name.toString()) ? verdictOf(vector, templates) : u"no template %1"_s.arg(name.toString());
        if (found == expected) {
            ++report.passed;
            continue;
        }
        ++report.failed;
        report.wrong << u"%1: expected %2, got %3 (%4)"_s.arg(vector.value("id"_L1).toString(), expected, found,
                                                              vector.value("note"_L1).toString());
    }
    return report;
}

QStringList VectorReport::lines() const
{
    QStringList all = wrong;
    if (skipped > 0)
        all << u"%1 need code that is not built yet"_s.arg(skipped);
    all << u"%1 passed, %2 failed"_s.arg(passed).arg(failed);
    return all;
}

} // namespace hookboard
