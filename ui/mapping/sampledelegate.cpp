#include "ui/mapping/sampledelegate.h"

#include "ui/events/eventtext.h"
#include "ui/mapping/fieldwords.h"
#include "ui/mapping/samplemodel.h"
#include "ui/style/chip.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/tablelook.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kPresence = 56;
constexpr int kSparkline = 44;
constexpr int kRowPadding = 8;
constexpr int kChoiceWidth = 84;
constexpr int kLineHeight = 24;
constexpr int kNoteHeight = 16;
constexpr double kNearlyAll = 0.995;

const SampleModel *sampleModel(const QModelIndex &index)
{
    return qobject_cast<const SampleModel *>(index.model());
}

bool hasNote(const SampleNode &node, const FieldFacts *facts)
{
    return facts && facts->usualKind() != FieldKind::Object && facts->usualKind() != FieldKind::Null &&
           (node.kind != SampleNode::Kind::Section);
}

QString choiceText(const ItemChoice &choice)
{
    switch (choice.kind) {
    case ItemChoice::Kind::Undecided:
        return SampleDelegate::tr("which items?");
    case ItemChoice::Kind::First:
        return SampleDelegate::tr("first item");
    case ItemChoice::Kind::Last:
        return SampleDelegate::tr("last item");
    case ItemChoice::Kind::Each:
        return SampleDelegate::tr("each item");
    case ItemChoice::Kind::Where:
        return SampleDelegate::tr("item where");
    }
    return {};
}

QString valueText(const SampleNode &node, const FieldFacts *facts, const QLocale &locale)
{
    switch (node.kind) {
    case SampleNode::Kind::Section:
        return node.value;
    case SampleNode::Kind::Object:
        return node.children.size() == 1 ? SampleDelegate::tr("1 field")
                                         : SampleDelegate::tr("%1 fields").arg(locale.toString(node.children.size()));
    case SampleNode::Kind::Array:
        return node.value == "1"_L1 ? SampleDelegate::tr("1 item") : SampleDelegate::tr("%1 items").arg(node.value);
    case SampleNode::Kind::Missing:
        return SampleDelegate::tr("not in this event");
    default:
        break;
    }
    const QString moment = facts ? timeValueText(node.value, facts->time, locale) : QString();
    if (!moment.isEmpty())
        return moment;
    return node.kind == SampleNode::Kind::Text ? u'"' + shownText(node.value) + u'"' : shownText(node.value);
}

class RowPainter
{
public:
    RowPainter(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, const QModelIndex &index)
        : m_painter(painter)
        , m_theme(theme)
        , m_option(option)
        , m_model(*sampleModel(index))
        , m_node(*m_model.node(index))
        , m_facts(m_model.facts(index))
        , m_index(index)
    {
        const QRect row = option.rect;
        m_top =
            QRect(row.left() + 2, row.top(), row.width() - 2 - kRowPadding, std::min(row.height(), kLineHeight + 2));
    }

    void paint()
    {
        ground();
        if (m_node.kind == SampleNode::Kind::Section) {
            section();
            return;
        }
        presence();
        badges();
        nameAndValue();
        if (hasNote(m_node, m_facts))
            note();
    }

private:
    void ground() const
    {
        const bool section = m_node.kind == SampleNode::Kind::Section;
        const bool selected = m_option.state.testFlag(QStyle::State_Selected);
        if (section)
            m_painter.fillRect(m_option.rect, m_theme.colour(Colour::Sunken));
        if (selected || (m_option.state.testFlag(QStyle::State_MouseOver) && !section))
            m_painter.fillRect(m_option.rect, m_theme.colour(selected ? Colour::Selection : Colour::Hover));
        if (section)
            m_painter.fillRect(QRect(m_option.rect.left(), m_option.rect.bottom(), m_option.rect.width(), 1),
                               m_theme.colour(Colour::Border));
    }
    void text(const QRect &rect, const QString &words, TypeRole role, Colour colour, Qt::Alignment align) const
    {
        m_painter.setFont(m_theme.font(role));
        m_painter.setPen(m_theme.colour(colour));
        m_painter.drawText(rect, int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                           elidedPlain(m_painter.fontMetrics(), words, rect.width()));
    }
    int widthOf(const QString &words, TypeRole role) const
    {
        return QFontMetrics(m_theme.font(role)).horizontalAdvance(words);
    }
    void section() const
    {
        const QRect row = m_option.rect.adjusted(2, 0, -kRowPadding, 0);
        text(row, m_node.key, TypeRole::LabelStrong, Colour::Text, Qt::AlignLeft);
        const int used = widthOf(m_node.key, TypeRole::LabelStrong) + 8;
        text(row.adjusted(used, 0, 0, 0), m_node.value, TypeRole::Label, Colour::TextSecondary, Qt::AlignLeft);
    }
    void presence()
    {
        const quint64 all = m_model.samples().events;
        if (m_facts && all > 0) {
            const double share = double(m_facts->events) / double(all);
            const bool whole = share >= kNearlyAll;
            text(QRect(m_top.right() - kPresence, m_top.top(), kPresence, m_top.height()),
                 formatPercent(share, m_option.locale, whole || share == 0 ? 0 : 1),
                 whole ? TypeRole::Label : TypeRole::LabelStrong, whole ? Colour::TextSecondary : Colour::Warn,
                 Qt::AlignRight);
        }
        m_top.setRight(m_top.right() - kPresence - 6);
    }
    void badges()
    {
        if (m_node.isList()) {
            const QRect choice = SampleDelegate::choiceRect(m_option.rect, m_index, m_theme);
            controls::frame(m_painter, choice, m_theme.metrics().radiusControl, m_theme.colour(Colour::Surface),
                            m_theme.colour(Colour::BorderStrong));
            text(choice.adjusted(6, 0, -18, 0), choiceText(m_model.choice(m_index)), TypeRole::Caption, Colour::Text,
                 Qt::AlignLeft);
            paintIcon(m_painter, u"chevron-down"_s, m_theme.colour(Colour::TextSecondary),
                      QRectF(choice.right() - 17, choice.top(), 14, choice.height()), 12);
            m_top.setRight(choice.left() - 6);
        }
        const QList<Slot> used = m_model.badges(m_index);
        for (const Slot slot : used) {
            const QString word = slotName(slot, m_model.tile().kind);
            const int width = widthOf(word, TypeRole::Caption) + 14;
            const QRect box(m_top.right() - width, m_top.center().y() - 8, width, 18);
            controls::frame(m_painter, box, m_theme.metrics().radiusChip, m_theme.colour(Colour::Surface),
                            m_theme.colour(Colour::Link));
            text(box, word, TypeRole::Chip, Colour::Link, Qt::AlignHCenter);
            m_top.setRight(box.left() - 6);
        }
    }
    void nameAndValue() const
    {
        const QFontMetrics strong(m_theme.font(TypeRole::LabelStrong));
        const QString key = elidedPlain(strong, m_node.key, m_top.width() / 2);
        text(m_top, key, TypeRole::LabelStrong, Colour::Text, Qt::AlignLeft);
        const bool quiet =
            m_node.kind == SampleNode::Kind::Object || m_node.isList() || m_node.kind == SampleNode::Kind::Missing;
        text(m_top.adjusted(strong.horizontalAdvance(key) + 10, 0, 0, 0), valueText(m_node, m_facts, m_option.locale),
             TypeRole::Label, quiet ? Colour::TextDisabled : Colour::TextSecondary, Qt::AlignLeft);
    }
    void note() const
    {
        const FieldNote words = fieldNote(*m_facts, m_option.locale);
        QRect line(m_option.rect.left() + 2, m_option.rect.bottom() - kNoteHeight - 2,
                   m_option.rect.width() - 2 - kRowPadding, kNoteHeight);
        if (m_facts->trend.size() > 1 && m_facts->time == TimeForm::None) {
            const QRectF spark(line.right() - kSparkline, line.top() + 1, kSparkline, line.height() - 3);
            const auto [low, high] = std::minmax_element(m_facts->trend.begin(), m_facts->trend.end());
            QList<float> shape;
            for (const float value : m_facts->trend)
                shape << (*high > *low ? (value - *low) / (*high - *low) : 0.5F);
            paintSparkline(m_painter, m_theme, spark, shape, m_theme.colour(Colour::Accent), false);
            line.setRight(line.right() - kSparkline - 8);
        }
        paintIcon(m_painter, words.icon, m_theme.colour(Colour::TextSecondary), QRectF(line.left(), line.top(), 12, 16),
                  12);
        text(line.adjusted(18, 0, 0, 0), words.text, TypeRole::Caption, Colour::TextSecondary, Qt::AlignLeft);
    }

    QPainter &m_painter;
    const Theme &m_theme;
    const QStyleOptionViewItem &m_option;
    const SampleModel &m_model;
    const SampleNode &m_node;
    const FieldFacts *m_facts;
    QModelIndex m_index;
    QRect m_top; // what is left of the first line
};

} // namespace

void SampleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SampleModel *model = sampleModel(index);
    if (!model || !model->node(index))
        return;
    painter->save();
    painter->setClipRect(option.rect);
    RowPainter(*painter, themeOf(option.widget), option, index).paint();
    painter->restore();
}

QSize SampleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SampleModel *model = sampleModel(index);
    const SampleNode *node = model ? model->node(index) : nullptr;
    if (!node)
        return {200, kLineHeight};
    const qreal scale = themeOf(option.widget).textScale();
    const int line = node->kind == SampleNode::Kind::Section ? 26 : kLineHeight;
    const int note = hasNote(*node, model->facts(index)) ? kNoteHeight + 2 : 2;
    return {200, int((line + note) * scale)};
}

QRect SampleDelegate::choiceRect(const QRect &row, const QModelIndex &index, const Theme &)
{
    const SampleModel *model = sampleModel(index);
    const SampleNode *node = model ? model->node(index) : nullptr;
    if (!node || !node->isList())
        return {};
    return {row.right() - kRowPadding - kPresence - 6 - kChoiceWidth, row.top() + 3, kChoiceWidth, 20};
}

bool SampleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect choice = choiceRect(option.rect, index, themeOf(option.widget));
        if (mouse->button() == Qt::LeftButton && choice.contains(mouse->position().toPoint())) {
            const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
            emit choiceWanted(index, view ? view->viewport()->mapToGlobal(choice.bottomLeft()) : QCursor::pos());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace hookboard
