#include "core/journal/redact.h"

#include <algorithm>
#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, 9> kNames{"authorization",  "proxy-authorization", "cookie",  "set-cookie",
                                               "x-auth",         "x-api-key",           "api-key", "apikey",
                                               "x-authorization"};
constexpr std::array<QByteArrayView, 8> kEndings{"-token",  "-secret", "-password",   "-api-key",
                                                 "-apikey", "-auth",   "-access-key", "-credentials"};

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

} // namespace hookboard
