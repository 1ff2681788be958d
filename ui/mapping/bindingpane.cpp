#include "ui/mapping/bindingpane.h"

#include "ui/dashboard/tileregistry.h"
#include "ui/mapping/filterpopover.h"
#include "ui/mapping/grouppopover.h"
#include "ui/mapping/labelpopover.h"
#include "ui/mapping/lookpopover.h"
#include "ui/mapping/sentenceview.h"
#include "ui/mapping/slotrow.h"
#include "ui/mapping/studiodraft.h"
#include "ui/mapping/timepopover.h"
#include "ui/mapping/valuenotice.h"
#include "ui/mapping/valuepopover.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"

#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostBindings = 4;

// "In words" over the sentence, on a quiet ground.
class WordsBox final : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Sunken),
                        theme.colour(Colour::Border));
    }
};

bool hasSeveralMeasures(TileKind kind)
{
    return kind == TileKind::TimeSeries || kind == TileKind::Bar;
}

} // namespace

BindingPane::BindingPane(StudioDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"bindingPane"_s);
    const Theme &theme = themeOf(this);
    auto *title = new QLabel(tr("What to show"), this);
    title->setFont(theme.font(TypeRole::BodyStrong));
    title->setContentsMargins(12, 0, 12, 0);
    title->setFixedHeight(theme.metrics().panelHeader);
    auto *page = new QWidget;
    page->setObjectName(u"bindingPage"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    buildKinds(*column);
    buildBindings(*column);
    buildSlots(*column);
    buildWords(*column);
    column->addStretch(1);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Words of any language push the border of the pane, not past it.
    int widest = page->minimumSizeHint().width();
    for (const QWidget *popover : std::initializer_list<QWidget *>{m_look, m_popovers[0], m_popovers[1], m_popovers[2],
                                                                   m_popovers[3], m_popovers[4]})
        widest = std::max(widest, popover->minimumSizeHint().width() + 24);
    m_scroll->setMinimumWidth(widest + m_scroll->verticalScrollBar()->sizeHint().width());
    // Nothing stands beyond its edges, so it never slides aside, whatever has the focus.
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, m_scroll->horizontalScrollBar(),
            [bar = m_scroll->horizontalScrollBar()] { bar->setValue(bar->minimum()); });
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(title);
    whole->addWidget(m_scroll, 1);
    connect(&m_draft, &StudioDraft::changed, this, &BindingPane::refresh);
    connect(&m_draft, &StudioDraft::samplesChanged, this, &BindingPane::refresh);
    refresh();
}

void BindingPane::buildKinds(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    for (const TileKindInfo &info : tileKinds()) {
        QToolButton *button = makeIconButton(info.word, info.iconName, this);
        button->setObjectName(u"kind-%1"_s.arg(int(info.kind)));
        button->setToolTip(tr("%1: %2").arg(info.word, info.purpose));
        button->setCheckable(true);
        button->setProperty("kind", int(info.kind));
        connect(button, &QToolButton::clicked, this, [this, info] {
            TileSpec tile = m_draft.tile();
            tile.kind = info.kind;
            if (tile.id.isEmpty())
                tile.grid.setSize(info.size);
            m_draft.change(tile, tr("Show as %1").arg(info.word));
            refresh();
        });
        row->addWidget(button);
        m_kinds.append(button);
    }
    row->addSpacing(8);
    m_kindWord = new QLabel(this);
    m_kindWord->setFont(themeOf(this).font(TypeRole::LabelStrong));
    int widest = 0;
    for (const TileKindInfo &info : tileKinds())
        widest = std::max(widest, m_kindWord->fontMetrics().horizontalAdvance(info.word));
    m_kindWord->setMinimumWidth(widest);
    row->addWidget(m_kindWord, 1);
    column.addLayout(row);
}

// "1 sum of amount | 2 number of events | +": several measurements in one chart.
void BindingPane::buildBindings(QVBoxLayout &column)
{
    m_bindingBox = new QWidget(this);
    m_bindingRow = new QHBoxLayout(m_bindingBox);
    m_bindingRow->setContentsMargins(0, 0, 0, 0);
    m_bindingRow->setSpacing(4);
    column.addWidget(m_bindingBox);
}

void BindingPane::refreshBindings()
{
    const TileSpec &tile = m_draft.tile();
    const std::tuple now(hasSeveralMeasures(tile.kind), tile.bindings.size(), m_draft.bindingIndex());
    if (std::exchange(m_bindingsShown, now) == now)
        return;
    while (QLayoutItem *item = m_bindingRow->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the sender
        }
        delete item;
    }
    m_bindingBox->setVisible(hasSeveralMeasures(tile.kind));
    if (!hasSeveralMeasures(tile.kind))
        return;
    for (qsizetype i = 0; tile.bindings.size() > 1 && i < tile.bindings.size(); ++i) {
        auto *button = makeButton(tr("Measure %1").arg(i + 1), {}, ButtonKind::Normal, m_bindingBox);
        button->setObjectName(u"measure%1"_s.arg(i + 1));
        button->setCheckable(true);
        button->setChecked(i == m_draft.bindingIndex());
        connect(button, &QPushButton::clicked, this, [this, i] { m_draft.setBindingIndex(i); });
        m_bindingRow->addWidget(button);
    }
    if (tile.bindings.size() > 1) {
        QToolButton *remove = makeIconButton(tr("Remove this measure"), u"close"_s, m_bindingBox);
        remove->setObjectName(u"removeMeasure"_s);
        connect(remove, &QToolButton::clicked, this, [this] {
            TileSpec less = m_draft.tile();
            less.bindings.remove(m_draft.bindingIndex());
            m_draft.change(less, tr("Remove measure"));
        });
        m_bindingRow->addWidget(remove);
    }
    if (tile.bindings.size() < kMostBindings) {
        auto *add = makeButton(tr("Add measure"), u"plus"_s, ButtonKind::Flat, m_bindingBox);
        add->setObjectName(u"addMeasure"_s);
        connect(add, &QPushButton::clicked, this, [this] {
            TileSpec more = m_draft.tile();
            Binding binding = m_draft.binding(); // the same events, another number of them
            binding.value.clear();
            binding.steps.clear();
            binding.label.clear();
            binding.aggregation = Aggregation::Count;
            more.bindings.append(binding);
            m_draft.change(more, tr("Add measure"));
            m_draft.setBindingIndex(more.bindings.size() - 1);
        });
        m_bindingRow->addWidget(add);
    }
    m_bindingRow->addStretch(1);
}

void BindingPane::buildSlots(QVBoxLayout &column)
{
    m_filter = new FilterPopover(m_draft, this);
    m_popovers = {new ValuePopover(m_draft, this), new TimePopover(m_draft, this), new GroupPopover(m_draft, this),
                  new LabelPopover(m_draft, this), m_filter};
    for (int i = 0; i < kSlotCount; ++i) {
        auto *row = new SlotRow(Slot(i), this);
        row->setPopover(m_popovers[size_t(i)]);
        connect(row, &SlotRow::openWanted, this, [this](Slot slot, bool open) { openSlot(slot, open); });
        connect(row, &SlotRow::clearWanted, this, [this](Slot slot) {
            m_draft.change(cleared(m_draft.tile(), m_draft.bindingIndex(), slot), tr("Empty a slot"));
        });
        connect(row, &SlotRow::dropped, this, [this](Slot slot, const QString &path) { fill(slot, path); });
        m_rows[size_t(i)] = row;
        column.addWidget(row);
    }
    m_verified = new QCheckBox(tr("Verified events only"), this);
    m_verified->setObjectName(u"verifiedOnly"_s);
    m_addCondition = makeButton(tr("Add condition"), u"plus"_s, ButtonKind::Flat, this);
    m_addCondition->setObjectName(u"addCondition"_s);
    auto *under = new QVBoxLayout;
    under->setContentsMargins(88, 0, 0, 0);
    under->setSpacing(4);
    under->addWidget(m_verified, 0, Qt::AlignLeading);
    under->addWidget(m_addCondition, 0, Qt::AlignLeading);
    column.addLayout(under);
    connect(m_verified, &QCheckBox::clicked, this, [this](bool only) {
        Binding binding = m_draft.binding();
        binding.verifiedOnly = only;
        m_draft.changeBinding(binding, only ? tr("Count verified events only") : tr("Count unverified events too"));
    });
    connect(m_addCondition, &QPushButton::clicked, this, [this] {
        openSlot(Slot::Filter);
        m_filter->addCondition();
    });
}

void BindingPane::buildWords(QVBoxLayout &column)
{
    auto *words = new WordsBox(this);
    auto *inWords = new QVBoxLayout(words);
    inWords->setContentsMargins(12, 10, 12, 10);
    auto *caption = new QLabel(tr("In words"), words);
    caption->setFont(themeOf(this).font(TypeRole::Caption));
    caption->setForegroundRole(QPalette::PlaceholderText);
    m_sentence = new SentenceView(words);
    inWords->addWidget(caption);
    inWords->addWidget(m_sentence);
    connect(m_sentence, &SentenceView::slotWanted, this, [this](Slot slot) { openSlot(slot); });
    m_notice = new ValueNotice(m_draft, this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"studioProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_more = makeButton(tr("Look: words, thresholds, options"), u"edit"_s, ButtonKind::Flat, this);
    m_more->setObjectName(u"moreOptions"_s);
    m_more->setCheckable(true);
    m_look = new LookPopover(m_draft, this);
    m_look->hide();
    connect(m_more, &QPushButton::toggled, this, [this](bool open) {
        m_look->refresh();
        m_look->setVisible(open);
    });
    column.addSpacing(4);
    column.addWidget(words);
    column.addWidget(m_notice);
    column.addWidget(m_problem);
    column.addWidget(m_more, 0, Qt::AlignLeading);
    column.addWidget(m_look);
}

void BindingPane::openSlot(Slot slot, bool open)
{
    for (SlotRow *row : m_rows) {
        const bool wanted = open && row->slot() == slot;
        if (row->isOpen() != wanted)
            row->setOpen(wanted);
    }
    if (open) {
        m_popovers[size_t(slot)]->refresh();
        QMetaObject::invokeMethod(
            this, [this, slot] { m_scroll->ensureWidgetVisible(m_popovers[size_t(slot)], 0, 8); },
            Qt::QueuedConnection);
    }
}

std::optional<Slot> BindingPane::openedSlot() const
{
    for (const SlotRow *row : m_rows) {
        if (row->isOpen())
            return row->slot();
    }
    return std::nullopt;
}

void BindingPane::fill(std::optional<Slot> slot, const QString &path)
{
    const FieldFacts *known = m_draft.samples().field(factsPath(path));
    FieldFacts facts = known ? *known : FieldFacts();
    facts.path = path;
    if (!slot)
        slot = bestSlot(m_draft.tile(), m_draft.bindingIndex(), facts);
    if (!slot)
        return;
    m_draft.change(filled(m_draft.tile(), m_draft.bindingIndex(), *slot, path, facts, m_draft.samples(),
                          *slot == Slot::Filter ? literalOf(path) : QString()),
                   tr("Fill %1").arg(slotName(*slot, m_draft.tile().kind)));
}

// The usual word of the field; numbers are compared with what the newest event has.
QString BindingPane::literalOf(const QString &path) const
{
    const FieldFacts *facts = m_draft.samples().field(factsPath(path));
    if (!facts)
        return {};
    if (!facts->top.isEmpty() && !facts->top.first().first.endsWith(QChar(0x2026)))
        return facts->of(FieldKind::Bool) > 0 && facts->of(FieldKind::Text) == 0
                   ? facts->top.first().first
                   : filterLiteral(facts->top.first().first);
    return facts->max ? QString::number(*facts->max, 'g', 15) : QString();
}

void BindingPane::refresh()
{
    const TileSpec &tile = m_draft.tile();
    for (QToolButton *button : std::as_const(m_kinds))
        button->setChecked(button->property("kind").toInt() == int(tile.kind));
    m_kindWord->setText(tileKindInfo(tile.kind).word);
    refreshBindings();
    for (int i = 0; i < kSlotCount; ++i) {
        m_rows[size_t(i)]->setTile(tile, m_draft.bindingIndex());
        m_popovers[size_t(i)]->refresh();
    }
    m_look->refresh();
    m_verified->setChecked(m_draft.binding().verifiedOnly);
    m_sentence->setPieces(bindingSentence(tile, m_draft.bindingIndex(), m_bucketUs, locale()));
    m_notice->refresh();
}

void BindingPane::setBucket(qint64 bucketUs)
{
    if (m_bucketUs == bucketUs)
        return;
    m_bucketUs = bucketUs;
    m_sentence->setPieces(bindingSentence(m_draft.tile(), m_draft.bindingIndex(), m_bucketUs, locale()));
}

void BindingPane::setProblems(const QList<TileProblem> &problems)
{
    using Part = TileProblem::Part;
    const auto slotOf = [](Part part) {
        return part == Part::Filter    ? Slot::Filter
               : part == Part::GroupBy ? Slot::GroupBy
               : part == Part::Time    ? Slot::Time
               : part == Part::Column  ? Slot::Label
                                       : Slot::Value;
    };
    QStringList elsewhere;
    std::array<bool, kSlotCount> wrong{};
    for (const TileProblem &problem : problems) {
        const bool here = problem.part == Part::Column || problem.index == m_draft.bindingIndex();
        const Slot slot = slotOf(problem.part);
        if (here)
            wrong[size_t(slot)] = true;
        QString words = problem.message;
        if (!words.isEmpty())
            words[0] = words[0].toUpper();
        elsewhere << (here ? slotName(slot, m_draft.tile().kind) : tr("Measure %1").arg(problem.index + 1)) + u": "_s +
                         words + u'.';
    }
    for (int i = 0; i < kSlotCount; ++i) {
        m_rows[size_t(i)]->setWrong(wrong[size_t(i)]);
        m_popovers[size_t(i)]->setProblems(problems);
    }
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeOf(this).colour(Colour::Error));
    m_problem->setPalette(palette);
    m_problem->setText(elsewhere.join(u'\n'));
    m_problem->setVisible(!elsewhere.isEmpty());
}

} // namespace hookboard
