#include "core/journal/bodywindow.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hookboard {

namespace {

constexpr qint64 kRememberUs = 1'000'000; // a clock set back while the program is down costs the window no more

// "@2026-11-24T14:36:15.000001Z": sorts as the times do.
QByteArray timeMark(qint64 us)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::utc());
    return '@' + time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1() +
           QByteArray::number(us % 1000).rightJustified(3, '0') + 'Z';
}

qint64 timeOfMark(QByteArrayView mark)
{
    const QString text = QString::fromLatin1(mark);
    QDateTime time = QDateTime::fromString(text.mid(1, 23), QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? time.toMSecsSinceEpoch() * 1000 + text.mid(24, 3).toInt() : 0;
}

} // namespace

BodyWindow::BodyWindow(const Clock &clock, qint64 windowUs)
    : m_windowUs(windowUs)
    , m_lastNs(clock.steadyNs())
{}

Result<std::unique_ptr<BodyWindow>> BodyWindow::open(Database &database, const Clock &clock, qint64 windowUs)
{
    std::unique_ptr<BodyWindow> window(new BodyWindow(clock, windowUs));
    if (const Status prepared = window->prepare(database); !prepared)
        return prepared.error();
    return window;
}

Status BodyWindow::prepare(Database &database)
{
    const std::array<std::pair<Statement *, QByteArrayView>, 3> statements{{
        {&m_newest, "SELECT seq, delivery_id FROM events WHERE source = ?1 AND delivery_id BETWEEN ?2 AND ?3"
                    " ORDER BY delivery_id DESC LIMIT 1"},
        // The digest, too: a sender may have chosen an id of that form for another body.
        {&m_withoutTime, "SELECT seq, received_us FROM events WHERE source = ?1 AND delivery_id = ?2 AND digest = ?3"},
        {&m_remember, "INSERT INTO meta(key, value) VALUES('body_window_us', ?1)"
                      " ON CONFLICT(key) DO UPDATE SET value = excluded.value"},
    }};
    for (const auto &[statement, sql] : statements) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    const auto remembered = database.integer("SELECT value FROM meta WHERE key = 'body_window_us'");
    if (!remembered)
        return remembered.error();
    m_lastUs = m_rememberedUs = *remembered;
    return Done();
}

Result<BodyWindow::Place> BodyWindow::place(const VerifiedDelivery &delivery)
{
    const RawDelivery &raw = delivery.raw();
    const QByteArray &digest = delivery.verdict().deliveryId;
    const qint64 now = arrivalUs(raw);
    qint64 arrivedUs = 0;
    Result<Place> newest = newestOf(raw.source.toUtf8(), digest, arrivedUs);
    if (!newest || (newest->seq != 0 && std::abs(now - arrivedUs) < m_windowUs))
        return newest;
    if (const Status remembered = remember(now); !remembered)
        return remembered.error();
    return Place{digest + timeMark(now), 0};
}

// Never the same twice, so that two arrivals are never stored under one id.
qint64 BodyWindow::arrivalUs(const RawDelivery &raw)
{
    const qint64 sinceUs = std::max<qint64>(raw.receivedNs - m_lastNs, 0) / 1000;
    m_lastUs = std::max({m_lastUs + sinceUs, m_lastUs + 1, raw.receivedUs});
    m_lastNs = std::max(m_lastNs, raw.receivedNs);
    return m_lastUs;
}

Result<BodyWindow::Place> BodyWindow::newestOf(const QByteArray &source, const QByteArray &digest, qint64 &arrivedUs)
{
    const QByteArray first = digest + '@';
    const QByteArray last = digest + "@:"; // behind every time, before a mark in words
    Place place;
    m_newest.bindText(1, source).bindBlob(2, first).bindBlob(3, last);
    Statement::Step outcome = m_newest.step();
    if (outcome == Statement::Step::Row) {
        place = {m_newest.bytes(1).toByteArray(), quint64(m_newest.integer(0))};
        arrivedUs = timeOfMark(QByteArrayView(place.id).sliced(digest.size()));
    }
    m_newest.reset();
    if (outcome == Statement::Step::Failed)
        return m_newest.error();
    if (place.seq != 0)
        return place;
    const QByteArray bytes = QByteArray::fromHex(digest);
    m_withoutTime.bindText(1, source).bindBlob(2, digest).bindBlob(3, bytes);
    outcome = m_withoutTime.step();
    if (outcome == Statement::Step::Row) {
        place = {digest, quint64(m_withoutTime.integer(0))};
        arrivedUs = m_withoutTime.integer(1);
    }
    m_withoutTime.reset();
    if (outcome == Statement::Step::Failed)
        return m_withoutTime.error();
    return place;
}

Status BodyWindow::remember(qint64 us)
{
    if (us - m_rememberedUs < kRememberUs)
        return Done();
    m_rememberedUs = us;
    return m_remember.bind(1, us).run();
}

} // namespace hookboard
