#include "core/verify/compiledsource.h"

#include "core/ingest/contentencoding.h"
#include "core/types/sentence.h"
#include "core/verify/wiretime.h"

#include <algorithm>
#include <utility>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 kSecondUs = 1'000'000;
constexpr qint64 kMaxUnverifiedPayload = 1024 * 1024; // after gzip or deflate, where the verdict is read from it

QString headerWords(QByteArrayView name)
{
    return QString::fromUtf8(name.toByteArray());
}

// Where the timestamp touches the body, a sender could move digits over the border and the signature would still fit.
// Not when each time has the length of all times: of seconds until 2286, of RFC 3339 with a zone always.
bool hasLengthOfTimes(const QByteArray &text, TimeUnit unit)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return unit == TimeUnit::Iso ||
           (text.size() == (unit == TimeUnit::Seconds ? 10 : 13) && std::all_of(text.begin(), text.end(), isDigit));
}

Status checkTime(const SchemeTemplate &scheme, const QByteArray &text, qint64 nowUs)
{
    const TimestampRule &rule = *scheme.timestamp;
    const std::optional<qint64> sentUs = parseWireTime(text, rule.unit);
    if (!sentUs || (scheme.timeTouchesBody() && !hasLengthOfTimes(text, rule.unit)))
        return {ErrorCode::TimestampMalformed, u"The timestamp of the delivery is not a time."_s};
    const qint64 ageUs = nowUs - *sentUs;
    if (rule.past && ageUs > *rule.past * kSecondUs) {
        return {ErrorCode::TimestampTooOld, u"The delivery was signed %1 s ago; its provider's limit is %2 s."_s.arg(
                                                QString::number(ageUs / kSecondUs), QString::number(*rule.past))};
    }
    if (rule.future && -ageUs > *rule.future * kSecondUs) {
        return {
            ErrorCode::TimestampTooNew,
            u"The delivery was signed %1 s in the future; its provider's limit is %2 s. Check this computer's clock."_s
                .arg(QString::number(-ageUs / kSecondUs), QString::number(*rule.future))};
    }
    return Done();
}

// Without a signature nothing else tells a provider from a page in somebody's browser, and a browser lets every page
// post to this computer. It says so in fields that a page cannot take away, and that no provider sends.
Status refuseWebPages(const Headers &headers)
{
    const QByteArray site = headers.value("Sec-Fetch-Site");
    const bool ownDoing = site.isEmpty() || site == "none" || site == "same-origin";
    if (ownDoing && !headers.contains("Origin"))
        return Done();
    return {ErrorCode::FromWebPage,
            u"A web page sent this, by its Origin or Sec-Fetch-Site header. A source without signatures takes nothing "
            u"from web pages, since any page that is open in a browser could post to it. Send from a program, or "
            u"choose a provider that signs."_s};
}

Error timestampMissing(const TimestampRule &rule)
{
    return {ErrorCode::TimestampMissing,
            u"The delivery has no timestamp: %1 is missing."_s.arg(headerWords(rule.name))};
}

QString whyNoSecret(SecretAccess access)
{
    switch (access) {
    case SecretAccess::Reading:
        return Sentence::tr("Source %1: its secret is being read. Deliveries are answered 503 until then.");
    case SecretAccess::Unavailable:
        return Sentence::tr("Source %1: its secret cannot be read now. Deliveries are answered 503 until it can.");
    case SecretAccess::Ready:
    case SecretAccess::Missing:
        break;
    }
    return Sentence::tr("Source %1 has no secret; enter one. Deliveries are answered 503 until then.");
}

bool usesUrl(const SchemeTemplate &scheme)
{
    return scheme.signs(SignedPiece::Kind::Url) || scheme.signs(SignedPiece::Kind::UrlDecoded);
}

} // namespace

CompiledSource::CompiledSource(const SchemeTemplate *scheme, const SourceWithSecrets &source)
    : m_source(source)
    , m_scheme(scheme)
{
    if (!scheme) {
        m_problem =
            Error{ErrorCode::SecretUnavailable, Sentence::tr("Source %1: the provider %2 is unknown; choose another.")
                                                    .arg(config().name, config().provider)};
        return;
    }
    if (usesUrl(*scheme) && config().publicUrl.isEmpty()) {
        m_problem =
            Error{ErrorCode::SecretUnavailable,
                  Sentence::tr(
                      "Source %1: %2 signs the public URL, and none is set; enter the URL as it is registered there.")
                      .arg(config().name, scheme->displayName)};
        return;
    }
    m_text = SignedText(*scheme, config().publicUrl);
    m_simulationMark = SimulationMark(*scheme, source.secrets);
    if (scheme->scheme != Scheme::None)
        loadKeys();
}

bool CompiledSource::isMadeOf(const SourceWithSecrets &source) const
{
    const auto isCopy = [](const Secret &a, const Secret &b) { return a.isCopyOf(b); };
    return source.config == m_source.config && source.access == m_source.access &&
           std::equal(source.secrets.begin(), source.secrets.end(), m_source.secrets.begin(), m_source.secrets.end(),
                      isCopy);
}

void CompiledSource::loadKeys()
{
    if (m_source.secrets.isEmpty())
        m_problem = Error{ErrorCode::SecretUnavailable, whyNoSecret(m_source.access).arg(config().name)};
    for (const Secret &secret : std::as_const(m_source.secrets)) {
        Result<SigningKey> key = SigningKey::forChecking(*m_scheme, secret);
        if (!key) {
            m_problem = Error{ErrorCode::SecretUnavailable,
                              Sentence::tr("Source %1: %2").arg(config().name, key.error().message)};
            return;
        }
        m_keys.push_back(std::move(key).value());
    }
}

Result<int> CompiledSource::check(RawDelivery &delivery, qint64 nowUs, qint64 maxPayload, PayloadReader &reader) const
{
    if (m_scheme->scheme == Scheme::None) {
        const Status sent = refuseWebPages(delivery.headers);
        return sent ? Result<int>(-1) : Result<int>(sent.error());
    }
    if (m_scheme->verdictNeedsPayload()) {
        // Nobody vouches for it yet, so a small body may not become a large one.
        if (const Status decoded = decodePayload(delivery, std::min(maxPayload, kMaxUnverifiedPayload)); !decoded)
            return decoded.error();
    }
    const Result<Evidence> evidence = collectEvidence(*m_scheme, delivery.headers, delivery.payload, reader);
    if (!evidence)
        return evidence.error();

    SignedInput input{delivery.method, delivery.headers, delivery.body, delivery.payload, {}, {}};
    const std::optional<TimestampRule> &rule = m_scheme->timestamp;
    // A time in the body is looked at after the signature: until then nobody vouches for it.
    const bool inBody = rule && rule->kind == TimestampRule::Kind::Json;
    if (rule && !inBody) {
        input.timestamp = rule->kind == TimestampRule::Kind::HeaderField ? delivery.headers.value(rule->name)
                                                                         : evidence->keyValueTimestamp;
        if (input.timestamp.isEmpty())
            return timestampMissing(*rule);
        if (const Status timely = checkTime(*m_scheme, input.timestamp, nowUs); !timely)
            return timely.error();
    }
    if (!m_scheme->idHeader.isEmpty()) {
        input.id = delivery.headers.value(m_scheme->idHeader);
        if (input.id.isEmpty()) {
            return {ErrorCode::IdMissing,
                    u"The delivery has no message id: %1 is missing."_s.arg(headerWords(m_scheme->idHeader))};
        }
    }
    QVarLengthArray<QByteArray, 4> storage;
    TextParts parts;
    if (const Status whole = m_text.resolve(input, reader, storage, parts); !whole)
        return whole.error();
    const Result<int> key = matchingKey(parts, *evidence);
    if (!key || !inBody)
        return key;

    if (const Status decoded = decodePayload(delivery, maxPayload); !decoded)
        return decoded.error();
    reader.read(delivery.payload);
    const QByteArray sent = reader.text(rule->name);
    if (sent.isEmpty())
        return timestampMissing(*rule);
    const Status timely = checkTime(*m_scheme, sent, nowUs);
    return timely ? key : Result<int>(timely.error());
}

Result<int> CompiledSource::matchingKey(const TextParts &parts, const Evidence &evidence) const
{
    const bool isToken = m_scheme->scheme == Scheme::Token || m_scheme->scheme == Scheme::Basic;
    DecodedSignatures signatures;
    for (const QByteArrayView text : evidence.signatures) {
        if (m_scheme->scheme == Scheme::Token) {
            signatures.append(tokenDigest(text));
        } else if (m_scheme->scheme == Scheme::Basic) {
            const auto pair =
                QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
            if (pair)
                signatures.append(tokenDigest(*pair));
        } else if (ShortBytes bytes; decodeStrict(text, m_scheme->encoding, bytes)) {
            signatures.append(std::move(bytes));
        }
    }
    for (std::size_t i = 0; !signatures.isEmpty() && i < m_keys.size(); ++i) {
        if (m_keys[i].matchesAny(parts, signatures))
            return int(i);
    }
    if (isToken)
        return {ErrorCode::TokenMismatch, u"The token of the delivery is not the secret of this source."_s};
    return {
        ErrorCode::SignatureMismatch,
        u"The signature does not fit the delivery: the secret is another one, or the body was changed on the way."_s};
}

} // namespace hookboard
