#include "ui/sources/rejectionwords.h"

#include <QtCore/QCoreApplication>

namespace hookboard {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("RejectionWords", text);
}

RejectionWords signatureWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SignatureMissing:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "No signature")),
                words(QT_TRANSLATE_NOOP("RejectionWords",
                                        "The sender did not sign. Set the same secret at the provider and here."))};
    case ErrorCode::SignatureUnknownVersion:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Unknown signature version")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The signature header has none of the versions that this "
                                                          "provider is known to send. Check the provider."))};
    case ErrorCode::TokenMismatch:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Token does not match")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The token differs from the one stored here. Replace the "
                                                          "secret, or add it as a second one during a rotation."))};
    case ErrorCode::TimestampMissing:
    case ErrorCode::TimestampMalformed:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "No usable time in the signature")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The time that belongs to the signature is missing or "
                                                          "unreadable. Check that the provider is the right one."))};
    case ErrorCode::TimestampTooOld:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Signature too old")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "It was signed longer ago than the provider allows: an old "
                                                          "delivery sent again, or a clock that is wrong."))};
    case ErrorCode::TimestampTooNew:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Signature from the future")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The clock of the sender is ahead of this one. Check the "
                                                          "clock of this computer first."))};
    case ErrorCode::IdMissing:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "No delivery id")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The id that is part of the signature is missing."))};
    default:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Signature does not match")),
                words(QT_TRANSLATE_NOOP("RejectionWords",
                                        "The secret differs from the one at the provider, or the body was changed on "
                                        "the way. Compare the secret, then look at gateways in between."))};
    }
}

RejectionWords requestWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RequestTimeout:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Sender too slow")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The delivery did not arrive whole in time."))};
    case ErrorCode::LengthRequired:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "No length")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The sender did not say how long the body is."))};
    case ErrorCode::BodyTooLarge:
        return {
            words(QT_TRANSLATE_NOOP("RejectionWords", "Body too large")),
            words(QT_TRANSLATE_NOOP("RejectionWords", "Raise the limit of this source if such bodies are expected."))};
    case ErrorCode::TargetTooLong:
    case ErrorCode::HeadTooLarge:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Address or headers too long")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The request exceeds the limits of the listener."))};
    case ErrorCode::UnsupportedEncoding:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Unknown compression")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "Only gzip and deflate are understood."))};
    case ErrorCode::RateLimited:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Too many at once")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The sender was told to send again later."))};
    case ErrorCode::FromWebPage:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Sent by a web page")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "A page that is open in a browser posted to this source. "
                                                          "Without signatures nothing is taken from web pages."))};
    case ErrorCode::MethodNotAllowed:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Not a POST")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "Somebody opened the address without delivering anything."))};
    default:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Malformed request")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The request or its JSON body is broken."))};
    }
}

RejectionWords storeWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SecretUnavailable:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Secret not readable")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The place where secrets are kept is locked or gone. Unlock "
                                                          "it; senders are told to send again."))};
    case ErrorCode::QueueFull:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Queue was full")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "More arrived than the disk could take. Senders were told to "
                                                          "send again."))};
    case ErrorCode::DiskFull:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Disk was full")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "Free some space. Senders were told to send again."))};
    case ErrorCode::ShuttingDown:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Program was closing")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "Senders were told to send again."))};
    default:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Could not be stored")),
                words(QT_TRANSLATE_NOOP("RejectionWords", "The journal could not be written. Senders were told to send "
                                                          "again."))};
    }
}

} // namespace

RejectionWords rejectionWords(ErrorCode code)
{
    switch (httpStatus(code)) {
    case 200:
        return {words(QT_TRANSLATE_NOOP("RejectionWords", "Known id, other body")),
                words(QT_TRANSLATE_NOOP("RejectionWords",
                                        "The id was stored before with another body, which counts. The sender was told "
                                        "that it is a duplicate; compare both under Events."))};
    case 401:
        return signatureWords(code);
    case 503:
        return storeWords(code);
    default:
        return requestWords(code);
    }
}

} // namespace hookboard
