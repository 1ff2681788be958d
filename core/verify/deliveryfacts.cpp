#include "core/verify/deliveryfacts.h"

#include "core/types/utf8cut.h"
#include "core/verify/signingkey.h"
#include "core/verify/wiretime.h"

#include <algorithm>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype kMaxIdBytes = 512;
constexpr qsizetype kMaxTypeBytes = 256;

bool isJsonType(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    constexpr QByteArrayView kSuffix = "+json";
    return type.compare("application/json", Qt::CaseInsensitive) == 0 ||
           (type.size() > kSuffix.size() && type.last(kSuffix.size()).compare(kSuffix, Qt::CaseInsensitive) == 0);
}

bool namesJson(const QList<FactPlace> &places)
{
    return std::any_of(places.begin(), places.end(),
                       [](const FactPlace &p) { return p.kind == FactPlace::Kind::Json; });
}

bool needsJson(const SchemeTemplate &scheme)
{
    return namesJson(scheme.delivery) || namesJson(scheme.event) ||
           (scheme.occurred && scheme.occurred->place.kind == FactPlace::Kind::Json);
}

// Null when there is nothing.
QByteArray valueAt(const FactPlace &place, const Headers &headers, PayloadReader *reader)
{
    if (place.kind == FactPlace::Kind::HeaderField)
        return headers.value(place.name);
    return reader ? reader->text(place.name) : QByteArray();
}

QByteArray firstValue(const QList<FactPlace> &places, const Headers &headers, PayloadReader *reader)
{
    for (const FactPlace &place : places) {
        QByteArray value = valueAt(place, headers, reader);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

bool isPrintableUtf8(const QByteArray &text)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 || c == 0x7f; };
    return std::none_of(text.begin(), text.end(), isControl) && text.isValidUtf8();
}

// A digest that stands for an id always says of what: "@body", "@id", or the time that the journal puts behind it (see
// bodywindow.h). No sender can choose an id of that form, so no id of a sender is ever taken for a digest.
bool hasFormOfDigest(const QByteArray &id)
{
    constexpr qsizetype kDigits = 64;
    return id.size() > kDigits && id[kDigits] == '@';
}

// Ids that could not be stored and shown as they are become their digest: still the same for the same delivery.
QByteArray boundedId(QByteArray id)
{
    if (id.size() > kMaxIdBytes || !isPrintableUtf8(id) || hasFormOfDigest(id))
        return sha256Hex(id) + "@id";
    return id;
}

QString boundedType(const QByteArray &type)
{
    QString made = QString::fromUtf8(cutUtf8(type, kMaxTypeBytes));
    // Invalid bytes turn into U+FFFD, which is three bytes long.
    while (made.toUtf8().size() > kMaxTypeBytes)
        made.chop(1);
    return made;
}

} // namespace

Status readFacts(const SchemeTemplate &scheme, const RawDelivery &delivery, PayloadReader &reader, Verdict &verdict)
{
    const bool saysJson = isJsonType(delivery.headers.value("content-type"));
    PayloadReader *json = nullptr;
    // An empty body holds no JSON that could be wrong: some hooks are GET or DELETE in the clothes of a POST.
    if ((saysJson || needsJson(scheme)) && !delivery.payload.isEmpty()) {
        const PayloadReader::Outcome outcome = reader.read(delivery.payload);
        if (saysJson && outcome == PayloadReader::Outcome::Malformed)
            return {ErrorCode::Malformed, u"The body is not the JSON that its content type promises."_s};
        json = outcome == PayloadReader::Outcome::Parsed ? &reader : nullptr;
    }
    verdict.type = boundedType(firstValue(scheme.event, delivery.headers, json));
    const QByteArray id = firstValue(scheme.delivery, delivery.headers, json);
    // The id may be in a payload that cannot be read; then the digest stands for it.
    const bool isInside = json == nullptr && namesJson(scheme.delivery) && !delivery.payload.isEmpty();
    verdict.idIsDigest = id.isEmpty() && !isInside && !scheme.bodiesAreUnique;
    verdict.deliveryId = !id.isEmpty() ? boundedId(id) : sha256Hex(delivery.body) + (verdict.idIsDigest ? "" : "@body");
    if (scheme.occurred) {
        const QByteArray time = valueAt(scheme.occurred->place, delivery.headers, json);
        verdict.occurredUs = parseWireTime(time, scheme.occurred->unit);
    }
    return Done();
}

void readHeaderFacts(const SchemeTemplate &scheme, Rejection &rejection)
{
    rejection.type = boundedType(firstValue(scheme.event, rejection.raw.headers, nullptr));
    const QByteArray id = firstValue(scheme.delivery, rejection.raw.headers, nullptr);
    if (!id.isEmpty())
        rejection.deliveryId = boundedId(id);
}

} // namespace hookboard
