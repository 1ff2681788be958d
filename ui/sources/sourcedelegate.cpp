#include "ui/sources/sourcedelegate.h"

#include "ui/statuswords.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNarrowestName = 140;

} // namespace

ChipLook chipOf(SourceState state)
{
    const QString word = SourcesModel::stateText(state);
    switch (state) {
    case SourceState::Waiting:
        return {u"waiting"_s, word, Tone::Offline};
    case SourceState::Receiving:
        return {u"ok"_s, word, Tone::Ok};
    case SourceState::Quiet:
        return {u"stale"_s, word, Tone::Stale};
    case SourceState::Refusing:
        return {u"error"_s, word, Tone::Error};
    case SourceState::Unverified:
        return {u"unverified"_s, word, Tone::Unverified};
    case SourceState::Problem:
        return {u"warning"_s, word, Tone::Warn};
    case SourceState::ReadingSecret:
        return {u"waiting"_s, word, Tone::Warn};
    case SourceState::SecretUnreadable:
        return {u"lock"_s, word, Tone::Error};
    case SourceState::NoSecret:
        return {u"key"_s, word, Tone::Error};
    }
    return {};
}

void SourceDelegate::sizeColumns(QTableView &table)
{
    const QFontMetrics metrics(themeOf(&table).font(TypeRole::LabelStrong));
    const auto fit = [&](int column, const QString &sample) {
        const QString title = table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wide = std::max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(title));
        table.setColumnWidth(column, wide + 2 * kCellPadding + 14);
    };
    QString state;
    for (int i = 0; i <= int(SourceState::NoSecret); ++i) {
        const QString word = SourcesModel::stateText(SourceState(i));
        state = metrics.horizontalAdvance(word) > metrics.horizontalAdvance(state) ? word : state;
    }
    fit(SourcesModel::State, u"[] "_s + state + u" []"_s);
    fit(SourcesModel::LastEvent, agoText(1, 1 + (24 * 60 - 2) * 60'000'000LL));
    fit(SourcesModel::Activity, SourcesModel::tr("no events yet") + u" 88888"_s);
    fit(SourcesModel::Events, u"8,888,888"_s);
    fit(SourcesModel::Refused, u"88,888"_s);
    fit(SourcesModel::RefusedShare, u"88.8 %"_s);
    fit(SourcesModel::AckTime, u"888.8 / 888.8 ms"_s);
    table.horizontalHeader()->setSectionResizeMode(SourcesModel::Name, QHeaderView::Stretch);
    table.horizontalHeader()->setMinimumSectionSize(56);
}

void SourceDelegate::fitColumns(QTableView &table)
{
    static constexpr int kGiveWay[] = {SourcesModel::AckTime, SourcesModel::RefusedShare, SourcesModel::Activity,
                                       SourcesModel::Events};
    int needed = kNarrowestName;
    for (int column = 0; column < SourcesModel::ColumnCount; ++column) {
        table.setColumnHidden(column, false);
        needed += column == SourcesModel::Name ? 0 : table.columnWidth(column);
    }
    for (const int column : kGiveWay) {
        if (needed <= table.viewport()->width()) {
            break;
        }
        needed -= table.columnWidth(column);
        table.setColumnHidden(column, true);
    }
}

void SourceDelegate::paintCell(QPainter &painter, const Theme &theme, const QRect &cell,
                               const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    switch (index.column()) {
    case SourcesModel::Name: {
        const int line = theme.lineHeight(TypeRole::Label);
        const int top = cell.top() + (cell.height() - 2 * line) / 2;
        painter.setFont(theme.font(TypeRole::BodyStrong));
        paintText(painter, QRect(cell.left(), top, cell.width(), line), index.data(Qt::DisplayRole).toString(),
                  Qt::AlignLeading);
        painter.setFont(theme.font(TypeRole::Caption));
        painter.setPen(theme.colour(Colour::TextSecondary));
        paintText(painter, QRect(cell.left(), top + line, cell.width(), line),
                  index.data(SourcesModel::kSubtitleRole).toString(), Qt::AlignLeading);
        return;
    }
    case SourcesModel::State:
        paintChip(painter, theme, chipOf(SourceState(index.data(SourcesModel::kStateRole).toInt())), cell);
        return;
    case SourcesModel::Activity: {
        const auto values = index.data(SourcesModel::kSparklineRole).value<QList<float>>();
        const bool refusing = index.data(SourcesModel::kStateRole).toInt() == int(SourceState::Refusing);
        paintSparkline(painter, theme, QRectF(cell).adjusted(0, 12, -8, -12), values,
                       refusing ? theme.toneText(Tone::Error) : theme.colour(Colour::Accent), true);
        painter.setPen(theme.colour(Colour::TextSecondary));
        break;
    }
    case SourcesModel::Refused:
        if (index.data(Qt::DisplayRole).toString() != u"0"_s) {
            painter.setFont(theme.font(TypeRole::LabelStrong));
            painter.setPen(theme.toneText(Tone::Error));
        }
        break;
    default:
        break;
    }
    RowDelegate::paintCell(painter, theme, cell, option, index);
}

} // namespace hookboard
