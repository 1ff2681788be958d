#include "core/config/duration.h"

#include "core/types/tilespec.h"

#include <array>
#include <limits>

namespace hookboard {

namespace {

struct Unit
{
    char16_t letter;
    qint64 us;
};

constexpr std::array kUnits{Unit{u'd', kDayUs}, Unit{u'h', kHourUs}, Unit{u'm', kMinuteUs}, Unit{u's', kSecondUs}};

} // namespace

QString durationText(qint64 us)
{
    for (const Unit &unit : kUnits) {
        if (us >= unit.us && us % unit.us == 0)
            return QString::number(us / unit.us) + QChar(unit.letter);
    }
    return QString::number(us / kSecondUs) + QChar(u's');
}

std::optional<qint64> durationFromText(QStringView text)
{
    if (text.size() < 2)
        return std::nullopt;
    for (const Unit &unit : kUnits) {
        if (text.back() != QChar(unit.letter))
            continue;
        bool ok = false;
        const qint64 count = text.chopped(1).toLongLong(&ok);
        if (!ok || count <= 0 || count > std::numeric_limits<qint64>::max() / unit.us)
            return std::nullopt;
        return count * unit.us;
    }
    return std::nullopt;
}

} // namespace hookboard
