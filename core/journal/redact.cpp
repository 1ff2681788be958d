#include "core/journal/redact.h"

#include <algorithm>
#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Short words that name a secret in a query, though hardly in a head.
constexpr std::array<QByteArrayView, 5> kQueryNames{"token", "secret", "password", "key", "sig"};
constexpr std::array<QByteArrayView, 9> kNames{"authorization",  "proxy-authorization", "cookie",  "set-cookie",
                                               "x-auth",         "x-api-key",           "api-key", "apikey",
                                               "x-authorization"};
constexpr std::array<QByteArrayView, 12> kEndings{"-auth-key", "-functions-key", "-subscription-key", "-jwt-assertion",
                                                  "-token",    "-secret",        "-password",         "-api-key",
                                                  "-apikey",   "-auth",          "-access-key",       "-credentials"};

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool endsLike(QByteArrayView name, QByteArrayView ending)
{
    return name.size() > ending.size() && sameText(name.last(ending.size()), ending);
}

} // namespace

Redaction::Redaction(QList<QByteArray> extra)
    : m_extra(std::move(extra))
{}

bool Redaction::isSecret(QByteArrayView name) const
{
    const auto same = [name](QByteArrayView known) { return sameText(name, known); };
    const auto ends = [name](QByteArrayView ending) { return endsLike(name, ending); };
    return std::any_of(kNames.begin(), kNames.end(), same) || std::any_of(kEndings.begin(), kEndings.end(), ends) ||
           std::any_of(m_extra.begin(), m_extra.end(), same);
}

Headers Redaction::apply(const Headers &headers) const
{
    const auto secret = [this](const Header &field) { return isSecret(field.first); };
    if (std::none_of(headers.fields().begin(), headers.fields().end(), secret))
        return headers;
    Headers clean;
    for (const Header &field : headers.fields())
        clean.append(field.first, secret(field) ? "(redacted)"_ba : field.second);
    return clean;
}

QByteArray Redaction::target(const QByteArray &target) const
{
    const qsizetype query = target.indexOf('?');
    if (query < 0)
        return target;
    QList<QByteArray> pairs = target.sliced(query + 1).split('&');
    for (QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray name = QByteArray::fromPercentEncoding(pair.first(equals)).replace('_', '-');
        const auto same = [&name](QByteArrayView known) { return sameText(name, known); };
        if (isSecret(name) || std::any_of(kQueryNames.begin(), kQueryNames.end(), same))
            pair = pair.first(equals) + "=(redacted)";
    }
    return target.first(query + 1) + pairs.join('&');
}

} // namespace hookboard
