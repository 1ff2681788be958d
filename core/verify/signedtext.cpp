#include "core/verify/signedtext.h"

#include "core/verify/strictcodec.h"

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

Error lacks(const QString &what)
{
    return {ErrorCode::SignatureMismatch, u"The delivery lacks %1, which is part of what is signed."_s.arg(what)};
}

// A value that has to be looked up and then kept; null when the delivery does not have it.
QByteArray lookedUp(const SignedPiece &piece, const SignedInput &input, PayloadReader &reader)
{
    if (piece.kind == SignedPiece::Kind::HeaderField)
        return input.headers.value(piece.text);
    if (piece.kind == SignedPiece::Kind::Form)
        return formField(input.payload, piece.text).value_or(QByteArray());
    reader.read(input.payload);
    return reader.text(piece.text);
}

QString placeWords(const SignedPiece &piece)
{
    const QString name = QString::fromUtf8(piece.text);
    if (piece.kind == SignedPiece::Kind::HeaderField)
        return u"the header "_s + name;
    return piece.kind == SignedPiece::Kind::Form ? u"the form field "_s + name : name + u" in the body"_s;
}

} // namespace

SignedText::SignedText(const SchemeTemplate &scheme, const QString &publicUrl)
    : m_pieces(scheme.signedText.begin(), scheme.signedText.end())
{
    const QByteArray url = publicUrl.toUtf8();
    for (SignedPiece &piece : m_pieces) {
        if (piece.kind == SignedPiece::Kind::Url)
            piece = {SignedPiece::Kind::Literal, url};
        else if (piece.kind == SignedPiece::Kind::UrlDecoded)
            piece = {SignedPiece::Kind::Literal, decodeUrlReserved(url)};
    }
}

Status SignedText::resolve(const SignedInput &input, PayloadReader &reader, QVarLengthArray<QByteArray, 4> &storage,
                           TextParts &parts) const
{
    for (const SignedPiece &piece : m_pieces) {
        switch (piece.kind) {
        case SignedPiece::Kind::Literal:
        case SignedPiece::Kind::Url:
        case SignedPiece::Kind::UrlDecoded:
            parts.append(piece.text);
            break;
        case SignedPiece::Kind::Body:
            parts.append(input.body);
            break;
        case SignedPiece::Kind::Timestamp:
            parts.append(input.timestamp);
            break;
        case SignedPiece::Kind::Id:
            parts.append(input.id);
            break;
        case SignedPiece::Kind::Method:
            parts.append(input.method);
            break;
        case SignedPiece::Kind::HeaderField:
        case SignedPiece::Kind::Json:
        case SignedPiece::Kind::Form: {
            QByteArray value = lookedUp(piece, input, reader);
            if (value.isNull())
                return lacks(placeWords(piece));
            parts.append(value); // the bytes are shared with the copy in storage, and stay where they are
            storage.append(std::move(value));
            break;
        }
        }
    }
    return Done();
}

} // namespace hookboard
