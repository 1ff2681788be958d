#include "app/ctl/headersfile.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<Headers> headersFromJson(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject()) {
        return Error{ErrorCode::InvalidArgument, u"The headers are not a JSON object: %1 at byte %2."_s.arg(
                                                     problem.errorString(), QString::number(problem.offset))};
    }
    Headers headers;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray values = it->isArray() ? it->toArray() : QJsonArray{*it};
        for (const QJsonValue &value : values) {
            const QByteArray field =
                value.isString() ? value.toString().toUtf8() : value.toVariant().toString().toUtf8();
            headers.append(it.key().toUtf8(), field);
        }
    }
    return headers;
}

bool isRequestLine(const QByteArray &line)
{
    return line.endsWith("HTTP/1.1") || line.endsWith("HTTP/1.0");
}

} // namespace

Result<Headers> headersFromText(const QByteArray &text)
{
    if (text.trimmed().startsWith('{'))
        return headersFromJson(text);
    Headers headers;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QByteArray line = lines.at(number).trimmed();
        if (line.isEmpty() || (number == 0 && isRequestLine(line)))
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon < 1) {
            return Error{ErrorCode::InvalidArgument, u"Line %1 of the headers is not `Name: value`."_s.arg(number + 1)};
        }
        headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

} // namespace hookboard
