#include "ui/sources/sourcesmodel.h"

#include "ui/statuswords.h"

#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kQuietAfterUs = 60LL * 60 * 1'000'000;

bool isNumber(int column)
{
    return column == SourcesModel::Events || column == SourcesModel::Refused || column == SourcesModel::RefusedShare ||
           column == SourcesModel::AckTime;
}

QString percentText(double share)
{
    const double percent = share * 100;
    const int decimals = percent == 0 || percent >= 10 ? 0 : percent >= 0.1 ? 1 : 2;
    return QLocale().toString(percent, 'f', decimals) + u"\u202F%"_s;
}

} // namespace

quint64 SourceRow::refused() const
{
    quint64 sum = 0;
    for (const quint64 count : health.rejected) {
        sum += count;
    }
    return sum;
}

double SourceRow::refusedShare() const
{
    const quint64 bad = refused();
    const quint64 all = bad + health.stored + health.duplicates;
    return all == 0 ? 0 : double(bad) / double(all);
}

SourceState sourceState(const SourceRow &row, qint64 nowUs)
{
    switch (row.health.access) {
    case SecretAccess::Reading:
        return SourceState::ReadingSecret;
    case SecretAccess::Unavailable:
        return SourceState::SecretUnreadable;
    case SecretAccess::Missing:
        return SourceState::NoSecret;
    case SecretAccess::Ready:
        break;
    }
    if (!row.health.problem.isEmpty()) {
        return SourceState::Problem;
    }
    if (row.health.lastEventUs == 0) {
        return row.refused() > 0 ? SourceState::Refusing : SourceState::Waiting;
    }
    if (row.config.provider == "none"_L1) {
        return SourceState::Unverified;
    }
    return nowUs - row.health.lastEventUs > kQuietAfterUs ? SourceState::Quiet : SourceState::Receiving;
}

SourcesModel::SourcesModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void SourcesModel::setSources(const QList<SourceConfig> &sources, const QList<ProviderInfo> &providers)
{
    beginResetModel();
    m_rows.clear();
    for (const SourceConfig &source : sources) {
        const auto found = std::find_if(providers.begin(), providers.end(),
                                        [&](const ProviderInfo &info) { return info.key == source.provider; });
        const QString name = source.provider == "none"_L1 ? tr("Not verified")
                             : found != providers.end()   ? found->displayName
                                                          : source.provider;
        m_rows.append({source, {}, name});
    }
    endResetModel();
    setHealth(m_health, m_nowUs);
}

void SourcesModel::setHealth(const QList<SourceHealth> &health, qint64 nowUs)
{
    m_health = health;
    m_nowUs = nowUs;
    for (SourceRow &row : m_rows) {
        const auto found = std::find_if(health.begin(), health.end(),
                                        [&](const SourceHealth &item) { return item.source == row.config.name; });
        row.health = found != health.end() ? *found : SourceHealth();
    }
    if (!m_rows.isEmpty()) {
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

const SourceRow *SourcesModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int SourcesModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].config.name == name) {
            return row;
        }
    }
    return -1;
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SourcesModel::text(const SourceRow &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return row.config.name;
    case State:
        return stateText(sourceState(row, m_nowUs));
    case LastEvent:
        return agoText(row.health.lastEventUs, m_nowUs);
    case Activity:
        return row.health.stored == 0 ? tr("no events yet") : QString();
    case Events:
        return locale.toString(row.health.stored);
    case Refused:
        return locale.toString(row.refused());
    case RefusedShare:
        return percentText(row.refusedShare());
    case AckTime:
        return row.health.ackP50Ms <= 0 ? u"\u2013"_s
                                        : tr("%1 / %2\u202Fms")
                                              .arg(locale.toString(row.health.ackP50Ms, 'f', 1),
                                                   locale.toString(row.health.ackP99Ms, 'f', 1));
    default:
        return {};
    }
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    const SourceRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(*row, index.column()));
    case kStateRole:
        return int(sourceState(*row, m_nowUs));
    case kSubtitleRole:
        return row->providerName;
    case kSparklineRole:
        return QVariant::fromValue(row->health.sparkline);
    default:
        return {};
    }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role == Qt::ToolTipRole && section == AckTime) {
        return tr("From receipt to answer: half of the answers were faster, 99 of 100 were faster");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Source");
    case State:
        return tr("State");
    case LastEvent:
        return tr("Last event");
    case Activity:
        return tr("Last hour");
    case Events:
        return tr("Events");
    case Refused:
        return tr("Refused");
    case RefusedShare:
        return tr("Refused %");
    case AckTime:
        return tr("Answer p50 / p99");
    default:
        return {};
    }
}

QString SourcesModel::stateText(SourceState state)
{
    switch (state) {
    case SourceState::Waiting:
        return tr("Waiting");
    case SourceState::Receiving:
        return tr("Receiving");
    case SourceState::Quiet:
        return tr("Quiet");
    case SourceState::Refusing:
        return tr("All refused");
    case SourceState::Unverified:
        return tr("Unverified");
    case SourceState::Problem:
        return tr("Problem");
    case SourceState::ReadingSecret:
        return tr("Reading secret");
    case SourceState::SecretUnreadable:
        return tr("Secret unreadable");
    case SourceState::NoSecret:
        return tr("No secret");
    }
    return {};
}

} // namespace hookboard
