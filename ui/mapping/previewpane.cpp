#include "ui/mapping/previewpane.h"

#include "ui/dashboard/tileregistry.h"
#include "ui/mapping/thumbnail.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kLeastTileWidth = 240;

class Card : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Surface),
                        theme.colour(Colour::Border));
    }
};

} // namespace

// "Matched / 2,362 / of 2,391 events".
class PreviewPane::Cell final : public QWidget
{
public:
    Cell(const QString &name, QWidget *parent)
        : QWidget(parent)
        , m_value(new QLabel(this))
        , m_note(new QLabel(this))
        , m_link(new QPushButton(this))
    {
        const Theme &theme = themeOf(this);
        auto *head = new QLabel(name, this);
        head->setFont(theme.font(TypeRole::Caption));
        head->setForegroundRole(QPalette::PlaceholderText);
        m_value->setFont(theme.font(TypeRole::Subtitle));
        m_note->setFont(theme.font(TypeRole::Caption));
        m_note->setForegroundRole(QPalette::PlaceholderText);
        for (QLabel *label : {m_value, m_note}) {
            label->setTextFormat(Qt::PlainText);
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        }
        m_link->setFlat(true);
        m_link->setFont(theme.font(TypeRole::Caption));
        m_link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_link->setCursor(Qt::PointingHandCursor);
        m_link->hide();
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(12, 8, 8, 8);
        column->setSpacing(2);
        column->addWidget(head);
        column->addWidget(m_value);
        column->addWidget(m_note);
        column->addWidget(m_link);
    }
    void set(const QString &value, const QString &note)
    {
        m_value->setText(value);
        m_note->setText(note);
        m_note->setToolTip(plainTooltip(note));
    }
    void setLink(const QString &words)
    {
        m_link->setVisible(!words.isEmpty());
        m_note->setVisible(words.isEmpty());
        m_link->setText(m_link->fontMetrics().elidedText(words, Qt::ElideRight, std::max(60, width() - 28)));
        m_link->setToolTip(plainTooltip(words));
        m_link->setAccessibleName(words);
    }
    QPushButton *link() const { return m_link; }
    QString text() const { return m_value->text(); }

private:
    QLabel *m_value;
    QLabel *m_note;
    QPushButton *m_link;
};

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"previewPane"_s);
    const Theme &theme = themeOf(this);
    auto *title = new QLabel(tr("Preview"), this);
    title->setFont(theme.font(TypeRole::BodyStrong));
    m_size = new QLabel(this);
    m_took = new QLabel(this);
    m_took->setObjectName(u"previewTook"_s);
    for (QLabel *label : {m_size, m_took}) {
        label->setFont(theme.font(TypeRole::Label));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    auto *head = new QWidget(this);
    head->setFixedHeight(theme.metrics().panelHeader);
    auto *headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(12, 0, 12, 0);
    headRow->addWidget(title);
    headRow->addWidget(m_size, 1);
    headRow->addWidget(m_took);

    auto *page = new QWidget;
    page->setObjectName(u"previewPage"_s);
    page->setBackgroundRole(QPalette::Window);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    m_strip = new QHBoxLayout;
    m_strip->setSpacing(8);
    column->addLayout(m_strip);
    m_progress = new QProgressBar(page);
    m_progress->setObjectName(u"previewProgress"_s);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Counting the stored events"));
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    m_progress->hide();
    m_host = new QWidget(page);
    m_host->setObjectName(u"previewHost"_s);
    auto *tileBox = new QVBoxLayout;
    tileBox->setSpacing(2);
    tileBox->addWidget(m_host);
    tileBox->addWidget(m_progress);
    column->addLayout(tileBox);
    buildCounts(*column);
    buildCost(*column);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(head);
    whole->addWidget(scroll, 1);
}

void PreviewPane::buildCounts(QVBoxLayout &column)
{
    auto *card = new Card(this);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const QStringList names{tr("Matched"), tr("Skipped"), tr("Points"), tr("First"), tr("Last")};
    const QStringList ids{u"countMatched"_s, u"countSkipped"_s, u"countPoints"_s, u"countFirst"_s, u"countLast"_s};
    for (int i = 0; i < names.size(); ++i) {
        auto *cell = new Cell(names[i], card);
        cell->setObjectName(ids[i]);
        m_counts.append(cell);
        row->addWidget(cell, 1);
    }
    QPushButton *link = m_counts[1]->link();
    link->setObjectName(u"skippedReasons"_s);
    setButtonKind(*link, ButtonKind::Flat);
    connect(link, &QPushButton::clicked, this, [this, link] {
        auto *menu = new QMenu(this);
        menu->setObjectName(u"skippedMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const QMap<QString, quint64> skipped = m_tile ? m_tile->snapshot().skipped : QMap<QString, quint64>();
        for (auto it = skipped.cbegin(); it != skipped.cend(); ++it) {
            QAction *action = menu->addAction(
                tr("%1: %2, show the events").arg(skipReasonText(it.key()), formatCount(it.value(), locale())));
            connect(action, &QAction::triggered, this, [this, reason = it.key()] { emit skippedWanted(reason); });
        }
        menu->popup(link->mapToGlobal(QPoint(0, link->height())));
    });
    column.addWidget(card);
}

void PreviewPane::buildCost(QVBoxLayout &column)
{
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 10, 12, 10);
    inside->setSpacing(4);
    m_cost = new QLabel(card);
    m_cost->setObjectName(u"applyCost"_s);
    m_cost->setFont(themeOf(this).font(TypeRole::LabelStrong));
    m_impact = new QLabel(card);
    m_impact->setObjectName(u"applyImpact"_s);
    m_impact->setFont(themeOf(this).font(TypeRole::Label));
    for (QLabel *label : {m_cost, m_impact}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_whole = new QRadioButton(tr("Whole history"), card);
    m_whole->setObjectName(u"wholeHistory"_s);
    m_fromNow = new QRadioButton(tr("From now on"), card);
    m_fromNow->setObjectName(u"fromNowOn"_s);
    connect(m_whole, &QRadioButton::clicked, this, [this] { emit fromNowOnChosen(false); });
    connect(m_fromNow, &QRadioButton::clicked, this, [this] { emit fromNowOnChosen(true); });
    auto *choice = new QHBoxLayout;
    choice->setSpacing(20);
    choice->addWidget(m_whole);
    choice->addWidget(m_fromNow);
    choice->addStretch(1);
    inside->addWidget(m_cost);
    inside->addWidget(m_impact);
    inside->addLayout(choice);
    column.addWidget(card);

    QPushButton *explain = makeButton(tr("Explain this number\u2026"), u"help"_s, ButtonKind::Flat, this);
    explain->setObjectName(u"previewExplain"_s);
    QPushButton *discard = makeButton(tr("Discard"), {}, ButtonKind::Normal, this);
    discard->setObjectName(u"studioDiscard"_s);
    m_apply = makeButton(tr("Apply"), {}, ButtonKind::Primary, this);
    m_apply->setObjectName(u"studioApply"_s);
    connect(explain, &QPushButton::clicked, this, &PreviewPane::explainWanted);
    connect(discard, &QPushButton::clicked, this, &PreviewPane::discardWanted);
    connect(m_apply, &QPushButton::clicked, this, &PreviewPane::applyWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(explain);
    row->addStretch(1);
    row->addWidget(discard);
    row->addWidget(m_apply);
    column.addLayout(row);
}

void PreviewPane::setSuggestions(const QList<Suggestion> &suggestions)
{
    while (m_thumbnails.size() > suggestions.size()) {
        ThumbnailButton *last = m_thumbnails.takeLast();
        last->hide();
        last->deleteLater();
    }
    while (m_thumbnails.size() < suggestions.size()) {
        auto *button = new ThumbnailButton(this);
        button->setObjectName(u"suggestion%1"_s.arg(m_thumbnails.size()));
        connect(button, &QAbstractButton::clicked, this, [this, button] { emit suggestionChosen(button->tile()); });
        m_strip->addWidget(button);
        m_thumbnails.append(button);
    }
    for (qsizetype i = 0; i < suggestions.size(); ++i)
        m_thumbnails[i]->setSuggestion(suggestions[i].tile, suggestions[i].word,
                                       tileKindInfo(suggestions[i].tile.kind).iconName);
}

void PreviewPane::setSuggestionSnapshot(qsizetype number, const TileSnapshot &snapshot)
{
    if (number >= 0 && number < m_thumbnails.size())
        m_thumbnails[number]->setSnapshot(snapshot);
}

void PreviewPane::markSuggestion(const TileSpec &tile)
{
    for (ThumbnailButton *button : std::as_const(m_thumbnails)) {
        const TileSpec &one = button->tile();
        button->setChecked(one.kind == tile.kind && one.bindings == tile.bindings && one.columns == tile.columns);
    }
}

void PreviewPane::show(const TileSpec &tile, const TileSnapshot &snapshot, qint64 tookMs)
{
    TileSpec named = tile;
    named.id = u"preview"_s;
    if (!m_tile || m_tile->spec().kind != named.kind) {
        if (m_tile) {
            m_tile->hide();
            m_tile->deleteLater(); // its button may have led here
        }
        m_tile = makeTile(named, themeOf(this), m_host);
        m_tile->setLocale(locale());
        m_tile->setAddressOf(m_addressOf);
        m_tile->setPreview(true);
        connect(m_tile, &Tile::eventRequested, this, &PreviewPane::eventWanted);
        connect(m_tile, &Tile::originRequested, this, &PreviewPane::originWanted);
        connect(m_tile, &Tile::explainRequested, this, [this] { emit explainWanted(); });
        connect(m_tile, &Tile::dataRequested, this, [this] { emit dataWanted(); });
        connect(m_tile, &Tile::actionRequested, this,
                [this](const QString &, TileAction action) { emit tileActionWanted(action); });
    } else {
        m_tile->setSpec(named);
    }
    m_tile->setContext(m_context);
    m_tile->setSnapshot(snapshot);
    placeTile();
    m_tile->show();
    if (tookMs >= 0)
        m_took->setText(tr("drawn in %1 ms").arg(locale().toString(tookMs)));
    showCounts();
}

void PreviewPane::setProgress(double share)
{
    m_progress->setVisible(share >= 0);
    m_progress->setValue(int(share * 1000));
}

void PreviewPane::setContext(const TileContext &context)
{
    m_context = context;
    if (m_tile)
        m_tile->setContext(context);
}

void PreviewPane::setRealSize(const QSize &pixels, const QSize &cells)
{
    m_real = pixels;
    m_cells = cells;
    placeTile();
}

void PreviewPane::placeTile()
{
    const int room = std::max(kLeastTileWidth, width() - 24 - 12);
    const QSize size(std::min(m_real.width(), room), m_real.height());
    m_host->setFixedHeight(size.height());
    m_size->setText(
        size.width() < m_real.width()
            ? tr("your events, %1 \u00d7 %2, narrower than on the board").arg(m_cells.width()).arg(m_cells.height())
            : tr("your events, real size, %1 \u00d7 %2").arg(m_cells.width()).arg(m_cells.height()));
    if (m_tile)
        m_tile->setGeometry(QRect(QPoint(0, 0), size));
}

void PreviewPane::showCounts()
{
    const PreviewFacts facts = previewFacts(m_tile->spec(), m_tile->snapshot());
    const auto count = [this](quint64 n) { return formatCount(n, locale()); };
    const auto moment = [this](qint64 us) {
        return us > 0 ? formatMoment(us, m_context.nowUs, locale(), true) : QString(QChar(0x2013));
    };
    m_counts[0]->set(count(facts.matched), tr("of %1 events").arg(count(facts.matched + facts.skipped)));
    m_counts[1]->set(count(facts.skipped), facts.skipped == 0 ? tr("none") : QString());
    m_counts[1]->setLink(facts.mostSkipped);
    m_counts[2]->set(count(quint64(facts.points)), facts.rows ? tr("rows")
                                                   : facts.lines > 1
                                                       ? tr("in %1 lines").arg(locale().toString(facts.lines))
                                                       : tr("in one line"));
    m_counts[3]->set(moment(facts.firstUs), QString());
    m_counts[4]->set(moment(facts.lastUs),
                     facts.lastUs > 0 ? formatAge(facts.lastUs, m_context.nowUs, locale()) : QString());
}

void PreviewPane::setCost(const QString &sentence, const QString &impact)
{
    m_cost->setText(sentence);
    m_impact->setText(impact);
    m_impact->setVisible(!impact.isEmpty());
}

void PreviewPane::setChoice(bool fromNowOn, bool offered)
{
    m_whole->setVisible(offered);
    m_fromNow->setVisible(offered);
    m_whole->setChecked(!fromNowOn);
    m_fromNow->setChecked(fromNowOn);
}

void PreviewPane::setApply(bool possible, const QString &word)
{
    m_apply->setEnabled(possible);
    m_apply->setText(word);
}

void PreviewPane::setTheme(const Theme &theme)
{
    if (m_tile)
        m_tile->setTheme(theme);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTile();
}

} // namespace hookboard
