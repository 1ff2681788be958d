// BrokenPathWatch: now and then compares the paths of open boards with the newest events of their kinds, and tells
// which tiles have one that leads nowhere any more. GUI thread; the reading happens elsewhere.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilesnapshot.h"
#include "ui/mapping/mappingstudio.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace hookboard {

// The paths that a measurement of this binding cannot do without, as JSONPaths, headers or query.
QStringList neededPaths(const TileSpec &tile, qsizetype binding);
// The first of them that no event has. Few events say nothing: a field may be rare.
std::optional<BrokenPath> brokenPath(const QStringList &paths, const SampledFields &samples);

class BrokenPathWatch final : public QObject
{
    Q_OBJECT
public:
    explicit BrokenPathWatch(QObject *parent = nullptr);

    void setFetch(const FetchSamples &fetch) { m_fetch = fetch; }
    // Looked at soon, and every minute from then on.
    void watch(const BoardSpec &board);
    void forget(const QString &boardId);
    void look();

signals:
    void found(const QString &boardId, const QHash<QString, hookboard::BrokenPath> &broken);

private:
    void lookAt(const BoardSpec &board);

    FetchSamples m_fetch;
    QHash<QString, BoardSpec> m_boards;
    QTimer m_soon;
    QTimer m_minute;
};

} // namespace hookboard
