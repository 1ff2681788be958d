#include "app/ctl/bench.h"
#include "app/ctl/benchstored.h"
#include "core/journal/database.h"
#include "core/journal/reader.h"

#include <QtCore/QByteArrayMatcher>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReadsPerPage = 8; // as the list of events asks

struct SearchTimes
{
    double firstMatchMs = 0;
    double allMs = 0;
    int found = 0;
    int reads = 0;
    qint64 longestReadUs = 0;
};

// Page after page from the newest event to the oldest, each over its own connection, as the window reads.
Result<SearchTimes> search(const QString &path, const QString &text)
{
    EventQuery query;
    query.text = text;
    query.withBody = false;
    query.maxReads = kReadsPerPage;
    SearchTimes times;
    QElapsedTimer timer;
    timer.start();
    for (std::optional<EventQuery> rest = query; rest;) {
        const auto reader = JournalReader::open(path);
        if (!reader)
            return reader.error();
        const auto page = (*reader)->eventPage(*rest);
        if (!page)
            return page.error();
        if (times.found == 0 && !page->events->empty())
            times.firstMatchMs = msOf(timer);
        times.found += static_cast<int>(page->events->size());
        times.reads += page->searched.reads;
        times.longestReadUs = std::max(times.longestReadUs, page->searched.longestReadUs);
        rest = page->searched.rest;
    }
    times.allMs = msOf(timer);
    return times;
}

// The ceiling: one statement over everything, looking at bodies and nothing else.
Result<double> readAndFindMs(const QString &path, const QByteArray &text)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    QElapsedTimer timer;
    timer.start();
    auto select = database->prepare("SELECT body FROM events ORDER BY seq DESC");
    if (!select)
        return select.error();
    const QByteArrayMatcher matcher(text);
    int found = 0;
    Statement::Step step = Statement::Step::End;
    while ((step = select->step()) == Statement::Step::Row) {
        const QByteArrayView body = select->bytes(0);
        found += matcher.indexIn(body.data(), body.size()) >= 0 ? 1 : 0;
    }
    if (step == Statement::Step::Failed)
        return select->error();
    if (found != 1)
        return Error{ErrorCode::Malformed, u"The text is in %1 events, not in one."_s.arg(found)};
    return msOf(timer);
}

} // namespace

Outcome benchSearch(const Invocation &invocation)
{
    const auto needle = [](const StoredEvents &events) { // one event, in the middle
        return u"{\"number\":%1,"_s.arg(events.count / 2);
    };
    const auto ceiling = [&](const StoredEvents &events) {
        return readAndFindMs(events.path, needle(events).toUtf8());
    };
    const auto figures = [&](const StoredEvents &events, double leastMs) -> Result<QJsonObject> {
        const Result<SearchTimes> times = search(events.path, needle(events));
        if (!times)
            return times.error();
        return QJsonObject{
            {"found"_L1, times->found},          {"firstMatchMs"_L1, times->firstMatchMs},
            {"searchMs"_L1, times->allMs},       {"readAndFindMs"_L1, leastMs},
            {"reads"_L1, times->reads},          {"longestReadMs"_L1, static_cast<double>(times->longestReadUs) / 1e3},
            {"ratio"_L1, leastMs / times->allMs}};
    };
    return benchStored(invocation, ceiling, figures);
}

} // namespace hookboard
