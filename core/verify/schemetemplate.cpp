#include "core/verify/schemetemplate.h"

#include "core/verify/fieldreader.h"

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array kSchemes{
    Named<Scheme>{"none"_L1, Scheme::None},       Named<Scheme>{"hmac"_L1, Scheme::Hmac},
    Named<Scheme>{"token"_L1, Scheme::Token},     Named<Scheme>{"basic"_L1, Scheme::Basic},
    Named<Scheme>{"ed25519"_L1, Scheme::Ed25519}, Named<Scheme>{"ecdsa-p256-sha256"_L1, Scheme::EcdsaP256Sha256},
};
constexpr std::array kHashes{
    Named<SignatureHash>{"sha1"_L1, SignatureHash::Sha1},
    Named<SignatureHash>{"sha256"_L1, SignatureHash::Sha256},
    Named<SignatureHash>{"sha512"_L1, SignatureHash::Sha512},
};
constexpr std::array kEncodings{
    Named<SignatureEncoding>{"hex"_L1, SignatureEncoding::Hex},
    Named<SignatureEncoding>{"base64"_L1, SignatureEncoding::Base64},
    Named<SignatureEncoding>{"base64url"_L1, SignatureEncoding::Base64Url},
};
constexpr std::array kUnits{
    Named<TimeUnit>{"s"_L1, TimeUnit::Seconds},
    Named<TimeUnit>{"ms"_L1, TimeUnit::Milliseconds},
    Named<TimeUnit>{"iso"_L1, TimeUnit::Iso},
};
constexpr std::array kDecodings{
    Named<SecretDecoding>{"utf8"_L1, SecretDecoding::Utf8},
    Named<SecretDecoding>{"base64"_L1, SecretDecoding::Base64},
    Named<SecretDecoding>{"hex"_L1, SecretDecoding::Hex},
    Named<SecretDecoding>{"spki-base64"_L1, SecretDecoding::SpkiBase64},
};

void parseSignature(FieldReader &root, SchemeTemplate &made)
{
    FieldReader place = root.object("signature"_L1);
    if (!place.isPresent())
        return;
    SignaturePlace &signature = made.signature;
    if (const QByteArray header = place.text("header"_L1); !header.isEmpty())
        signature.headers << header;
    signature.headers += place.texts("alt"_L1);
    if (const QByteArray pattern = place.text("headerPattern"_L1); !pattern.isEmpty()) {
        if (!pattern.endsWith("{n}"))
            place.refuse("headerPattern"_L1, u"must end with {n}"_s);
        signature.headerPrefix = pattern.chopped(3);
        signature.max = int(place.wholeNumber("max"_L1).value_or(100));
    }
    signature.json = place.pointer("json"_L1);
    signature.list = place.text("list"_L1);
    signature.item = place.text("item"_L1);
    if (FieldReader kv = place.object("kv"_L1); kv.isPresent()) {
        signature.kv = KeyValueForm{kv.neededText("pair"_L1), kv.neededText("eq"_L1), kv.neededText("key"_L1)};
        kv.finish();
    }
    if (signature.headers.isEmpty() && signature.headerPrefix.isEmpty() && signature.json.isEmpty())
        root.refuse("signature"_L1, u"needs one of header, headerPattern or json"_s);
    place.finish();
}

void parseTimestamp(FieldReader &root, SchemeTemplate &made)
{
    FieldReader place = root.object("timestamp"_L1);
    if (!place.isPresent())
        return;
    TimestampRule rule;
    if (const QByteArray header = place.text("header"_L1); !header.isEmpty()) {
        rule.name = header;
    } else if (const QByteArray key = place.text("kv"_L1); !key.isEmpty()) {
        rule.kind = TimestampRule::Kind::KeyValue;
        rule.name = key;
        if (!made.signature.kv)
            place.refuse("kv"_L1, u"needs signature.kv"_s);
    } else {
        rule.kind = TimestampRule::Kind::Json;
        rule.name = place.pointer("json"_L1);
        if (rule.name.isEmpty())
            root.refuse("timestamp"_L1, u"needs one of header, kv or json"_s);
    }
    rule.unit = place.choice("unit"_L1, kUnits, TimeUnit::Seconds);
    rule.past = place.wholeNumber("past"_L1);
    rule.future = place.wholeNumber("future"_L1);
    made.timestamp = rule;
    place.finish();
}

// `alt` names further places of the same kind.
QList<FactPlace> parsePlaces(FieldReader &place)
{
    QList<FactPlace> places;
    if (const QByteArray header = place.text("header"_L1); !header.isEmpty()) {
        places << FactPlace{FactPlace::Kind::HeaderField, header};
        for (const QByteArray &name : place.texts("alt"_L1))
            places << FactPlace{FactPlace::Kind::HeaderField, name};
    } else if (const QByteArray pointer = place.pointer("json"_L1); !pointer.isEmpty()) {
        places << FactPlace{FactPlace::Kind::Json, pointer};
        for (const QByteArray &name : place.texts("alt"_L1))
            places << FactPlace{FactPlace::Kind::Json, name};
    }
    return places;
}

void parseFacts(FieldReader &root, SchemeTemplate &made)
{
    if (FieldReader delivery = root.object("delivery"_L1); delivery.isPresent()) {
        made.delivery = parsePlaces(delivery);
        const QByteArray digest = delivery.text("digest"_L1);
        made.bodiesAreUnique = digest == "unique-body";
        if (made.delivery.isEmpty() && digest != "body" && !made.bodiesAreUnique)
            root.refuse("delivery"_L1, u"needs one of header, json or digest, which is body or unique-body"_s);
        delivery.finish();
    }
    if (FieldReader event = root.object("event"_L1); event.isPresent()) {
        made.event = parsePlaces(event);
        if (made.event.isEmpty())
            root.refuse("event"_L1, u"needs one of header or json"_s);
        event.finish();
    }
    if (FieldReader occurred = root.object("occurred"_L1); occurred.isPresent()) {
        const QList<FactPlace> places = parsePlaces(occurred);
        const TimeUnit unit = occurred.choice("unit"_L1, kUnits, TimeUnit::Seconds);
        if (places.size() == 1)
            made.occurred = OccurredRule{places.first(), unit};
        else
            root.refuse("occurred"_L1, u"needs one of header or json, and takes no alt"_s);
        occurred.finish();
    }
}

void parseSecret(FieldReader &root, SchemeTemplate &made)
{
    FieldReader secret = root.object("secret"_L1);
    if (!secret.isPresent())
        return;
    made.secretPrefix = secret.text("strip"_L1);
    made.secretDecoding = secret.choice("decode"_L1, kDecodings, SecretDecoding::Utf8);
    made.learnedSecret = QString::fromUtf8(secret.text("learned"_L1));
    secret.finish();
}

struct Token
{
    QByteArrayView name; // with the colon when it takes an argument
    SignedPiece::Kind kind;
};

constexpr std::array kTokens{
    Token{"body", SignedPiece::Kind::Body},
    Token{"timestamp", SignedPiece::Kind::Timestamp},
    Token{"id", SignedPiece::Kind::Id},
    Token{"url", SignedPiece::Kind::Url},
    Token{"url_decoded", SignedPiece::Kind::UrlDecoded},
    Token{"method", SignedPiece::Kind::Method},
    Token{"header:", SignedPiece::Kind::HeaderField},
    Token{"json:", SignedPiece::Kind::Json},
    Token{"form:", SignedPiece::Kind::Form},
};

std::optional<SignedPiece> pieceOf(QByteArrayView token)
{
    for (const Token &known : kTokens) {
        if (!known.name.endsWith(':') && token == known.name)
            return SignedPiece{known.kind, {}};
        if (known.name.endsWith(':') && token.startsWith(known.name) && token.size() > known.name.size())
            return SignedPiece{known.kind, token.sliced(known.name.size()).toByteArray()};
    }
    return std::nullopt;
}

void parseSignedText(FieldReader &root, SchemeTemplate &made)
{
    const QByteArray text = root.text("signed"_L1);
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf('{', at);
        const QByteArray literal = text.mid(at, open < 0 ? -1 : open - at);
        if (!literal.isEmpty())
            made.signedText << SignedPiece{SignedPiece::Kind::Literal, literal};
        if (open < 0)
            break;
        const qsizetype close = text.indexOf('}', open);
        const QByteArray token = text.mid(open + 1, close < 0 ? -1 : close - open - 1);
        const std::optional<SignedPiece> piece = close < 0 ? std::nullopt : pieceOf(token);
        if (!piece) {
            root.refuse("signed"_L1, u"has the unknown token {%1}"_s.arg(QString::fromUtf8(token)));
            return;
        }
        made.signedText << *piece;
        at = close + 1;
    }
}

// A timestamp in the payload is signed as any other value of the payload.
void resolveJsonTimestamp(SchemeTemplate &made)
{
    if (!made.timestamp || made.timestamp->kind != TimestampRule::Kind::Json)
        return;
    for (SignedPiece &piece : made.signedText) {
        if (piece.kind == SignedPiece::Kind::Timestamp)
            piece = SignedPiece{SignedPiece::Kind::Json, made.timestamp->name};
    }
}

void checkWhole(FieldReader &root, const SchemeTemplate &made)
{
    const bool hasPlace =
        !made.signature.headers.isEmpty() || !made.signature.headerPrefix.isEmpty() || !made.signature.json.isEmpty();
    const bool computes =
        made.scheme == Scheme::Hmac || made.scheme == Scheme::Ed25519 || made.scheme == Scheme::EcdsaP256Sha256;
    const auto isVariable = [](const SignedPiece &piece) { return piece.kind != SignedPiece::Kind::Literal; };

    if (made.scheme == Scheme::None && hasPlace)
        root.refuse("signature"_L1, u"is given, but the scheme is none"_s);
    if ((computes || made.scheme == Scheme::Token) && !hasPlace)
        root.refuse("signature"_L1, u"is missing"_s);
    if (computes && !std::any_of(made.signedText.begin(), made.signedText.end(), isVariable))
        root.refuse("signed"_L1, u"is missing or signs nothing of the delivery"_s);
    if (!computes && !made.signedText.isEmpty())
        root.refuse("signed"_L1, u"is given, but this scheme signs nothing"_s);
    if (made.signs(SignedPiece::Kind::Timestamp) && !made.timestamp)
        root.refuse("timestamp"_L1, u"is missing, and the signed text uses it"_s);
    if (made.signs(SignedPiece::Kind::Id) && made.idHeader.isEmpty())
        root.refuse("id"_L1, u"is missing, and the signed text uses it"_s);
}

} // namespace

bool SchemeTemplate::signs(SignedPiece::Kind kind) const
{
    return std::any_of(signedText.begin(), signedText.end(), [kind](const SignedPiece &p) { return p.kind == kind; });
}

bool SchemeTemplate::timeTouchesBody() const
{
    const auto touch = [](const SignedPiece &a, const SignedPiece &b) {
        using Kind = SignedPiece::Kind;
        return (a.kind == Kind::Timestamp && b.kind == Kind::Body) ||
               (a.kind == Kind::Body && b.kind == Kind::Timestamp);
    };
    return std::adjacent_find(signedText.begin(), signedText.end(), touch) != signedText.end();
}

bool SchemeTemplate::verdictNeedsPayload() const
{
    return !signature.json.isEmpty() || signs(SignedPiece::Kind::Json) || signs(SignedPiece::Kind::Form);
}

Result<SchemeTemplate> parseSchemeTemplate(const QString &key, const QJsonObject &object)
{
    std::optional<Error> problem;
    FieldReader root(object, u"template %1"_s.arg(key), problem);
    if (const std::optional<qint64> format = root.wholeNumber("format"_L1); format != kTemplateFormat) {
        if (format && *format > kTemplateFormat)
            return {ErrorCode::NewerFormat,
                    u"Template %1 was written by a newer version; update Hookboard."_s.arg(key)};
        root.refuse("format"_L1, u"must be %1"_s.arg(kTemplateFormat));
    }
    SchemeTemplate made;
    made.key = key;
    made.displayName = QString::fromUtf8(root.neededText("displayName"_L1));
    made.secretHint = QString::fromUtf8(root.neededText("secretHint"_L1));
    made.scheme = root.neededChoice("scheme"_L1, kSchemes);
    const bool isHmac = made.scheme == Scheme::Hmac;
    const bool isEncoded = isHmac || made.scheme == Scheme::Ed25519 || made.scheme == Scheme::EcdsaP256Sha256;
    made.hash = isHmac ? root.neededChoice("hash"_L1, kHashes) : SignatureHash::Sha256;
    made.encoding = isEncoded ? root.neededChoice("encoding"_L1, kEncodings) : SignatureEncoding::Base64;
    parseSignedText(root, made);
    parseSignature(root, made);
    parseTimestamp(root, made);
    resolveJsonTimestamp(made);
    if (FieldReader id = root.object("id"_L1); id.isPresent()) {
        made.idHeader = id.neededText("header"_L1);
        id.finish();
    }
    parseSecret(root, made);
    parseFacts(root, made);
    made.batch = QString::fromUtf8(root.text("batch"_L1));
    made.handshake = QString::fromUtf8(root.text("handshake"_L1));
    if (made.scheme == Scheme::Basic && made.signature.headers.isEmpty()) {
        made.signature.headers << "Authorization"_ba;
        made.signature.item = "Basic "_ba;
    }
    checkWhole(root, made);
    root.finish();
    if (problem)
        return *problem;
    return made;
}

} // namespace hookboard
