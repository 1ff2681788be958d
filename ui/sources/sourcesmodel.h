// SourcesModel: one two-line row per source: what it is (SourceConfig) and how it fares (SourceHealth). GUI thread;
// fed by the page, holds values only. A source without health has never been heard of since the start.
#pragma once

#include "core/engine.h"

#include <QtCore/QAbstractTableModel>

namespace hookboard {

// No underlying type beside a class with tr(): the lupdate of Qt 6.8 takes it for the base of a class.
enum class SourceState {
    Waiting,
    Receiving,
    Quiet,
    Refusing,
    Unverified,
    Problem,
    ReadingSecret,
    SecretUnreadable,
    NoSecret
};

struct SourceRow
{
    SourceConfig config;
    SourceHealth health;
    QString providerName; // "GitHub"

    quint64 refused() const;
    // Share of all deliveries that were refused, 0..1; duplicates count as accepted.
    double refusedShare() const;
};

// Which state holds, by rank: a secret that is not at hand, another stated problem, refusals since the last stored
// event, never heard of, unverified, quiet for an hour, receiving.
SourceState sourceState(const SourceRow &row, qint64 nowUs);

class SourcesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, LastEvent, Activity, Events, Refused, RefusedShare, AckTime, ColumnCount };
    static constexpr int kStateRole = Qt::UserRole + 1;     // int(SourceState)
    static constexpr int kSubtitleRole = Qt::UserRole + 2;  // second line of the name
    static constexpr int kSparklineRole = Qt::UserRole + 3; // QList<float>

    explicit SourcesModel(QObject *parent = nullptr);

    void setSources(const QList<SourceConfig> &sources, const QList<ProviderInfo> &providers);
    void setHealth(const QList<SourceHealth> &health, qint64 nowUs);
    const SourceRow *rowAt(int row) const;
    int rowOf(const QString &name) const; // -1 = none of this name
    qint64 nowUs() const { return m_nowUs; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateText(SourceState state);

private:
    QString text(const SourceRow &row, int column) const;

    QList<SourceRow> m_rows;
    QList<SourceHealth> m_health;
    qint64 m_nowUs = 0;
};

} // namespace hookboard
