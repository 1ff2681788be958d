// Answer: one HTTP answer of the listener as a value, and how each outcome becomes one. All answers are JSON; errors
// are problem details (RFC 9457). Pure functions, any thread.
#pragma once

#include "core/types/delivery.h"
#include "core/types/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace hookboard {

struct Answer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QByteArray extraHead; // further header lines, each with its CRLF: Retry-After, Allow
};

// `allow` fills the Allow header of a 405.
Answer problemAnswer(const Error &error, QByteArrayView allow = {});
Answer receiptAnswer(const Receipt &receipt);
Answer healthAnswer(const std::optional<Error> &unhealthy);

// The whole answer as bytes, always with `Connection: close`: for the ones that the guard gives by itself.
QByteArray closingMessage(const Answer &answer, bool withBody = true);

} // namespace hookboard
