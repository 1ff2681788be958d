#include "app/ctl/loadplan.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

double LoadReport::latencyMs(double quantile) const
{
    if (latenciesUs.isEmpty())
        return 0;
    const auto rank = static_cast<qsizetype>(quantile * static_cast<double>(latenciesUs.size()));
    return latenciesUs.at(std::min(rank, latenciesUs.size() - 1)) / 1000.0;
}

QJsonObject toJson(const LoadReport &report)
{
    QJsonObject statuses;
    for (auto it = report.statuses.begin(); it != report.statuses.end(); ++it)
        statuses.insert(QString::number(it.key()), it.value());
    return {{"sent"_L1, report.sent},
            {"answered"_L1, report.answered()},
            {"unanswered"_L1, report.unanswered},
            {"statuses"_L1, statuses},
            {"seconds"_L1, report.seconds},
            {"requestsPerSecond"_L1, report.perSecond()},
            {"latencyMs"_L1, QJsonObject{{"p50"_L1, report.latencyMs(0.5)},
                                         {"p99"_L1, report.latencyMs(0.99)},
                                         {"max"_L1, report.latencyMs(1.0)}}}};
}

} // namespace hookboard
