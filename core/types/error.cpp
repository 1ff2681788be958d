#include "core/types/error.h"

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

struct CodeRow
{
    ErrorCode code;
    int status;
    QLatin1StringView text;
    QLatin1StringView title;
};

using namespace Qt::Literals::StringLiterals;

// In the order of ErrorCode, so that a look-up is an index.
constexpr std::array kRows{
    CodeRow{ErrorCode::Malformed, 400, "malformed"_L1, "Malformed request"_L1},
    CodeRow{ErrorCode::UnknownPath, 404, "unknown-path"_L1, "Unknown path"_L1},
    CodeRow{ErrorCode::UnknownSource, 404, "unknown-source"_L1, "Unknown source"_L1},
    CodeRow{ErrorCode::MethodNotAllowed, 405, "method-not-allowed"_L1, "Method not allowed"_L1},
    CodeRow{ErrorCode::RequestTimeout, 408, "request-timeout"_L1, "Request timed out"_L1},
    CodeRow{ErrorCode::LengthRequired, 411, "length-required"_L1, "Length required"_L1},
    CodeRow{ErrorCode::BodyTooLarge, 413, "body-too-large"_L1, "Body too large"_L1},
    CodeRow{ErrorCode::TargetTooLong, 414, "target-too-long"_L1, "Request target too long"_L1},
    CodeRow{ErrorCode::UnsupportedEncoding, 415, "unsupported-encoding"_L1, "Unsupported content encoding"_L1},
    CodeRow{ErrorCode::ExpectationFailed, 417, "expectation-failed"_L1, "Expectation failed"_L1},
    CodeRow{ErrorCode::HeadTooLarge, 431, "head-too-large"_L1, "Request header fields too large"_L1},
    CodeRow{ErrorCode::RateLimited, 429, "rate-limited"_L1, "Too many requests"_L1},
    CodeRow{ErrorCode::FromWebPage, 403, "from-web-page"_L1, "Sent by a web page"_L1},
    CodeRow{ErrorCode::NotImplemented, 501, "not-implemented"_L1, "Not implemented"_L1},
    CodeRow{ErrorCode::SignatureMissing, 401, "signature-missing"_L1, "Signature missing"_L1},
    CodeRow{ErrorCode::SignatureUnknownVersion, 401, "signature-unknown-version"_L1,
            "No signature of a known version"_L1},
    CodeRow{ErrorCode::SignatureMismatch, 401, "signature-mismatch"_L1, "Signature does not match"_L1},
    CodeRow{ErrorCode::TokenMismatch, 401, "signature-token-mismatch"_L1, "Token does not match"_L1},
    CodeRow{ErrorCode::TimestampMissing, 401, "signature-timestamp-missing"_L1, "Timestamp missing"_L1},
    CodeRow{ErrorCode::TimestampMalformed, 401, "signature-timestamp-malformed"_L1, "Timestamp malformed"_L1},
    CodeRow{ErrorCode::TimestampTooOld, 401, "signature-timestamp-too-old"_L1, "Timestamp too old"_L1},
    CodeRow{ErrorCode::TimestampTooNew, 401, "signature-timestamp-too-new"_L1, "Timestamp in the future"_L1},
    CodeRow{ErrorCode::IdMissing, 401, "signature-id-missing"_L1, "Message id missing"_L1},
    CodeRow{ErrorCode::SecretUnavailable, 503, "secret-unavailable"_L1, "Secret unavailable"_L1},
    CodeRow{ErrorCode::QueueFull, 503, "queue-full"_L1, "Too busy"_L1},
    CodeRow{ErrorCode::DiskFull, 503, "disk-full"_L1, "Disk full"_L1},
    CodeRow{ErrorCode::JournalReadOnly, 503, "journal-read-only"_L1, "Journal is read-only"_L1},
    CodeRow{ErrorCode::JournalBusy, 503, "journal-busy"_L1, "Journal is locked by another process"_L1},
    CodeRow{ErrorCode::JournalDamaged, 503, "journal-damaged"_L1, "Journal is damaged"_L1},
    CodeRow{ErrorCode::JournalUnavailable, 503, "journal-unavailable"_L1, "Journal cannot be written"_L1},
    CodeRow{ErrorCode::TooManyConnections, 503, "too-many-connections"_L1, "Too many connections"_L1},
    CodeRow{ErrorCode::ShuttingDown, 503, "shutting-down"_L1, "Shutting down"_L1},
    CodeRow{ErrorCode::BodyDiffers, 200, "duplicate-body-differs"_L1, "Known id, other body"_L1},
    CodeRow{ErrorCode::InvalidArgument, 500, "invalid-argument"_L1, "Invalid argument"_L1},
    CodeRow{ErrorCode::NotFound, 500, "not-found"_L1, "Not found"_L1},
    CodeRow{ErrorCode::Io, 500, "io"_L1, "Input or output failed"_L1},
    CodeRow{ErrorCode::NewerFormat, 500, "newer-format"_L1, "Written by a newer version"_L1},
    CodeRow{ErrorCode::AlreadyRunning, 500, "already-running"_L1, "Already running"_L1},
    CodeRow{ErrorCode::Cancelled, 500, "cancelled"_L1, "Cancelled"_L1},
};

static_assert(kRows.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1);
static_assert([] {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].code) != i)
            return false;
    }
    return true;
}());

const CodeRow &row(ErrorCode code)
{
    return kRows[static_cast<std::size_t>(code)];
}

} // namespace

QLatin1StringView codeText(ErrorCode code)
{
    return row(code).text;
}

ErrorCode codeFromText(QStringView text)
{
    const auto it = std::find_if(kRows.begin(), kRows.end(), [text](const CodeRow &r) { return r.text == text; });
    return it == kRows.end() ? ErrorCode::InvalidArgument : it->code;
}

int httpStatus(ErrorCode code)
{
    return row(code).status;
}

QLatin1StringView codeTitle(ErrorCode code)
{
    return row(code).title;
}

} // namespace hookboard
