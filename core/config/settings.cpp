#include "core/config/settings.h"

#include "core/types/sentence.h"

#include <array>
#include <functional>
#include <limits>
#include <type_traits>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// One row for each number: its key, its range and where it lives. A new setting is a new row.
struct Number
{
    QLatin1StringView key;
    qint64 minimum;
    qint64 maximum;
    std::function<qint64(const Settings &)> read;
    std::function<void(Settings &, qint64)> write;
};

template <typename Member>
Number ingest(QLatin1StringView key, Member IngestSettings::*member, qint64 minimum, qint64 maximum)
{
    return {key, minimum, maximum, [member](const Settings &s) { return qint64(s.ingest.*member); },
            [member](Settings &s, qint64 v) { s.ingest.*member = static_cast<Member>(v); }};
}

template <typename Member> Number own(QLatin1StringView key, Member Settings::*member, qint64 minimum, qint64 maximum)
{
    return {key, minimum, maximum, [member](const Settings &s) { return qint64(s.*member); },
            [member](Settings &s, qint64 v) { s.*member = static_cast<Member>(v); }};
}

const std::vector<Number> &numbers()
{
    constexpr qint64 kGiB = 1LL << 30;
    constexpr qint64 kHourMs = 3'600'000;
    static const std::vector<Number> rows{
        ingest("port"_L1, &IngestSettings::port, 0, 65535),
        ingest("maxRequestLine"_L1, &IngestSettings::maxRequestLine, 256, 1 << 20),
        ingest("maxHead"_L1, &IngestSettings::maxHead, 1024, 1 << 20),
        ingest("maxHeaders"_L1, &IngestSettings::maxHeaders, 8, 10'000),
        ingest("maxBody"_L1, &IngestSettings::maxBody, 1, kGiB),
        ingest("maxInflated"_L1, &IngestSettings::maxInflated, 1, kGiB),
        ingest("maxBytesInFlight"_L1, &IngestSettings::maxBytesInFlight, 1 << 20, 16 * kGiB),
        ingest("maxConnections"_L1, &IngestSettings::maxConnections, 1, 1'000'000),
        ingest("maxConnectionsPerAddress"_L1, &IngestSettings::maxConnectionsPerAddress, 1, 1'000'000),
        ingest("minRequestRate"_L1, &IngestSettings::minRequestRate, 0, kGiB),
        ingest("headDeadlineMs"_L1, &IngestSettings::headDeadlineMs, 100, kHourMs),
        ingest("bodyDeadlineMs"_L1, &IngestSettings::bodyDeadlineMs, 100, kHourMs),
        ingest("idleDeadlineMs"_L1, &IngestSettings::idleDeadlineMs, 100, kHourMs),
        ingest("responseDeadlineMs"_L1, &IngestSettings::responseDeadlineMs, 100, kHourMs),
        ingest("lingerMs"_L1, &IngestSettings::lingerMs, 0, 60'000),
        ingest("lingerBytes"_L1, &IngestSettings::lingerBytes, 0, kGiB),
        ingest("queueLimit"_L1, &IngestSettings::queueLimit, 1, 1'000'000),
        ingest("queueLimitBytes"_L1, &IngestSettings::queueLimitBytes, 1 << 20, 16 * kGiB),
        own("retainDays"_L1, &Settings::retainDays, 0, 36'500),
        own("duplicateWindowSeconds"_L1, &Settings::duplicateWindowSeconds, 0, 30 * 86'400),
        own("retainBytes"_L1, &Settings::retainBytes, 0, std::numeric_limits<qint64>::max()),
    };
    return rows;
}

struct Text
{
    QLatin1StringView key;
    QStringList allowed; // empty = any
    std::function<QString &(Settings &)> member;
};

const std::vector<Text> &texts()
{
    static const std::vector<Text> rows{
        {"address"_L1, {}, [](Settings &s) -> QString & { return s.ingest.address; }},
        {"profileId"_L1, {}, [](Settings &s) -> QString & { return s.profileId; }},
        {"secretStore"_L1,
         {u"keychain"_s, u"file"_s, u"memory"_s},
         [](Settings &s) -> QString & { return s.secretStore; }},
        {"theme"_L1, {u"system"_s, u"light"_s, u"dark"_s}, [](Settings &s) -> QString & { return s.theme; }},
    };
    return rows;
}

Error outOfRange(QLatin1StringView key, const QString &expected)
{
    return {ErrorCode::Malformed, Sentence::tr("settings.json: \"%1\" must be %2.").arg(key, expected)};
}

} // namespace

Result<Settings> settingsFromJson(const QJsonObject &object)
{
    Settings settings;
    settings.unknown = object;
    settings.unknown.remove("format"_L1);
    for (const Number &row : numbers()) {
        const QJsonValue value = settings.unknown.take(row.key);
        if (value.isUndefined())
            continue;
        const qint64 number = value.toInteger(row.minimum - 1);
        if (number < row.minimum || number > row.maximum)
            return outOfRange(row.key, Sentence::tr("a whole number from %1 to %2").arg(row.minimum).arg(row.maximum));
        row.write(settings, number);
    }
    for (const Text &row : texts()) {
        const QJsonValue value = settings.unknown.take(row.key);
        if (value.isUndefined())
            continue;
        if (!value.isString() || (!row.allowed.isEmpty() && !row.allowed.contains(value.toString())))
            return outOfRange(row.key, row.allowed.isEmpty() ? u"text"_s : row.allowed.join(u", "_s));
        row.member(settings) = value.toString();
    }
    return settings;
}

QJsonObject settingsToJson(const Settings &settings)
{
    QJsonObject object = settings.unknown;
    const Settings defaults;
    for (const Number &row : numbers()) {
        if (row.read(settings) != row.read(defaults)) // only what differs: the file says what its owner decided
            object.insert(row.key, row.read(settings));
    }
    Settings copy = settings;
    for (const Text &row : texts())
        object.insert(row.key, row.member(copy));
    return object;
}

} // namespace hookboard
