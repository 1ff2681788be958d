#include "ui/dashboard/tiles/rowdelegates.h"

#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/dashboard/valuelooks.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtCore/QDateTime>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kCellPadding = 8;
constexpr int kIconSize = 16;
constexpr int kScrollRoom = 13;

Colour rowGround(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (option.state & QStyle::State_Selected)
        return Colour::Selection;
    if (index.data(RowsModel::NewRole).toBool())
        return Colour::AccentTint;
    if (option.state & QStyle::State_MouseOver)
        return Colour::Hover;
    return Colour::Surface;
}

void paintGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colour ground = rowGround(option, index);
    if (ground != Colour::Surface)
        painter.fillRect(option.rect, theme.colour(ground));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     theme.colour(Colour::Grid));
}

// A word that somebody has chosen for the value, or a state that senders use.
std::optional<ChipLook> chipIn(const QModelIndex &index)
{
    if (const auto *look = index.data(RowsModel::LookRole).value<const StateLook *>())
        return chipOf(*look);
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto format = TableColumn::Format(index.data(RowsModel::ColumnRole).toInt());
    if (format == TableColumn::Format::Badge && text.size() > 1)
        return badgeLook(text);
    return std::nullopt;
}

struct RowSign
{
    QString iconName;
    Colour ink;
};

std::optional<RowSign> signOf(const Row &row)
{
    switch (stateOf(row)) {
    case TileState::Simulated:
        return RowSign{u"simulated"_s, Colour::Simulated};
    case TileState::Unverified:
        return RowSign{u"unverified"_s, Colour::Unverified};
    default:
        return std::nullopt;
    }
}

// Of the row, in its first cell; the others have none.
std::optional<RowSign> signIn(const QModelIndex &index)
{
    const Row *row = index.column() == 0 ? index.data(RowsModel::RowRole).value<const Row *>() : nullptr;
    return row ? signOf(*row) : std::nullopt;
}

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

} // namespace

ChipLook badgeLook(const QString &word)
{
    if (isOneOf(word, {"paid"_L1, "ok"_L1, "success"_L1, "succeeded"_L1, "active"_L1, "resolved"_L1, "completed"_L1,
                       "done"_L1, "delivered"_L1, "open"_L1, "up"_L1, "approved"_L1, "passed"_L1}))
        return {u"ok"_s, word, Tone::Ok};
    if (isOneOf(word, {"failed"_L1, "failure"_L1, "error"_L1, "down"_L1, "firing"_L1, "critical"_L1, "declined"_L1,
                       "rejected"_L1, "expired"_L1}))
        return {u"error"_s, word, Tone::Error};
    if (isOneOf(word, {"warning"_L1, "refunded"_L1, "partial"_L1, "disputed"_L1, "past_due"_L1, "late"_L1}))
        return {u"warning"_s, word, Tone::Warn};
    if (isOneOf(word, {"pending"_L1, "processing"_L1, "queued"_L1, "in_progress"_L1, "authorised"_L1, "authorized"_L1}))
        return {u"clock"_s, word, Tone::Info};
    return {{}, word, Tone::Neutral};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    paintGround(*painter, theme, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect cell = option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
    if (const auto sign = signIn(index)) {
        const QRect place(cell.left(), cell.top(), kIconSize, cell.height());
        paintIcon(*painter, sign->iconName, theme.colour(sign->ink), QStyle::visualRect(option.direction, cell, place),
                  kIconSize);
        cell = QStyle::visualRect(option.direction, cell, cell.adjusted(kIconSize + kCellPadding, 0, 0, 0));
    }
    const auto format = TableColumn::Format(index.data(RowsModel::ColumnRole).toInt());
    if (const auto chip = chipIn(index)) {
        paintChip(*painter, theme, *chip, cell);
    } else {
        const bool number = format == TableColumn::Format::Number;
        const TabularText tabular(theme.font(number ? TypeRole::LabelStrong : TypeRole::Label));
        painter->setPen(theme.colour(Colour::Text));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const QString shown =
            elidedPlain(QFontMetrics(theme.font(number ? TypeRole::LabelStrong : TypeRole::Label)), text, cell.width());
        tabular.draw(*painter, cell, alignment, shown);
    }
    painter->restore();
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.colour(Colour::SelectionBorder));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto chip = chipIn(index);
    const int width = chip ? chipSize(theme, *chip).width()
                           : QFontMetrics(theme.font(TypeRole::LabelStrong)).horizontalAdvance(text.left(60)) + 4;
    const int sign = signIn(index) ? kIconSize + kCellPadding : 0;
    return {sign + width + 2 * kCellPadding, theme.metrics().tableRow};
}

bool FeedDelegate::setNow(qint64 nowUs)
{
    const auto day = [](qint64 timeUs) { return QDateTime::fromMSecsSinceEpoch(timeUs / 1000).date(); };
    return day(std::exchange(m_nowUs, nowUs)) != day(nowUs);
}

void FeedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    // The view reaches into the padding of its tile, so that a scroll bar never moves or covers the text.
    QStyleOptionViewItem option = item;
    if (option.widget)
        option.rect.setRight(std::min(option.rect.right(), option.widget->width() - kScrollRoom));
    const Theme &theme = themeOf(option.widget);
    const Row *row = index.data(RowsModel::RowRole).value<const Row *>();
    // A list also paints the row below its last pixel, which a vector picture would not clip.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!row || (view && option.rect.top() >= view->height()))
        return;
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(*painter, theme, option, index);
    QRect line = option.rect.adjusted(0, 0, 0, -1);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };

    const RowSign sign = signOf(*row).value_or(RowSign{u"events"_s, Colour::TextSecondary});
    paintIcon(*painter, sign.iconName, theme.colour(sign.ink),
              mirrored(QRect(line.left(), line.top(), kIconSize, line.height())), kIconSize);
    line.setLeft(line.left() + kIconSize + kCellPadding);

    const TabularText tabular(theme.font(TypeRole::Label));
    const QString time = formatMoment(row->timeUs, m_nowUs, option.locale, false);
    const int timeWidth = int(tabular.advance(time)) + 1;
    painter->setPen(theme.colour(Colour::TextSecondary));
    tabular.draw(*painter, mirrored(QRect(line.left(), line.top(), timeWidth, line.height())),
                 Qt::AlignVCenter | Qt::AlignLeading, time);
    line.setLeft(line.left() + timeWidth + kCellPadding);

    const QFont caption = theme.font(TypeRole::Caption);
    const QFontMetrics captionMetrics(caption);
    const int sourceWidth =
        std::min(captionMetrics.horizontalAdvance(plainLine(row->source, 40)) + 2, line.width() / 3);
    painter->setFont(caption);
    painter->drawText(mirrored(QRect(line.right() + 1 - sourceWidth, line.top(), sourceWidth, line.height())),
                      Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine,
                      elidedPlain(captionMetrics, row->source, sourceWidth));
    line.setRight(line.right() - sourceWidth - kCellPadding);
    const QFont label = theme.font(TypeRole::Label);
    painter->setFont(label);
    painter->setPen(theme.colour(Colour::Text));
    painter->drawText(mirrored(line), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      elidedPlain(QFontMetrics(label), index.data(Qt::DisplayRole).toString(), line.width()));
    painter->restore();
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.colour(Colour::SelectionBorder));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize FeedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, themeOf(option.widget).metrics().feedRow};
}

} // namespace hookboard
