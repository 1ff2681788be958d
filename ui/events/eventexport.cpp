#include "ui/events/eventexport.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>
#include <QtCore/QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kExportPage = 32; // a body may have 25 MiB: a page bounds the memory
constexpr int kExportReads = 8;

QString isoMoment(qint64 us)
{
    const QString upToMs =
        QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    return upToMs + QString::number(us % 1000).rightJustified(3, u'0') + u'Z';
}

// The text of a JSON document on one line: line breaks in it stand between tokens only.
QByteArray oneLine(QByteArray json)
{
    return json.replace('\n', ' ').replace('\r', ' ');
}

} // namespace

QByteArray eventLine(const StoredEvent &event)
{
    const QJsonObject object{
        {"seq"_L1, qint64(event.seq)},
        {"source"_L1, event.source},
        {"deliveryId"_L1, QString::fromUtf8(event.deliveryId)},
        {"type"_L1, event.type},
        {"receivedAt"_L1, isoMoment(event.receivedUs)},
        {"occurredAt"_L1, event.occurredUs ? QJsonValue(isoMoment(*event.occurredUs)) : QJsonValue()},
        {"verified"_L1, event.verified},
        {"simulated"_L1, event.simulated},
        {"bytes"_L1, event.bodySize},
        {"body"_L1, QString::fromLatin1(event.body.toBase64())}};
    QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Its own text, so that no digit of a number is lost on the way.
    if (!QJsonDocument::fromJson(event.payload).isNull()) {
        line.chop(1);
        line += ",\"payload\":" + oneLine(event.payload.trimmed()) + '}';
    }
    return line;
}

EventExport::EventExport(EventFetch fetch, const EventQuery &query, const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
    , m_next(query)
    , m_fileName(fileName)
{
    m_next.newestFirst = false;
    m_next.withBody = true;
    m_next.limit = kExportPage;
    m_next.maxReads = kExportReads;
}

EventExport::~EventExport()
{
    m_stop.request_stop();
}

void EventExport::stop()
{
    m_stop.request_stop();
    m_file.reset(); // not committed: nothing is replaced
}

void EventExport::start()
{
    m_file = std::make_shared<QSaveFile>(m_fileName);
    requestPage();
}

void EventExport::requestPage()
{
    m_fetch.events(
        m_next, this, [this](const Result<EventPage> &page) { take(page); }, m_stop.get_token());
}

void EventExport::take(const Result<EventPage> &page)
{
    if (!m_file)
        return; // stopped meanwhile
    if (!page.ok()) {
        m_file.reset();
        emit finished(page.error());
        return;
    }
    if (m_total == 0)
        m_total = page->searched.looked + page->searched.left;
    m_written += page->events->size();
    emit progressed(m_written, m_total > 0 ? 1 - double(page->searched.left) / double(m_total) : 1);
    writePage(page->events, page->searched.rest);
}

void EventExport::writePage(const EventBatch &events, const std::optional<EventQuery> &rest)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<EventExport>(this), home = QCoreApplication::instance(), file = m_file, events, rest] {
            bool written = file->isOpen() || file->open(QIODevice::WriteOnly);
            for (const StoredEvent &event : *events) {
                const QByteArray line = eventLine(event) + '\n';
                written = written && file->write(line) == line.size();
            }
            if (written && !rest)
                written = file->commit();
            const std::optional<Error> error =
                written ? std::nullopt
                        : std::optional(Error{
                              ErrorCode::Io,
                              EventExport::tr("%1 cannot be written: %2").arg(file->fileName(), file->errorString())});
            QMetaObject::invokeMethod(
                home,
                [guard, rest, error] {
                    if (!guard || !guard->m_file) // looked at in its own thread only
                        return;
                    if (error) {
                        guard->m_file.reset();
                        emit guard->finished(*error);
                    } else if (rest) {
                        guard->m_next = *rest;
                        guard->m_next.limit = kExportPage;
                        guard->m_next.maxReads = kExportReads;
                        guard->requestPage();
                    } else {
                        guard->m_file.reset();
                        emit guard->finished(Done());
                    }
                },
                Qt::QueuedConnection);
        });
}

} // namespace hookboard
