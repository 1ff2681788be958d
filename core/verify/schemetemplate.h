// SchemeTemplate: how one provider signs its deliveries, as data. Read from resources/providers/*.json by
// parseSchemeTemplate() and never changed afterwards. Plain values, any thread.
// An empty list or an empty optional means that the provider has no such thing.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace hookboard {

inline constexpr int kTemplateFormat = 1;

enum class Scheme : quint8 { None, Hmac, Token, Basic, Ed25519, EcdsaP256Sha256 };
enum class SignatureHash : quint8 { Sha1, Sha256, Sha512 };
enum class SignatureEncoding : quint8 { Hex, Base64, Base64Url };
enum class TimeUnit : quint8 { Seconds, Milliseconds, Iso };
enum class SecretDecoding : quint8 { Utf8, Base64, Hex, SpkiBase64 };

// One piece of the signed text. `text` is the literal, the header or form field name, or the JSON pointer.
struct SignedPiece
{
    enum class Kind : quint8 { Literal, Body, Timestamp, Id, Url, UrlDecoded, Method, HeaderField, Json, Form };
    Kind kind = Kind::Literal;
    QByteArray text;
};

// A header, by name, or a place in the JSON payload, by RFC 6901 pointer.
struct FactPlace
{
    enum class Kind : quint8 { HeaderField, Json };
    Kind kind = Kind::HeaderField;
    QByteArray name;
};

// Headers of the form `t=1,v1=ab,v1=cd`.
struct KeyValueForm
{
    QByteArray pair;
    QByteArray eq;
    QByteArray key;
};

struct SignaturePlace
{
    QList<QByteArray> headers; // all of them are looked at, in this order
    QByteArray headerPrefix;   // numbered headers: prefix followed by 1..max
    int max = 0;
    QByteArray json; // pointer, when the signature travels in the body
    QByteArray list; // separator of several signatures in one header; empty = one
    QByteArray item; // what each signature starts with; others are ignored
    std::optional<KeyValueForm> kv;
};

struct TimestampRule
{
    enum class Kind : quint8 { HeaderField, KeyValue, Json };
    Kind kind = Kind::HeaderField;
    QByteArray name;
    TimeUnit unit = TimeUnit::Seconds;
    std::optional<qint64> past; // seconds, inclusive; absent = not checked
    std::optional<qint64> future;
};

struct OccurredRule
{
    FactPlace place;
    TimeUnit unit = TimeUnit::Seconds;
};

struct SchemeTemplate
{
    QString key;
    QString displayName;
    QString secretHint;
    Scheme scheme = Scheme::None;
    SignatureHash hash = SignatureHash::Sha256;
    SignatureEncoding encoding = SignatureEncoding::Hex;
    QList<SignedPiece> signedText;
    SignaturePlace signature;
    std::optional<TimestampRule> timestamp;
    QByteArray idHeader;     // the {id} of the signed text
    QByteArray secretPrefix; // taken off the secret when it is there
    SecretDecoding secretDecoding = SecretDecoding::Utf8;
    QString learnedSecret;        // name of the handshake that brings the secret
    QList<FactPlace> delivery;    // first that is there wins; none = SHA-256 of the body
    bool bodiesAreUnique = false; // bodies hold their own time or id: equal ones are one delivery, however far apart
    QList<FactPlace> event;
    std::optional<OccurredRule> occurred;
    QString batch;
    QString handshake;

    bool signs(SignedPiece::Kind kind) const;
    // True when nothing in the signed text stands between the timestamp and the body.
    bool timeTouchesBody() const;
    // True when the verdict itself is read from the payload, as JSON or as a form, not only from the bytes as they
    // came.
    bool verdictNeedsPayload() const;
};

// The template in `object`, whose `extends` is already resolved. Strict: an unknown field or value, or one that the
// scheme needs and that is missing, is Malformed with a sentence naming the field. NewerFormat for a later format.
Result<SchemeTemplate> parseSchemeTemplate(const QString &key, const QJsonObject &object);

} // namespace hookboard
