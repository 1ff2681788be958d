// What can go wrong, as a value: a code that programs can rely on and a sentence that a person can act on.
// One table (error.cpp) gives each code its wire text, its HTTP status and its title. Thread-safe: plain values.
#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace hookboard {

enum class ErrorCode {
    // The request
    Malformed,
    UnknownPath,
    UnknownSource,
    MethodNotAllowed,
    RequestTimeout,
    LengthRequired,
    BodyTooLarge,
    TargetTooLong,
    UnsupportedEncoding,
    ExpectationFailed,
    HeadTooLarge,
    RateLimited,
    FromWebPage,
    NotImplemented,
    // The signature (all 401)
    SignatureMissing,
    SignatureUnknownVersion,
    SignatureMismatch,
    TokenMismatch,
    TimestampMissing,
    TimestampMalformed,
    TimestampTooOld,
    TimestampTooNew,
    IdMissing,
    // We cannot store right now (all 503: nothing was stored, send again)
    SecretUnavailable,
    QueueFull,
    DiskFull,
    JournalReadOnly,
    JournalBusy,
    JournalDamaged,
    JournalUnavailable,
    TooManyConnections,
    ShuttingDown,
    // Answered as a duplicate, by its id, and kept in quarantine, because what it brought is not what is stored
    BodyDiffers,
    // Inside the program (never sent to a provider)
    InvalidArgument,
    NotFound,
    Io,
    NewerFormat,
    AlreadyRunning,
    Cancelled,
};

struct Error
{
    ErrorCode code = ErrorCode::InvalidArgument;
    QString message; // says what was wrong and what to do; never holds a secret
};

// Stable text of a code, as in problem details, /healthz and --json output: "signature-mismatch".
QLatin1StringView codeText(ErrorCode code);
// Inverse of codeText(); falls back to ErrorCode::InvalidArgument for a text that no code has.
ErrorCode codeFromText(QStringView text);
// HTTP status that an answer with this code carries, 500 for codes that are never sent.
int httpStatus(ErrorCode code);
// Short English title for problem details (RFC 9457 "title").
QLatin1StringView codeTitle(ErrorCode code);

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::Error)
