#include "core/mapping/queryparameter.h"

#include "core/types/hexdigit.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QUtf8StringView>

namespace hookboard {

std::optional<QByteArray> percentDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded += char(high * 16 + low);
        i += 2;
    }
    if (!decoded.isValidUtf8())
        return std::nullopt;
    return decoded;
}

std::optional<QByteArray> queryParameter(QByteArrayView target, QByteArrayView name)
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return std::nullopt;
    QByteArrayView rest = target.sliced(mark + 1);
    if (const qsizetype fragment = rest.indexOf('#'); fragment >= 0)
        rest = rest.first(fragment);
    while (!rest.isEmpty()) {
        const qsizetype separator = rest.indexOf('&');
        const QByteArrayView pair = separator < 0 ? rest : rest.first(separator);
        rest = separator < 0 ? QByteArrayView() : rest.sliced(separator + 1);
        const qsizetype equals = pair.indexOf('=');
        if (percentDecoded(equals < 0 ? pair : pair.first(equals)) != name)
            continue;
        return percentDecoded(equals < 0 ? QByteArrayView("") : pair.sliced(equals + 1));
    }
    return std::nullopt;
}

} // namespace hookboard
