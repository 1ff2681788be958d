#include "ui/boards/boardsaver.h"

#include "core/config/boardfile.h"
#include "core/config/jsonfile.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kOrderFormat = 1;
constexpr QLatin1StringView kSnapshotName("yyyyMMddTHHmmsszzz");
constexpr QLatin1StringView kSuffix(".board.json");

Status writeExactly(const QString &path, const QByteArray &bytes)
{
    if (const Result<QJsonObject> present = readJsonFile(path, kBoardFormat);
        !present && present.error().code == ErrorCode::NewerFormat) {
        return present.error();
    }
    QSaveFile file(path); // syncs and renames in commit()
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Io, BoardSaver::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    }
    return Done();
}

Status removeFile(const QString &path)
{
    QFile file(path);
    if (file.exists() && !file.remove()) {
        return Error{ErrorCode::Io,
                     BoardSaver::tr("The board file %1 could not be removed: %2").arg(path, file.errorString())};
    }
    return Done();
}

QStringList snapshotNames(const QString &folder) // oldest first
{
    return QDir(folder).entryList({u'*' + kSuffix}, QDir::Files, QDir::Name);
}

QString snapshotName(qint64 timeUs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeUs / 1000).toUTC();
    return time.toString(QString(kSnapshotName)) + u'Z' + kSuffix;
}

std::optional<qint64> snapshotTime(QString name)
{
    name.chop(kSuffix.size() + 1);
    const QDateTime read = QDateTime::fromString(name, QString(kSnapshotName));
    const QDateTime time(read.date(), read.time(), QTimeZone::utc());
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch() * 1000) : std::nullopt;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Status addSnapshot(const QString &folder, qint64 timeUs, const QByteArray &json)
{
    QStringList names = snapshotNames(folder);
    if (!names.isEmpty() && bytesOf(folder + u'/' + names.last()) == json) {
        return Done();
    }
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::Io, BoardSaver::tr("The folder %1 cannot be made.").arg(folder)};
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Two in one millisecond both stay, in their order.
    while (names.contains(snapshotName(timeUs))) {
        timeUs += 1000;
    }
    const Status written = writeExactly(folder + u'/' + snapshotName(timeUs), json);
    names = snapshotNames(folder);
    while (names.size() > BoardSaver::kSnapshots) {
        QFile::remove(folder + u'/' + names.takeFirst());
    }
    return written;
}

QList<BoardSnapshot> readSnapshots(const QString &folder, const QString &boardId)
{
    QList<BoardSnapshot> found;
    const QStringList names = snapshotNames(folder);
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const std::optional<qint64> time = snapshotTime(*name);
        const QString path = folder + u'/' + *name;
        const Result<BoardSpec> board = boardFromJson(bytesOf(path), boardId);
        if (time && board) {
            found.append({*time, path, *board});
        }
    }
    return found;
}

} // namespace

BoardSaver::BoardSaver(const Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    m_pool.setMaxThreadCount(1);
}

BoardSaver::~BoardSaver()
{
    m_pool.waitForDone();
    for (const Job &job : std::as_const(m_waiting)) {
        if (const Status status = job.work(); !status.ok()) {
            qWarning("%s", qPrintable(status.error().message));
        }
    }
}

QString BoardSaver::snapshotFolder(const QString &boardId) const
{
    return m_profile.configDirectory() + "/snapshots/"_L1 + boardId;
}

void BoardSaver::save(const BoardSpec &board, const QByteArray &exact)
{
    const QString path = m_profile.boardPath(board.id);
    enqueue({u"board:"_s + board.id, board.id, [path, board, exact] {
                 return exact.isEmpty() ? writeBoardFile(path, board) : writeExactly(path, exact);
             }});
}

void BoardSaver::remove(const QString &boardId)
{
    enqueue({u"board:"_s + boardId, boardId, [path = m_profile.boardPath(boardId)] { return removeFile(path); }});
}

void BoardSaver::keepSnapshot(const BoardSpec &board, qint64 timeUs)
{
    enqueue({{}, {}, [folder = snapshotFolder(board.id), timeUs, board] {
                 return addSnapshot(folder, timeUs, boardToJson(board));
             }});
}

void BoardSaver::saveOrder(const QStringList &boardIds)
{
    const QJsonObject object{{"order"_L1, QJsonArray::fromStringList(boardIds)}};
    enqueue({u"order"_s, {}, [path = m_profile.boardsDirectory() + "/order.json"_L1, object] {
                 return writeJsonFile(path, object, kOrderFormat);
             }});
}

QStringList BoardSaver::readOrder() const
{
    QStringList ids;
    if (const Result<QJsonObject> file = readJsonFile(m_profile.boardsDirectory() + "/order.json"_L1, kOrderFormat)) {
        const QJsonArray order = file->value("order"_L1).toArray();
        for (const QJsonValue &id : order) {
            ids.append(id.toString());
        }
    }
    return ids;
}

void BoardSaver::listSnapshots(const QString &boardId, QObject *context, Listed done)
{
    const QPointer<QObject> waiting(context);
    const QString folder = snapshotFolder(boardId);
    enqueue({{}, {}, [this, waiting, folder, boardId, done = std::move(done)] {
                 const QList<BoardSnapshot> found = readSnapshots(folder, boardId);
                 QMetaObject::invokeMethod(
                     this,
                     [waiting, found, done] {
                         if (waiting) {
                             done(found);
                         }
                     },
                     Qt::QueuedConnection);
                 return Status(Done());
             }});
}

void BoardSaver::enqueue(Job job)
{
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&](const Job &waiting) { return !job.key.isEmpty() && waiting.key == job.key; });
    if (same == m_waiting.end()) {
        m_waiting.append(std::move(job));
    } else {
        *same = std::move(job);
    }
    startNext();
}

void BoardSaver::startNext()
{
    if (m_busy || m_waiting.isEmpty()) {
        return;
    }
    m_busy = true;
    const Job job = m_waiting.takeFirst();
    m_pool.start([this, job] { // this outlives the worker
        const Status status = job.work();
        QMetaObject::invokeMethod(
            this, [this, job, status] { finished(job, status); }, Qt::QueuedConnection);
    });
}

void BoardSaver::finished(const Job &job, const Status &status)
{
    m_busy = false;
    const bool newer =
        std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Job &waiting) { return waiting.key == job.key; });
    startNext();
    if (!status.ok()) {
        emit problem(status.error().message);
    } else if (!job.boardId.isEmpty() && !newer) {
        emit saved(job.boardId);
    }
}

} // namespace hookboard
