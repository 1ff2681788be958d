#include "app/ctl/console.h"
#include "app/ctl/options.h"
#include "core/journal/reader.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <limits>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPage = 500;
constexpr qint64 kPageWithBodies = 8; // a body may have 25 MiB: a page bounds the memory

QString isoTime(qint64 us)
{
    const QString upToMs =
        QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    return upToMs + QString::number(us % 1000).rightJustified(3, u'0') + u'Z';
}

QJsonObject commonFields(const QString &source, const QByteArray &deliveryId, const QString &type, qint64 receivedUs,
                         qint64 bytes, const QByteArray &body, bool withBody)
{
    QJsonObject object{{"source"_L1, source},
                       {"deliveryId"_L1, QString::fromUtf8(deliveryId)},
                       {"type"_L1, type},
                       {"receivedAt"_L1, isoTime(receivedUs)},
                       {"bytes"_L1, bytes}};
    if (withBody)
        object.insert("body"_L1, QString::fromLatin1(body.toBase64()));
    return object;
}

QJsonObject toJson(const StoredEvent &event, bool withBody)
{
    QJsonObject object = commonFields(event.source, event.deliveryId, event.type, event.receivedUs, event.bodySize,
                                      event.body, withBody);
    object.insert("seq"_L1, static_cast<qint64>(event.seq));
    object.insert("occurredAt"_L1, event.occurredUs ? QJsonValue(isoTime(*event.occurredUs)) : QJsonValue());
    object.insert("verified"_L1, event.verified);
    object.insert("simulated"_L1, event.simulated);
    return object;
}

QJsonObject toJson(const QuarantinedDelivery &delivery, bool withBody)
{
    QJsonObject object = commonFields(delivery.source, delivery.deliveryId, delivery.type, delivery.receivedUs,
                                      delivery.bodySize, delivery.body, withBody);
    object.insert("seq"_L1, static_cast<qint64>(delivery.id));
    object.insert("occurredAt"_L1, QJsonValue());
    object.insert("verified"_L1, false);
    object.insert("simulated"_L1, false);
    object.insert("code"_L1, QString(codeText(delivery.reason.code)));
    object.insert("detail"_L1, delivery.reason.message);
    return object;
}

const std::vector<StoredEvent> &rowsOf(const EventPage &page)
{
    return *page.events;
}

const std::vector<QuarantinedDelivery> &rowsOf(const QuarantinePage &page)
{
    return page.deliveries;
}

// Page after page, ascending, until `limit` lines are out, the rows end, or nobody reads any more.
template <typename FetchPage>
Outcome printAll(const EventQuery &query, qint64 limit, bool withBody, const FetchPage &fetchPage)
{
    std::optional<EventQuery> rest = query;
    while (rest && limit > 0) {
        rest->withBody = withBody;
        rest->limit = static_cast<int>(std::min(limit, withBody ? kPageWithBodies : kPage));
        const auto page = fetchPage(*rest);
        if (!page)
            return page.error();
        for (const auto &row : rowsOf(*page)) {
            if (!printJsonLine(toJson(row, withBody)))
                return 0;
        }
        limit -= static_cast<qint64>(rowsOf(*page).size());
        rest = page->searched.rest;
    }
    return 0;
}

Result<EventQuery> queryFrom(const Options &options)
{
    EventQuery query;
    query.newestFirst = false;
    query.source = options.text(u"source"_s);
    query.type = options.text(u"type"_s);
    const auto since = options.timeUs(u"since"_s);
    if (!since)
        return since.error();
    const auto until = options.timeUs(u"until"_s);
    if (!until)
        return until.error();
    query.sinceUs = *since;
    query.untilUs = *until;
    return query;
}

} // namespace

Outcome runEvents(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(
        invocation, {valueOption(u"source"_s), valueOption(u"type"_s), valueOption(u"since"_s), valueOption(u"until"_s),
                     valueOption(u"limit"_s), valueOption(u"state"_s), flagOption(u"json"_s), flagOption(u"body"_s)});
    if (!options)
        return options.error();
    const Result<EventQuery> query = queryFrom(*options);
    if (!query)
        return query.error();
    const qint64 unbounded = std::numeric_limits<qint64>::max();
    const Result<qint64> limit = options->number(u"limit"_s, unbounded, 0, unbounded);
    if (!limit)
        return limit.error();
    const QString state = options->has(u"state"_s) ? options->text(u"state"_s) : u"stored"_s;
    if (state != "stored"_L1 && state != "quarantined"_L1)
        return Error{ErrorCode::InvalidArgument, u"--state is stored or quarantined, not \"%1\"."_s.arg(state)};
    const Result<Profile> profile = existingProfile(options->invocation());
    if (!profile)
        return profile.error();
    const auto reader = JournalReader::open(profile->journalPath());
    if (!reader && reader.error().code == ErrorCode::NotFound)
        return 0; // nothing was ever received here
    if (!reader)
        return reader.error();
    const bool withBody = options->has(u"body"_s);
    if (state == "quarantined"_L1)
        return printAll(*query, *limit, withBody, [&](const EventQuery &q) { return (*reader)->quarantinePage(q); });
    return printAll(*query, *limit, withBody, [&](const EventQuery &q) { return (*reader)->eventPage(q); });
}

} // namespace hookboard
