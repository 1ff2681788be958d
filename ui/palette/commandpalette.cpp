#include "ui/palette/commandpalette.h"

#include "ui/palette/palettemodel.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kPaletteWidth = 620;
constexpr int kPaletteRow = 34;
constexpr int kPaletteRows = 11;
constexpr int kPalettePage = 8;
constexpr int kWordLeft = 40;

// Icon, word with the matched letters in bold, where it belongs, its key.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, kPaletteRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.colour(Colour::Selection));
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5);
        }
        const auto mirrored = [&](const QRect &r) {
            return QStyle::visualRect(option.direction, option.rect, r.translated(option.rect.topLeft()));
        };
        const int high = option.rect.height();
        const int wide = option.rect.width();
        paintIcon(*painter, index.data(PaletteModel::Icon).toString(), theme.colour(Colour::TextSecondary),
                  mirrored(QRect(14, (high - 16) / 2, 16, 16)));
        const QString key = index.data(PaletteModel::Key).toString();
        painter->setFont(theme.font(TypeRole::Label));
        painter->setPen(theme.colour(Colour::TextSecondary));
        int right = wide - 14;
        if (!key.isEmpty()) {
            const int keyWidth = painter->fontMetrics().horizontalAdvance(key);
            painter->drawText(mirrored(QRect(right - keyWidth, 0, keyWidth + 2, high)), Qt::AlignVCenter, key);
            right -= keyWidth + 16;
        }
        const QString detail = index.data(PaletteModel::Detail).toString();
        const int detailWidth = std::min(painter->fontMetrics().horizontalAdvance(detail) + 2, (right - kWordLeft) / 2);
        painter->drawText(mirrored(QRect(right - detailWidth, 0, detailWidth, high)),
                          Qt::AlignVCenter | Qt::AlignTrailing,
                          elidedPlain(painter->fontMetrics(), detail, detailWidth));
        paintWord(*painter, theme, mirrored(QRect(kWordLeft, 0, right - detailWidth - 12 - kWordLeft, high)), index);
        painter->restore();
    }

private:
    static void paintWord(QPainter &painter, const Theme &theme, const QRect &rect, const QModelIndex &index)
    {
        const QString word = index.data(PaletteModel::Word).toString();
        const auto places = index.data(PaletteModel::Places).value<QList<qsizetype>>();
        painter.setPen(theme.colour(Colour::Text));
        painter.setFont(theme.font(TypeRole::Body));
        const bool simple = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x250; });
        if (places.isEmpty() || !simple) { // other scripts join their letters
            painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeading,
                             elidedPlain(painter.fontMetrics(), word, rect.width()));
            return;
        }
        qreal x = rect.left();
        for (qsizetype i = 0; i < word.size();) {
            const bool strong = places.contains(i);
            qsizetype end = i;
            while (end < word.size() && places.contains(end) == strong) {
                ++end;
            }
            painter.setFont(theme.font(strong ? TypeRole::BodyStrong : TypeRole::Body));
            const QString run = word.mid(i, end - i);
            const QFontMetricsF metrics(painter.font());
            const qreal room = rect.right() - x;
            const QString shown = metrics.elidedText(run, Qt::ElideRight, room);
            painter.drawText(QRectF(x, rect.top(), room, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
            if (shown != run) {
                return;
            }
            x += metrics.horizontalAdvance(run);
            i = end;
        }
    }
};

} // namespace

CommandPalette::CommandPalette(const QList<PaletteEntry> &entries, QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(this))
    , m_query(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing of that name."), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_query->setObjectName(u"paletteQuery"_s);
    m_query->setPlaceholderText(tr("Go to a board, tile, source or type, or do something"));
    m_query->setAccessibleName(m_query->placeholderText());
    m_query->setClearButtonEnabled(true);
    m_query->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setFixedHeight(2 * kPaletteRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_query);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    m_model->add(entries);
    filter();
}

void CommandPalette::add(const QList<PaletteEntry> &entries)
{
    const int before = m_list->currentIndex().row();
    m_model->add(entries);
    filter();
    m_list->setCurrentIndex(m_model->index(std::max(before, 0), 0)); // nothing was found before: the first
}

void CommandPalette::openOver(const QRect &window)
{
    const int wide = std::min(kPaletteWidth, window.width() - 32);
    setFixedWidth(wide);
    m_room = window.height() - 160;
    filter();
    move(window.center().x() - wide / 2, window.top() + std::min(96, window.height() / 8));
    show();
    m_query->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter()
{
    m_model->setQuery(m_query->text());
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setFixedHeight(std::min({m_model->rowCount(), kPaletteRows, m_room / kPaletteRow}) * kPaletteRow + 4);
    adjustSize();
}

void CommandPalette::choose(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0) {
        const int row = std::abs(by) == 1 ? (m_list->currentIndex().row() + by + rows) % rows
                                          : std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
        m_list->setCurrentIndex(m_model->index(row, 0));
        m_list->scrollTo(m_list->currentIndex());
    }
}

void CommandPalette::run()
{
    const PaletteEntry *chosen = m_model->entry(m_list->currentIndex().row());
    const std::function<void()> act = chosen ? chosen->act : nullptr;
    if (act) {
        close(); // first: what is done may open a dialog
        act();
    }
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_query || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(object, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        choose(1);
        return true;
    case Qt::Key_Up:
        choose(-1);
        return true;
    case Qt::Key_PageDown:
        choose(kPalettePage);
        return true;
    case Qt::Key_PageUp:
        choose(-kPalettePage);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace hookboard
