#include "core/journal/redact.h"

#include "core/types/secretnames.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

Redaction::Redaction(QList<QByteArray> extra)
    : m_extra(std::move(extra))
{}

bool Redaction::isSecret(QByteArrayView name) const
{
    const auto same = [name](QByteArrayView known) { return sameText(name, known); };
    return isSecretName(name) || std::any_of(m_extra.begin(), m_extra.end(), same);
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
        const QByteArray name = QByteArray::fromPercentEncoding(pair.first(equals));
        if (isSecret(name) || isSecretParameter(name))
            pair = pair.first(equals) + "=(redacted)";
    }
    return target.first(query + 1) + pairs.join('&');
}

} // namespace hookboard
