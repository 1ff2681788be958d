#include "core/mapping/pathquery.h"

#include "core/mapping/jsondocument.h"
#include "core/mapping/jsonpath.h"
#include "core/mapping/jsonvalue.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxNodes = 1'000'000;
constexpr qsizetype kMaxResultBytes = 64 * 1024 * 1024;

} // namespace

Result<QByteArray> selectAsJsonArray(QStringView query, const QByteArray &document)
{
    const auto compiled = JsonPath::compile(query);
    if (const auto *error = std::get_if<PathError>(&compiled))
        return {ErrorCode::InvalidArgument,
                u"The query is not valid at position %1: %2."_s.arg(error->position + 1).arg(error->message)};

    JsonDocument json;
    const JsonDocument::Problem problem = json.parse(document);
    if (problem != JsonDocument::Problem::None)
        return {ErrorCode::Malformed, u"The document cannot be read: %1."_s.arg(problemText(problem))};

    QByteArray result("[");
    const bool complete = std::get<JsonPath>(compiled).each(
        *json.root(),
        [&](JsonNode node) {
            if (result.size() > 1)
                result += ',';
            writeJson(node, result, json.numberMark());
            return result.size() <= kMaxResultBytes;
        },
        kMaxNodes);
    if (!complete || result.size() > kMaxResultBytes)
        return {ErrorCode::BodyTooLarge, u"The query selects too much of this document; make it narrower."_s};
    result += ']';
    return result;
}

} // namespace hookboard
