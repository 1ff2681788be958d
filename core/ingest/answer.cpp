#include "core/ingest/answer.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Senders are strangers: paths of this computer and the faults of its configuration are for its window only.
QString saidOutside(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DiskFull:
    case ErrorCode::JournalReadOnly:
    case ErrorCode::JournalBusy:
    case ErrorCode::JournalDamaged:
    case ErrorCode::JournalUnavailable:
    case ErrorCode::SecretUnavailable:
        return QString(codeTitle(error.code)) + u". Nothing was stored; send again."_s;
    default:
        return error.message;
    }
}

// As a JSON string with its quotes. Ids come from senders, so nothing about them is trusted.
QByteArray jsonText(const QByteArray &utf8)
{
    const bool plain =
        std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (plain)
        return '"' + utf8 + '"';
    QByteArray out("\"");
    for (const char c : QString::fromUtf8(utf8).toUtf8()) { // replaces what is not UTF-8
        if (c == '"' || c == '\\')
            out.append('\\').append(c);
        else if (static_cast<unsigned char>(c) < 0x20)
            out.append("\\u00").append(QByteArray::number(static_cast<int>(c), 16).rightJustified(2, '0'));
        else
            out.append(c);
    }
    return out.append('"');
}

QByteArray jsonText(QLatin1StringView text)
{
    return jsonText(QByteArray(text.data(), text.size()));
}

// How soon it is worth trying again; 0 when trying again does not help.
int retryAfterSeconds(ErrorCode code)
{
    const int status = httpStatus(code);
    if (status != 503 && status != 429)
        return 0;
    switch (code) {
    case ErrorCode::QueueFull:
    case ErrorCode::RateLimited:
    case ErrorCode::TooManyConnections:
        return 1;
    case ErrorCode::ShuttingDown:
        return 5;
    default:
        return 10;
    }
}

// Standard phrases of the statuses that the guard gives by itself.
QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return "Bad Request"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 408:
        return "Request Timeout"_ba;
    case 411:
        return "Length Required"_ba;
    case 413:
        return "Content Too Large"_ba;
    case 414:
        return "URI Too Long"_ba;
    case 417:
        return "Expectation Failed"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    case 501:
        return "Not Implemented"_ba;
    case 503:
        return "Service Unavailable"_ba;
    default:
        return "Error"_ba;
    }
}

} // namespace

Answer problemAnswer(const Error &error, QByteArrayView allow)
{
    Answer answer;
    answer.status = httpStatus(error.code);
    answer.contentType = "application/problem+json"_ba;
    answer.body = "{\"title\":" + jsonText(codeTitle(error.code)) + ",\"status\":" + QByteArray::number(answer.status) +
                  ",\"detail\":" + jsonText(saidOutside(error).toUtf8()) +
                  ",\"code\":" + jsonText(codeText(error.code)) + '}';
    if (!allow.isEmpty())
        answer.extraHead = "Allow: " + allow.toByteArray() + "\r\n";
    if (const int seconds = retryAfterSeconds(error.code); seconds > 0)
        answer.extraHead += "Retry-After: " + QByteArray::number(seconds) + "\r\n";
    return answer;
}

Answer receiptAnswer(const Receipt &receipt)
{
    if (receipt.outcome == Receipt::Outcome::Refused)
        return problemAnswer(receipt.error);
    const bool stored = receipt.outcome == Receipt::Outcome::Stored;
    Answer answer;
    answer.contentType = "application/json"_ba;
    answer.body = (stored ? "{\"status\":\"stored\",\"id\":"_ba : "{\"status\":\"duplicate\",\"id\":"_ba) +
                  jsonText(receipt.deliveryId) + ",\"seq\":" + QByteArray::number(receipt.seq) + '}';
    return answer;
}

Answer healthAnswer(const std::optional<Error> &unhealthy)
{
    Answer answer;
    answer.contentType = "application/json"_ba;
    if (!unhealthy) {
        answer.body = "{\"status\":\"ok\"}"_ba;
        return answer;
    }
    answer.status = 503;
    answer.body = "{\"status\":\"unavailable\",\"code\":" + jsonText(codeText(unhealthy->code)) +
                  ",\"detail\":" + jsonText(saidOutside(*unhealthy).toUtf8()) + '}';
    if (const int seconds = retryAfterSeconds(unhealthy->code); seconds > 0)
        answer.extraHead = "Retry-After: " + QByteArray::number(seconds) + "\r\n";
    return answer;
}

QByteArray closingMessage(const Answer &answer, bool withBody)
{
    QByteArray message = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonPhrase(answer.status) +
                         "\r\nContent-Type: " + answer.contentType +
                         "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n" + answer.extraHead +
                         "Connection: close\r\n\r\n";
    if (withBody)
        message += answer.body;
    return message;
}

} // namespace hookboard
