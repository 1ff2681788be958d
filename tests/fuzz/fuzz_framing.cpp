// Request framing under arbitrary bytes, cut at arbitrary points: whole and cut must give the same requests and the
// same error, and nothing held or returned may exceed its limit.
#include "core/ingest/httpframing.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace hookboard;

namespace {

struct Transcript
{
    std::vector<HttpRequest> requests;
    bool failed = false;
    ErrorCode code = ErrorCode::Malformed;
};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

IngestSettings settings()
{
    IngestSettings limits;
    limits.maxRequestLine = 256;
    limits.maxHead = 512;
    limits.maxHeaders = 8;
    limits.maxBody = 2048;
    return limits;
}

void checkLimits(const HttpRequest &request, const IngestSettings &limits)
{
    require(request.target.size() <= limits.maxRequestLine);
    require(request.headers.fields().size() <= limits.maxHeaders);
    require(request.body.size() <= limits.maxBody);
    require(!(request.chunked && request.contentLength));
    require(request.chunked || request.body.size() == request.contentLength.value_or(0));
    for (const Header &field : request.headers.fields()) {
        require(!field.first.isEmpty());
        for (const char control : {'\r', '\n', '\0'})
            require(!field.first.contains(control) && !field.second.contains(control));
    }
}

// `cuts` says how long each piece is, over and over; empty means one piece.
Transcript run(QByteArrayView wire, QByteArrayView cuts)
{
    const IngestSettings limits = settings();
    HttpFraming framing(limits);
    Transcript transcript;
    qsizetype at = 0;
    for (qsizetype turn = 0;; ++turn) {
        const qsizetype wanted =
            cuts.isEmpty() ? wire.size() : 1 + static_cast<unsigned char>(cuts[turn % cuts.size()]);
        const QByteArrayView piece = wire.sliced(at, std::min(wanted, wire.size() - at));
        const HttpFraming::Progress progress = framing.feed(piece);
        require(progress.consumed >= 0 && progress.consumed <= piece.size());
        require(framing.heldBytes() <= 64 * 1024 + limits.maxRequestLine + limits.maxHead + 2 * limits.maxBody);
        at += progress.consumed;
        if (progress.step == HttpFraming::Step::Complete) {
            transcript.requests.push_back(framing.takeRequest());
            checkLimits(transcript.requests.back(), limits);
        } else if (progress.step == HttpFraming::Step::Failed) {
            transcript.failed = true;
            transcript.code = framing.error().code;
            return transcript;
        }
        if (at == wire.size() && progress.step == HttpFraming::Step::NeedMore)
            return transcript;
    }
}

} // namespace

// The first byte says how many of the next bytes are cuts; the rest goes over the wire.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype cutCount = std::min<qsizetype>(data[0] % 8, input.size() - 1);
    const QByteArrayView wire = input.sliced(1 + cutCount);
    const Transcript whole = run(wire, {});
    const Transcript cut = run(wire, input.sliced(1, cutCount));
    require(whole.failed == cut.failed && (!whole.failed || whole.code == cut.code));
    require(whole.requests.size() == cut.requests.size());
    for (std::size_t i = 0; i < whole.requests.size(); ++i) {
        const HttpRequest &a = whole.requests[i];
        const HttpRequest &b = cut.requests[i];
        require(a.method == b.method && a.target == b.target && a.headers == b.headers && a.body == b.body);
        require(a.keepAlive == b.keepAlive && a.expectsContinue == b.expectsContinue);
    }
    return 0;
}
