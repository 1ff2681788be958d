#include "ui/dashboard/editpanel.h"

#include "ui/dashboard/kindbutton.h"
#include "ui/dashboard/tileoptionsform.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tilewords.h"
#include "ui/dashboard/windowchoice.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kPanelWidth = 272;
constexpr int kOptionTitleLength = 120;

} // namespace

EditPanel::EditPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"editPanel"_s);
    setAccessibleName(tr("Edit the board"));
    setFixedWidth(kPanelWidth);
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    buildKinds(column);
    buildOptions(column);
    buildArrange(column);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // QScrollArea::setWidget turns it on
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(scroll);
    applyFonts();
    setTiles({});
}

void EditPanel::applyFonts()
{
    const Theme &theme = themeOf(this);
    for (QLabel *heading : std::as_const(m_headings)) {
        heading->setFont(theme.font(TypeRole::BodyStrong));
        heading->setFixedHeight(theme.metrics().panelHeader);
    }
}

void EditPanel::buildKinds(QVBoxLayout *column)
{
    m_headings << new QLabel(tr("Add a tile"), this);
    m_headings.last()->setIndent(12);
    column->addWidget(m_headings.last());
    column->addSpacing(4);
    for (const TileKindInfo &info : tileKinds()) {
        auto *button = new KindButton(info, this);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, kind = info.kind] { emit kindChosen(kind); });
        connect(button, &KindButton::dragged, this,
                [this, kind = info.kind](const QPoint &global) { emit kindHovered(kind, global); });
        connect(button, &KindButton::dropped, this,
                [this, kind = info.kind](const QPoint &global) { emit kindDropped(kind, global); });
        connect(button, &KindButton::dragCancelled, this, &EditPanel::kindLeft);
    }
    column->addSpacing(4);
}

QComboBox *EditPanel::choice(QFormLayout *form, const QString &word, const QString &name)
{
    auto *box = new QComboBox(m_one);
    box->setObjectName(name);
    box->setAccessibleName(word);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    form->addRow(word, box);
    return box;
}

void EditPanel::buildOptions(QVBoxLayout *column)
{
    m_heading = new QLabel(this);
    m_heading->setObjectName(u"editPanelTile"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setIndent(12);
    m_headings << m_heading;
    column->addWidget(m_heading);
    m_hint = new QLabel(tr("Click a tile to see its options. Shift and click, or a frame drawn around them, selects "
                           "several."),
                        this);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_hint);
    m_one = new QWidget(this);
    m_form = new QFormLayout(m_one);
    m_form->setContentsMargins(12, 8, 12, 4);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_title = new QLineEdit(m_one);
    m_title->setObjectName(u"optionTitle"_s);
    m_title->setMaxLength(kOptionTitleLength);
    m_form->addRow(tr("Title"), m_title);
    m_window = choice(m_form, tr("Window"), u"optionWindow"_s);
    m_bucket = choice(m_form, tr("Bucket"), u"optionBucket"_s);
    addChoice(*m_bucket, tr("Automatic"), 0);
    fillSpans(*m_bucket, locale(),
              {kSecondUs, 10 * kSecondUs, kMinuteUs, 5 * kMinuteUs, 15 * kMinuteUs, kHourUs, kDayUs});
    m_stale = choice(m_form, tr("Stale after"), u"optionStale"_s);
    addChoice(*m_stale, tr("Learned"), 0);
    fillSpans(*m_stale, locale(), {kMinuteUs, 5 * kMinuteUs, 15 * kMinuteUs, kHourUs, 6 * kHourUs, kDayUs, 7 * kDayUs});
    addChoice(*m_stale, tr("Never"), -1);
    auto *size = new QHBoxLayout;
    size->setSpacing(6);
    const auto count = [&](const QString &name, const QString &word, int most) {
        auto *box = new QSpinBox(m_one);
        box->setObjectName(name);
        box->setAccessibleName(word);
        box->setToolTip(word);
        box->setRange(editcells::kLeast, most);
        box->setKeyboardTracking(false);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        size->addWidget(box, 1);
        return box;
    };
    m_columns = count(u"optionColumns"_s, tr("Columns"), editcells::kColumns);
    size->addWidget(new QLabel(u"\u00D7"_s, m_one));
    m_rows = count(u"optionRows"_s, tr("Rows"), 200);
    m_form->addRow(tr("Size"), size);
    m_options = new TileOptionsForm(m_one);
    m_form->addRow(m_options);
    m_options->alignWith(*m_form);
    connect(m_options, &TileOptionsForm::edited, this, [this](const TileSpec &changed, const QString &step) {
        edit(step, [&](TileSpec &tile) { tile = changed; });
    });
    column->addWidget(m_one);

    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        const QString title = m_title->text().simplified();
        m_title->setModified(false);
        edit(tr("rename tile"), [&](TileSpec &tile) { tile.title = title; });
    });
    connect(m_window, &QComboBox::activated, this, [this] {
        const qint64 code = m_window->currentData().toLongLong();
        edit(tr("change window"), [&](TileSpec &tile) {
            for (Binding &binding : tile.bindings) {
                binding.window = windowOf(code, binding.window);
            }
        });
    });
    connect(m_bucket, &QComboBox::activated, this, [this] {
        const qint64 bucket = m_bucket->currentData().toLongLong();
        edit(tr("change bucket"), [&](TileSpec &tile) {
            for (Binding &binding : tile.bindings) {
                binding.bucketUs = bucket;
            }
        });
    });
    connect(m_stale, &QComboBox::activated, this, [this] {
        const qint64 after = m_stale->currentData().toLongLong();
        edit(tr("change stale time"), [&](TileSpec &tile) { tile.staleAfterUs = after; });
    });
    for (QSpinBox *box : {m_columns, m_rows}) {
        connect(box, &QSpinBox::valueChanged, this, [this] {
            if (!m_filling && m_tiles.size() == 1) {
                emit resizeWanted(m_tiles.first().id, {m_columns->value(), m_rows->value()});
            }
        });
    }
}

void EditPanel::buildArrange(QVBoxLayout *column)
{
    m_several = new QWidget(this);
    auto *grid = new QGridLayout(m_several);
    grid->setContentsMargins(12, 8, 12, 4);
    grid->setSpacing(6);
    using editcells::Edge;
    struct Alignment
    {
        Edge edge;
        QString word;
        QString name;
    };
    const QList<Alignment> rows{{Edge::Left, tr("Align left"), u"alignLeft"_s},
                                {Edge::Right, tr("Align right"), u"alignRight"_s},
                                {Edge::Top, tr("Align top"), u"alignTop"_s},
                                {Edge::Bottom, tr("Align bottom"), u"alignBottom"_s}};
    for (int i = 0; i < rows.size(); ++i) {
        QPushButton *button = makeButton(rows[i].word, {}, ButtonKind::Normal, m_several);
        button->setObjectName(rows[i].name);
        connect(button, &QPushButton::clicked, this, [this, edge = rows[i].edge] { emit alignWanted(edge); });
        grid->addWidget(button, i / 2, i % 2);
    }
    QPushButton *same = makeButton(tr("Same size"), u"resize"_s, ButtonKind::Normal, m_several);
    same->setObjectName(u"sameSize"_s);
    connect(same, &QPushButton::clicked, this, &EditPanel::sameSizeWanted);
    grid->addWidget(same, 2, 0, 1, 2);
    column->addWidget(m_several);

    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(12, 8, 12, 0);
    row->setSpacing(6);
    QPushButton *mapping = makeButton(tr("Mapping\u2026"), u"edit"_s, ButtonKind::Normal, m_buttons);
    mapping->setObjectName(u"optionMapping"_s);
    mapping->setToolTip(tr("Which events and fields the tile is made from"));
    m_mapping = mapping;
    connect(mapping, &QPushButton::clicked, this, [this] {
        if (m_tiles.size() == 1) {
            emit mappingWanted(m_tiles.first().id);
        }
    });
    QPushButton *copy = makeButton({}, u"copy"_s, ButtonKind::Normal, m_buttons);
    copy->setObjectName(u"optionDuplicate"_s);
    copy->setToolTip(tr("Duplicate (Ctrl+D)"));
    copy->setAccessibleName(tr("Duplicate"));
    connect(copy, &QPushButton::clicked, this, &EditPanel::duplicateWanted);
    QPushButton *trash = makeButton({}, u"trash"_s, ButtonKind::Normal, m_buttons);
    trash->setObjectName(u"optionRemove"_s);
    trash->setToolTip(tr("Remove (Delete)"));
    trash->setAccessibleName(tr("Remove"));
    connect(trash, &QPushButton::clicked, this, &EditPanel::removeWanted);
    row->addWidget(mapping, 1);
    row->addWidget(copy);
    row->addWidget(trash);
    column->addWidget(m_buttons);
}

void EditPanel::setTiles(const QList<TileSpec> &tiles)
{
    const bool sameTile = m_tiles.size() == 1 && tiles.size() == 1 && m_tiles.first().id == tiles.first().id;
    if (!sameTile && m_title->hasFocus() && m_tiles.size() == 1) {
        emit m_title->editingFinished(); // what was typed belongs to the tile before
    }
    m_tiles = tiles;
    m_hint->setVisible(tiles.isEmpty());
    m_one->setVisible(tiles.size() == 1);
    m_several->setVisible(tiles.size() > 1);
    m_buttons->setVisible(!tiles.isEmpty());
    m_mapping->setVisible(tiles.size() == 1);
    if (tiles.isEmpty()) {
        m_heading->setText(tr("No tile selected"));
    } else if (tiles.size() > 1) {
        m_heading->setText(tr("%1 tiles selected").arg(locale().toString(tiles.size())));
    } else {
        showOne(tiles.first());
    }
}

void EditPanel::showOne(const TileSpec &tile)
{
    m_filling = true;
    const QString name = tile.title.isEmpty() ? tileKindInfo(tile.kind).word : tile.title;
    m_heading->setText(elidedPlain(m_heading->fontMetrics(), name, kPanelWidth - 32));
    if (!m_title->hasFocus() || !m_title->isModified()) {
        m_title->setText(tile.title);
    }
    const Binding binding = tile.bindings.value(0);
    fillWindows(*m_window, locale());
    chooseCode(*m_window, windowCode(binding.window), capitalised(windowText(binding.window, locale())));
    chooseCode(*m_bucket, binding.bucketUs, formatSpan(binding.bucketUs, locale()));
    chooseCode(*m_stale, tile.staleAfterUs, formatSpan(tile.staleAfterUs, locale()));
    m_columns->setValue(tile.grid.width());
    m_rows->setValue(tile.grid.height());
    m_options->setTile(tile);
    const bool inTime =
        tile.kind == TileKind::TimeSeries || tile.kind == TileKind::Kpi || tile.kind == TileKind::States;
    m_bucket->setVisible(inTime);
    if (QWidget *label = m_form->labelForField(m_bucket)) {
        label->setVisible(inTime);
    }
    m_filling = false;
}

void EditPanel::focusOptions()
{
    if (m_tiles.size() == 1) {
        m_title->setFocus(Qt::OtherFocusReason);
        m_title->selectAll();
    }
}

void EditPanel::edit(const QString &step, const std::function<void(TileSpec &)> &change)
{
    if (m_filling || m_tiles.size() != 1) {
        return;
    }
    TileSpec tile = m_tiles.first();
    change(tile);
    if (!(tile == m_tiles.first())) {
        m_tiles.first() = tile;
        emit tileEdited(tile, step);
    }
}

void EditPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        applyFonts();
    }
}

void EditPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Surface));
    const QColor line = theme.colour(Colour::Border);
    for (const QLabel *heading : std::as_const(m_headings)) {
        const QRect band(0, heading->mapTo(this, QPoint()).y(), width(), heading->height());
        painter.fillRect(band, theme.colour(Colour::Sunken));
        painter.fillRect(QRect(0, band.top(), width(), 1), line);
        painter.fillRect(QRect(0, band.bottom(), width(), 1), line);
    }
    painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? width() - 1 : 0, 0, 1, height()), line);
}

} // namespace hookboard
