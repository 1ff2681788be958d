#include "core/mapping/skipreason.h"

#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView skipReasonText(SkipReason reason)
{
    static constexpr std::array kTexts{""_L1,           "missing"_L1,        "not-a-number"_L1, "overflow"_L1,
                                       "not-finite"_L1, "no-time"_L1,        "not-json"_L1,     "wrong-type"_L1,
                                       "no-items"_L1,   "too-many-items"_L1, "no-match"_L1,     "not-a-date"_L1,
                                       "too-long"_L1,   "no-start"_L1,       "unpaired"_L1};
    static_assert(kTexts.size() == size_t(SkipReason::Unpaired) + 1);
    return kTexts[size_t(reason)];
}

} // namespace hookboard
