#include "core/verify/signer.h"

#include "core/types/sentence.h"
#include "core/verify/jsonplace.h"
#include "core/verify/templateregistry.h"
#include "core/verify/wiretime.h"

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isPublicKeyScheme(Scheme scheme)
{
    return scheme == Scheme::Ed25519 || scheme == Scheme::EcdsaP256Sha256;
}

void addHeader(Headers &headers, const QByteArray &name, const QByteArray &value)
{
    if (!name.isEmpty() && !value.isEmpty() && !headers.contains(name))
        headers.append(name, value);
}

void addFactHeader(Headers &headers, const QList<FactPlace> &places, const QByteArray &value)
{
    if (!places.isEmpty() && places.first().kind == FactPlace::Kind::HeaderField)
        addHeader(headers, places.first().name, value);
}

// The headers that the signature covers come first: they have to be there when it is made.
Headers factHeaders(const SchemeTemplate &scheme, const OutgoingDelivery &delivery, const QByteArray &timestamp)
{
    Headers headers;
    addHeader(headers, scheme.idHeader, delivery.deliveryId);
    addFactHeader(headers, scheme.delivery, delivery.deliveryId);
    addFactHeader(headers, scheme.event, delivery.type.toUtf8());
    if (scheme.timestamp && scheme.timestamp->kind == TimestampRule::Kind::HeaderField)
        addHeader(headers, scheme.timestamp->name, timestamp);
    if (scheme.occurred && scheme.occurred->place.kind == FactPlace::Kind::HeaderField)
        addHeader(headers, scheme.occurred->place.name, writeWireTime(delivery.nowUs, scheme.occurred->unit));
    return headers;
}

} // namespace

Result<Signer> Signer::create(const TemplateRegistry &templates, const SourceWithSecrets &source,
                              const std::optional<Secret> &privateKey)
{
    const SchemeTemplate *scheme = templates.find(source.config.provider);
    if (!scheme)
        return {ErrorCode::NotFound, Sentence::tr("The provider %1 is unknown.").arg(source.config.provider)};
    Signer made;
    made.m_scheme = scheme;
    made.m_text = SignedText(*scheme, source.config.publicUrl);
    made.m_simulationMark = SimulationMark(*scheme, source.secrets);
    if (scheme->scheme == Scheme::None)
        return made;
    const bool signsUrl = scheme->signs(SignedPiece::Kind::Url) || scheme->signs(SignedPiece::Kind::UrlDecoded);
    if (signsUrl && source.config.publicUrl.isEmpty())
        return {ErrorCode::InvalidArgument,
                Sentence::tr("%1 signs the public URL, and none is set.").arg(scheme->displayName)};
    if (isPublicKeyScheme(scheme->scheme) && !privateKey) {
        return {
            ErrorCode::NotImplemented,
            Sentence::tr(
                "%1 signs with a private key, and a receiver holds only the public one; give the private key to send.")
                .arg(scheme->displayName)};
    }
    if (!isPublicKeyScheme(scheme->scheme) && source.secrets.isEmpty())
        return {ErrorCode::SecretUnavailable,
                Sentence::tr("Source %1 has no secret to sign with.").arg(source.config.name)};
    Result<SigningKey> key = isPublicKeyScheme(scheme->scheme)
                                 ? SigningKey::forSigning(*scheme, *privateKey)
                                 : SigningKey::forChecking(*scheme, source.secrets.first());
    if (!key)
        return key.error();
    made.m_key = std::move(key).value();
    if (!source.secrets.isEmpty())
        made.m_secret = source.secrets.first();
    return made;
}

Result<SignedRequest> Signer::sign(const OutgoingDelivery &delivery) const
{
    const QByteArray timestamp =
        m_scheme->timestamp ? writeWireTime(delivery.nowUs, m_scheme->timestamp->unit) : QByteArray();
    SignedRequest request{factHeaders(*m_scheme, delivery, timestamp), delivery.body};
    if (m_scheme->scheme == Scheme::None)
        return request;
    const Result<QByteArray> signature = signatureText(delivery, request.headers, timestamp);
    if (!signature)
        return signature.error();
    if (const Status placed = place(*signature, timestamp, request); !placed)
        return placed.error();
    if (delivery.simulated)
        addHeader(request.headers, kSimulatedHeader, m_simulationMark.of(request.body));
    return request;
}

Result<QByteArray> Signer::signatureText(const OutgoingDelivery &delivery, const Headers &headers,
                                         const QByteArray &timestamp) const
{
    if (m_scheme->scheme == Scheme::Token || m_scheme->scheme == Scheme::Basic) {
        const QByteArray secret = m_secret.reveal().toByteArray();
        return m_scheme->scheme == Scheme::Basic ? secret.toBase64() : secret;
    }
    if (!m_scheme->idHeader.isEmpty() && delivery.deliveryId.isEmpty())
        return {ErrorCode::InvalidArgument,
                Sentence::tr("%1 signs a message id, and none is given.").arg(m_scheme->displayName)};
    const SignedInput input{delivery.method, headers, delivery.body, delivery.body, timestamp, delivery.deliveryId};
    PayloadReader reader;
    QVarLengthArray<QByteArray, 4> storage;
    TextParts parts;
    if (const Status whole = m_text.resolve(input, reader, storage, parts); !whole)
        return {ErrorCode::InvalidArgument, whole.error().message};
    const QByteArray bytes = m_key->sign(parts);
    if (bytes.isNull())
        return {ErrorCode::InvalidArgument, Sentence::tr("The cryptographic library refused to sign.")};
    return encode(bytes, m_scheme->encoding);
}

Status Signer::place(const QByteArray &signature, const QByteArray &timestamp, SignedRequest &request) const
{
    const SignaturePlace &place = m_scheme->signature;
    if (!place.json.isEmpty()) {
        if (m_scheme->signs(SignedPiece::Kind::Body))
            return {ErrorCode::InvalidArgument,
                    Sentence::tr("A signature inside the body cannot cover the whole body.")};
        JsonPlaces json(request.body);
        if (!json.isValid())
            return {ErrorCode::InvalidArgument,
                    Sentence::tr("The signature goes into the body, and the body is not JSON.")};
        json.set(place.json, QString::fromLatin1(place.item + signature));
        request.body = json.toBytes();
        return Done();
    }
    QByteArray value = place.item + signature;
    if (place.kv) {
        const KeyValueForm &form = *place.kv;
        value = form.key + form.eq + signature;
        if (m_scheme->timestamp && m_scheme->timestamp->kind == TimestampRule::Kind::KeyValue)
            value = m_scheme->timestamp->name + form.eq + timestamp + form.pair + value;
    }
    request.headers.append(place.headers.isEmpty() ? place.headerPrefix + "1" : place.headers.first(), value);
    return Done();
}

QByteArray Signer::fillFacts(const OutgoingDelivery &delivery) const
{
    JsonPlaces json(delivery.body);
    if (!json.isValid())
        return delivery.body;
    const auto setFact = [&](const QList<FactPlace> &places, const QString &value) {
        if (!places.isEmpty() && places.first().kind == FactPlace::Kind::Json && !value.isEmpty())
            json.set(places.first().name, value);
    };
    const auto setTime = [&](const QByteArray &pointer, TimeUnit unit) {
        const QByteArray text = writeWireTime(delivery.nowUs, unit);
        json.set(pointer,
                 unit == TimeUnit::Iso ? QJsonValue(QString::fromLatin1(text)) : QJsonValue(text.toLongLong()));
    };
    setFact(m_scheme->event, delivery.type);
    setFact(m_scheme->delivery, QString::fromUtf8(delivery.deliveryId));
    if (m_scheme->occurred && m_scheme->occurred->place.kind == FactPlace::Kind::Json)
        setTime(m_scheme->occurred->place.name, m_scheme->occurred->unit);
    if (m_scheme->timestamp && m_scheme->timestamp->kind == TimestampRule::Kind::Json)
        setTime(m_scheme->timestamp->name, m_scheme->timestamp->unit);
    return json.isChanged() || delivery.body.isEmpty() ? json.toBytes() : delivery.body;
}

} // namespace hookboard
