#include "ui/mapping/slotrow.h"

#include "ui/mapping/samplemodel.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNameWidth = 88;
constexpr int kPillHeight = 30;

} // namespace

// "[1] Value".
class SlotRow::Name final : public QWidget
{
public:
    Name(Slot slot, QWidget *parent)
        : QWidget(parent)
        , m_slot(slot)
    {
        setFixedSize(kNameWidth, kPillHeight);
    }
    void setWord(const QString &word)
    {
        m_word = word;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const QRect key = QStyle::visualRect(layoutDirection(), rect(), QRect(0, height() / 2 - 8, 16, 16));
        controls::frame(painter, key, 3, theme.colour(Colour::Surface), theme.colour(Colour::Border));
        painter.setFont(theme.font(TypeRole::Caption));
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(key, Qt::AlignCenter, QString::number(int(m_slot) + 1));
        painter.setFont(theme.font(TypeRole::Label));
        const QRect text = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(24, 0, 0, 0));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(m_word, Qt::ElideRight, text.width()));
    }

private:
    Slot m_slot;
    QString m_word;
};

class SlotRow::Pill final : public QAbstractButton
{
public:
    explicit Pill(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFixedHeight(kPillHeight);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCheckable(true);
    }
    bool filled = false;
    bool wrong = false;
    bool target = false; // a field hangs over it
    QString iconName;
    int clearRoom = 0;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool lit = isChecked() || target;
        QColor edge = theme.colour(wrong ? Colour::ErrorFill : lit ? Colour::SelectionBorder : Colour::BorderStrong);
        QPen pen(edge, lit ? 1.5 : 1);
        if (!filled && !lit)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(theme.colour(lit ? Colour::Selection : underMouse() ? Colour::Hover : Colour::Surface));
        painter.drawRoundedRect(box, 5, 5);
        if (hasFocus() && !lit)
            controls::focusRing(painter, theme, rect(), 5);
        const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
        QRect room = rect().adjusted(10, 0, -10, 0);
        if (filled) {
            paintIcon(painter, iconName, theme.colour(Colour::Text), mirrored(QRect(8, 0, 16, height())), 16);
            room.setLeft(32);
            room.setRight(room.right() - 20 - clearRoom);
            paintIcon(painter, u"chevron-down"_s, theme.colour(Colour::TextSecondary),
                      mirrored(QRect(width() - 26 - clearRoom, 0, 16, height())), 14);
        }
        painter.setFont(theme.font(filled ? TypeRole::LabelStrong : TypeRole::Label));
        painter.setPen(theme.colour(filled ? Colour::Text : Colour::TextDisabled));
        painter.drawText(mirrored(room), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         elidedPlain(painter.fontMetrics(), text(), room.width()));
    }
};

SlotRow::SlotRow(Slot slot, QWidget *parent)
    : QWidget(parent)
    , m_slot(slot)
    , m_name(new Name(slot, this))
    , m_pill(new Pill(this))
    , m_clear(makeIconButton(tr("Empty this slot"), u"close"_s, m_pill))
    , m_column(new QVBoxLayout)
{
    const QString names[]{u"Value"_s, u"Time"_s, u"Group"_s, u"Label"_s, u"Filter"_s};
    setObjectName(u"slot"_s + names[int(slot)]);
    m_pill->setObjectName(u"pill"_s + names[int(slot)]);
    m_clear->setObjectName(u"clear"_s + names[int(slot)]);
    m_pill->iconName = slotIcon(slot);
    setAcceptDrops(true);
    auto *inPill = new QHBoxLayout(m_pill);
    inPill->setContentsMargins(0, 0, 1, 0);
    inPill->addStretch(1);
    inPill->addWidget(m_clear);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_pill);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_name, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
    connect(m_pill, &QAbstractButton::clicked, this, [this] { emit openWanted(m_slot, !m_open); });
    connect(m_clear, &QToolButton::clicked, this, [this] { emit clearWanted(m_slot); });
}

void SlotRow::setTile(const TileSpec &tile, qsizetype binding)
{
    const bool filled = isFilled(m_slot, tile, binding);
    const bool clearable = filled && (m_slot != Slot::Time || !slotPath(tile, binding, m_slot).isEmpty() ||
                                      tile.bindings.value(binding).timeBasis == TimeBasis::Event ||
                                      tile.bindings.value(binding).bucketUs > 0);
    m_name->setWord(slotName(m_slot, tile.kind));
    m_pill->filled = filled;
    m_pill->setText(filled ? pillText(tile, binding, m_slot, locale()) : slotHint(m_slot, tile.kind));
    m_pill->setAccessibleName(slotName(m_slot, tile.kind) + u", "_s + m_pill->text());
    m_clear->setVisible(clearable);
    m_pill->clearRoom = clearable ? 28 : 0;
    m_pill->update();
    setVisible(slotApplies(m_slot, tile.kind));
}

void SlotRow::setWrong(bool wrong)
{
    m_pill->wrong = wrong;
    m_pill->update();
}

void SlotRow::setPopover(QWidget *popover)
{
    m_popover = popover;
    m_popover->hide();
    m_column->addWidget(m_popover);
}

void SlotRow::setOpen(bool open)
{
    m_open = open;
    m_pill->setChecked(open);
    m_popover->setVisible(open);
}

QWidget *SlotRow::pill() const
{
    return m_pill;
}

void SlotRow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(QString(SampleModel::kPathMime)))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_pill->target = true;
    m_pill->update();
}

void SlotRow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_pill->target = false;
    m_pill->update();
}

void SlotRow::dropEvent(QDropEvent *event)
{
    m_pill->target = false;
    m_pill->update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit dropped(m_slot, QString::fromUtf8(event->mimeData()->data(QString(SampleModel::kPathMime))));
}

} // namespace hookboard
