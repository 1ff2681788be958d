#include "ui/dashboard/tile.h"

#include "ui/style/buttons.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

Tile::Tile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_theme(theme)
{
    setObjectName(u"tile-"_s + spec.id);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);

    m_menuButton = makeIconButton(tr("Tile menu"), u"more"_s, this);
    m_menuButton->setObjectName(u"tileMenu"_s);
    m_menuButton->setFocusPolicy(Qt::NoFocus); // the Menu key on the tile opens it
    m_menuButton->hide();
    connect(m_menuButton, &QToolButton::clicked, this,
            [this] { openMenu(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft())); });

    m_actionButton = makeButton({}, {}, ButtonKind::Normal, this);
    m_actionButton->setObjectName(u"tileAction"_s);
    m_actionButton->hide();
    connect(m_actionButton, &QPushButton::clicked, this, [this] {
        const TileMessage offer = showsBody() ? banner() : message();
        if (offer.action != TileAction::None)
            emit actionRequested(m_spec.id, offer.action);
    });
}

Tile::~Tile() = default;

void Tile::setSpec(const TileSpec &spec)
{
    m_spec = spec;
    m_outdated = Frame;
    refresh();
}

void Tile::setSnapshot(const TileSnapshot &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void Tile::setContext(const TileContext &context)
{
    const TileCondition before = m_condition;
    m_context = context;
    m_condition = tileState(m_spec, m_snapshot, m_context);
    if (before.state != m_condition.state || before.also != m_condition.also) {
        refresh();
        contextMoved();
        return;
    }
    TileFooter footer = tileFooter(facts());
    adjustFooter(footer);
    if (footer.left != m_footer.left || footer.right != m_footer.right) {
        m_footer = footer;
        setAccessibleName(accessibleTileName(facts(), valueText()));
        m_outdated |= Footer;
        update(footerRect());
    }
    contextMoved();
}

void Tile::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_outdated = Frame;
    refresh();
}

void Tile::setAddressOf(AddressOf addressOf)
{
    m_addressOf = std::move(addressOf);
    refresh();
}

TileFacts Tile::facts() const
{
    return {m_spec, m_snapshot, m_context, m_condition, locale()};
}

ChipLook Tile::chip() const
{
    return m_condition.state == TileState::Live ? ownChip() : stateChip(m_condition.state);
}

QList<ChipLook> Tile::chips() const
{
    QList<ChipLook> all{chip()};
    for (const TileState state : m_condition.also) {
        if (state == TileState::Simulated || state == TileState::Unverified || state == TileState::Partial)
            all << stateChip(state);
    }
    return all;
}

void Tile::refresh()
{
    m_condition = tileState(m_spec, m_snapshot, m_context);
    m_footer = tileFooter(facts());
    prepare();
    adjustFooter(m_footer);
    setAccessibleName(accessibleTileName(facts(), valueText()));
    placeButtons();
    layoutBody(bodyRect(), showsBody());
    invalidateBody();
}

// Body and footer: what a snapshot changes.
void Tile::invalidateBody()
{
    m_outdated |= Body | Footer;
    const bool header = chips() != m_paintedChips || (m_outdated & Frame);
    update(header ? rect() : rect().adjusted(0, m_theme.metrics().tileHeader, 0, 0));
}

void Tile::invalidateAll()
{
    m_outdated = Frame;
    update();
}

QString Tile::address() const
{
    const QString source = m_spec.bindings.isEmpty() ? QString() : m_spec.bindings.first().source;
    return m_addressOf && !source.isEmpty() ? m_addressOf(source) : QString();
}

TileMessage Tile::message() const
{
    return tileMessage(facts(), address());
}

bool Tile::isOnAddress(const QPoint &position) const
{
    return !showsBody() && !message().detail.isEmpty() && messageLayout(message()).detail.contains(position);
}

TileMessage Tile::banner() const
{
    return tileBanner(facts());
}

bool Tile::showsBody() const
{
    return !showsMessage(facts());
}

void Tile::layoutBody(const QRect &, bool) {}

void Tile::paintOverlay(QPainter &, const QRect &) {}

QString Tile::tooltipAt(const QPoint &position) const
{
    if (isOnAddress(position))
        return message().detail + u'\n' + tr("Click to copy");
    if (headerRect().contains(position)) {
        QStringList lines{plainLine(m_spec.title)};
        if (!m_spec.subtitle.isEmpty())
            lines << plainLine(m_spec.subtitle);
        const ChipLook look = chip();
        if (!look.word.isEmpty())
            lines << look.word;
        for (TileState state : m_condition.also)
            lines << tr("also: %1").arg(stateWord(state));
        lines << m_footer.window << m_footer.precision << plainLine(m_spec.description, 300);
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    if (footerRect().contains(position)) {
        QStringList lines{m_footer.left, m_footer.right, m_footer.window, m_footer.precision};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    return {};
}

QMenu *Tile::createMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"tileMenuPopup"_s);
    const auto add = [&](const QString &text, const QString &iconName, void (Tile::*signal)(const QString &)) {
        connect(menu->addAction(icon(iconName), text), &QAction::triggered, this,
                [this, signal] { emit(this->*signal)(m_spec.id); });
    };
    add(tr("Explain"), u"help"_s, &Tile::explainRequested);
    add(tr("Show data"), u"table"_s, &Tile::dataRequested);
    QAction *events = menu->addAction(icon(u"events"_s), tr("Show events"));
    events->setObjectName(u"showEvents"_s);
    events->setEnabled(originOfWindow(facts()).has_value());
    connect(events, &QAction::triggered, this, [this] { requestOrigin(originOfWindow(facts())); });
    if (!m_preview)
        addExports(*menu->addMenu(icon(u"export"_s), tr("Export")));
    if (!address().isEmpty())
        menu->addAction(icon(u"copy"_s), tr("Copy address"), this,
                        [this] { emit actionRequested(m_spec.id, TileAction::CopyAddress); });
    addMenuEntries(*menu);
    if (m_preview)
        return menu;
    menu->addSeparator();
    add(tr("Edit…"), u"edit"_s, &Tile::editRequested);
    add(tr("Duplicate"), u"copy"_s, &Tile::duplicateRequested);
    add(tr("Remove"), u"trash"_s, &Tile::removeRequested);
    return menu;
}

void Tile::addMenuEntries(QMenu &) {}

void Tile::adjustFooter(TileFooter &) const {}

void Tile::refreshFooter()
{
    m_footer = tileFooter(facts());
    adjustFooter(m_footer);
    m_outdated |= Footer;
    update(footerRect());
}

void Tile::addExports(QMenu &menu)
{
    const auto add = [&](const QString &text, TileExport what) {
        return menu.addAction(text, this, [this, what] { emit exportRequested(m_spec.id, what); });
    };
    add(tr("Data as CSV…"), TileExport::Csv);
    add(tr("Data as CSV for spreadsheets of this country…"), TileExport::LocalCsv);
    add(tr("Events behind it as NDJSON…"), TileExport::Events)->setEnabled(originOfWindow(facts()).has_value());
    menu.addSeparator();
    add(tr("Copy picture"), TileExport::CopyPicture);
    add(tr("Picture as PNG…"), TileExport::Png);
    add(tr("Picture as SVG…"), TileExport::Svg);
    add(tr("Picture as PDF…"), TileExport::Pdf);
    add(tr("Print…"), TileExport::Print);
}

void Tile::openMenu(const QPoint &globalPosition)
{
    QMenu *menu = createMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(globalPosition);
}

void Tile::setGrip(bool grip)
{
    if (m_grip != grip) {
        m_grip = grip;
        updateMenuButton();
        invalidateAll();
    }
}

void Tile::updateMenuButton()
{
    m_menuButton->setVisible(m_grip || m_hovered || hasFocus());
}

bool Tile::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTooltip(tooltipAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void Tile::paintEvent(QPaintEvent *)
{
    refreshPicture();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.drawPixmap(0, 0, m_picture);
    if (showsBody())
        paintOverlay(painter, bodyRect());
    if (m_keyboardFocus) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Colour::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.metrics().radiusTile,
                                m_theme.metrics().radiusTile);
    }
    emit painted(m_spec.id, m_snapshot.revision);
}

void Tile::resizeEvent(QResizeEvent *)
{
    prepare();
    placeButtons();
    layoutBody(bodyRect(), showsBody());
    invalidateAll();
}

void Tile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LayoutDirectionChange) {
        m_outdated = Frame;
        refresh();
    }
}

} // namespace hookboard
