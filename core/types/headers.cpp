#include "core/types/headers.h"

#include <algorithm>

namespace hookboard {

namespace {

bool sameName(const Header &field, QByteArrayView name)
{
    return field.first.size() == name.size() && field.first.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [name](const Header &f) { return sameName(f, name); });
}

QByteArray Headers::value(QByteArrayView name) const
{
    QByteArray joined;
    bool found = false;
    for (const Header &field : m_fields) {
        if (!sameName(field, name))
            continue;
        if (!found)
            joined = field.second;
        else
            joined += ", " + field.second;
        found = true;
    }
    if (found && joined.isNull())
        joined = QByteArray("");
    return joined;
}

} // namespace hookboard
