#include "core/verify/evidence.h"

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

// Calls take(entry) for each part of `text` between separators, without surrounding blanks and never empty.
template <typename Take> void forEachPart(QByteArrayView text, QByteArrayView separator, Take take)
{
    qsizetype at = 0;
    while (at <= text.size()) {
        qsizetype end = separator.isEmpty() ? -1 : text.indexOf(separator, at);
        if (end < 0)
            end = text.size();
        const QByteArrayView part = text.sliced(at, end - at).trimmed();
        if (!part.isEmpty())
            take(part);
        at = end + qMax(separator.size(), qsizetype(1));
    }
}

void addSignature(Evidence &evidence, QByteArrayView signature)
{
    if (evidence.signatures.size() < kMaxSignatures)
        evidence.signatures.append(signature);
}

void takeKeyValues(Evidence &evidence, QByteArrayView header, const SchemeTemplate &scheme)
{
    const KeyValueForm &form = *scheme.signature.kv;
    const bool dated = scheme.timestamp && scheme.timestamp->kind == TimestampRule::Kind::KeyValue;
    forEachPart(header, form.pair, [&](QByteArrayView part) {
        const qsizetype eq = part.indexOf(form.eq);
        if (eq < 0)
            return;
        const QByteArrayView key = part.first(eq).trimmed();
        const QByteArrayView value = part.sliced(eq + form.eq.size()).trimmed();
        if (key == form.key)
            addSignature(evidence, value);
        else if (dated && key == scheme.timestamp->name && evidence.keyValueTimestamp.isNull())
            evidence.keyValueTimestamp = value.isEmpty() ? QByteArray("") : value.toByteArray();
    });
}

void takeItems(Evidence &evidence, QByteArrayView header, const SchemeTemplate &scheme)
{
    const QByteArray &item = scheme.signature.item;
    // Authorization schemes are case-insensitive (RFC 9110 section 11.1), versions of signatures are not.
    const bool isWord = scheme.scheme == Scheme::Token || scheme.scheme == Scheme::Basic;
    forEachPart(header, scheme.signature.list, [&](QByteArrayView part) {
        const bool begins =
            part.size() >= item.size() &&
            part.first(item.size()).compare(item, isWord ? Qt::CaseInsensitive : Qt::CaseSensitive) == 0;
        if (begins)
            addSignature(evidence, part.sliced(item.size()));
    });
}

// Number behind the prefix of a numbered header, 0 when it is no such header.
int headerNumber(QByteArrayView name, QByteArrayView prefix)
{
    if (name.size() <= prefix.size() || name.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) != 0)
        return 0;
    int number = 0;
    for (const char c : name.sliced(prefix.size())) {
        if (c < '0' || c > '9' || number > 9999)
            return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

void addValue(Evidence &evidence, QByteArray value)
{
    if (!value.trimmed().isEmpty()) // unsigned hooks of some senders bring the header empty
        evidence.values.append(std::move(value));
}

} // namespace

Result<Evidence> collectEvidence(const SchemeTemplate &scheme, const Headers &headers, const QByteArray &payload,
                                 PayloadReader &reader)
{
    const SignaturePlace &place = scheme.signature;
    Evidence evidence;
    for (const QByteArray &name : place.headers)
        addValue(evidence, headers.value(name));
    if (!place.headerPrefix.isEmpty()) {
        for (const Header &field : headers.fields()) {
            const int number = headerNumber(field.first, place.headerPrefix);
            if (number >= 1 && number <= place.max)
                addValue(evidence, field.second);
        }
    }
    if (!place.json.isEmpty()) {
        reader.read(payload);
        addValue(evidence, reader.text(place.json));
    }
    if (evidence.values.isEmpty()) {
        const QString where = !place.headers.isEmpty() ? QString::fromLatin1(place.headers.first())
                              : !place.json.isEmpty()  ? u"%1 of the body"_s.arg(QString::fromUtf8(place.json))
                                                       : QString::fromLatin1(place.headerPrefix + "1");
        return {ErrorCode::SignatureMissing, u"The delivery is not signed: %1 is missing or empty."_s.arg(where)};
    }
    for (const QByteArray &value : evidence.values) {
        if (place.kv)
            takeKeyValues(evidence, value, scheme);
        else
            takeItems(evidence, value, scheme);
    }
    if (evidence.signatures.isEmpty()) {
        const QByteArray known = place.kv ? place.kv->key + place.kv->eq : place.item;
        return {ErrorCode::SignatureUnknownVersion,
                u"No signature in the delivery begins with \"%1\"."_s.arg(QString::fromUtf8(known))};
    }
    return evidence;
}

} // namespace hookboard
