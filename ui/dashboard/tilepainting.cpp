// Where the parts of Tile stand, and how they are painted: frame, header, footer, message and banner.
#include "ui/dashboard/tile.h"

#include "ui/style/controlpainting.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kGap = 8;
constexpr int kLeastBody = 30;
constexpr int kHeaderEnd = 4; // right of the menu button
constexpr int kMinimumTitle = 40;
constexpr int kLeastSubtitle = 90;
constexpr int kBannerPadding = 8;
constexpr QChar kApproximately = u'\u2248';
constexpr int kCompactWidth = 210; // narrower: messages stand left without an icon
constexpr int kRoomyHeight = 118;
constexpr int kShortTileRows = 4;

} // namespace

QRect Tile::headerRect() const
{
    return {0, 0, width(), m_theme.metrics().tileHeader};
}

QRect Tile::footerRect() const
{
    // On a very low tile the number is worth more: the chip says the state, the tooltip all of it, and what is left of
    // the footer keeps the body clear of the round corners.
    const Metrics &m = m_theme.metrics();
    const bool fits = height() - m.tileHeader - m.tileFooter >= kLeastBody * m_theme.textScale();
    const int footer = fits ? m.tileFooter : m.radiusTile;
    return {0, height() - 1 - footer, width(), footer};
}

bool Tile::hasBanner() const
{
    return m_condition.state == TileState::Error || m_condition.state == TileState::Broken;
}

QRect Tile::bannerRect() const
{
    if (!hasBanner())
        return {};
    const int padding = m_theme.metrics().tilePadding;
    const int banner = 2 * m_theme.lineHeight(TypeRole::Label) + kBannerPadding;
    return {padding / 2 + 1, footerRect().top() - banner, width() - padding - 2, banner};
}

QRect Tile::bodyRect() const
{
    const Metrics &m = m_theme.metrics();
    const int bottom = hasBanner() ? bannerRect().top() - kGap / 2 : footerRect().top();
    return {m.tilePadding + 1, m.tileHeader, width() - 2 * m.tilePadding - 2, bottom - m.tileHeader};
}

void Tile::placeButtons()
{
    const Metrics &m = m_theme.metrics();
    const QRect menu(width() - kHeaderEnd - m.control, (m.tileHeader - m.control) / 2 + 1, m.control, m.control);
    m_menuButton->setGeometry(QStyle::visualRect(layoutDirection(), rect(), menu));

    const TileMessage offer = showsBody() ? banner() : message();
    const bool offers = offer.action != TileAction::None && height() >= 3 * m.gridRow - m.gridGap;
    m_actionButton->setVisible(offers);
    if (!offers)
        return;
    m_actionButton->setText(offer.actionText);
    switch (offer.action) {
    case TileAction::Simulate:
        m_actionButton->setIcon(icon(u"simulator"_s));
        break;
    case TileAction::Widen:
        m_actionButton->setIcon(icon(u"widen"_s));
        break;
    default:
        m_actionButton->setIcon({});
        break;
    }
    QSize size = m_actionButton->sizeHint();
    if (size.width() > bodyRect().width()) {
        m_actionButton->setIcon({});
        size = m_actionButton->sizeHint().boundedTo({bodyRect().width(), m.control});
    }
    QRect place;
    if (showsBody()) {
        const QRect banner = bannerRect();
        place = QRect(
            QPoint(banner.right() - kBannerPadding / 2 - size.width(), banner.center().y() - size.height() / 2 + 1),
            size);
    } else {
        const QRect slot = messageLayout(offer).button;
        const int left = messageLayout(offer).centred ? slot.center().x() - size.width() / 2 : slot.left();
        place = QRect(QPoint(left, slot.top()), size);
    }
    m_actionButton->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

// Icon, text, address and button under one another, in the middle when there is room, else at the top left.
Tile::MessageLayout Tile::messageLayout(const TileMessage &message) const
{
    const Metrics &m = m_theme.metrics();
    const QRect body = bodyRect();
    const int line = m_theme.lineHeight(TypeRole::Label);
    const int width = QFontMetrics(m_theme.font(TypeRole::Label)).horizontalAdvance(message.text);
    const int textLines = !message.detail.isEmpty() || width > body.width() ? 2 : 1;
    const bool roomy = body.height() >= kRoomyHeight;
    const int gap = roomy ? kGap : kGap / 2;
    const int iconSize = roomy ? m.iconEmpty : m.iconRail;
    const int button = message.action == TileAction::None ? 0 : m.control + gap;
    MessageLayout layout;
    layout.centred = body.width() >= kCompactWidth && iconSize + gap + textLines * line + button <= body.height();
    int top = body.top() + 2;
    if (layout.centred) {
        top = body.top() + (body.height() - iconSize - gap - textLines * line - button) / 2;
        layout.icon = QRect(body.left(), top, body.width(), iconSize);
        layout.iconSize = iconSize;
        top += iconSize + gap;
    }
    layout.text = QRect(body.left(), top, body.width(), message.detail.isEmpty() ? textLines * line : line);
    if (layout.centred && !message.detail.isEmpty())
        layout.detail = QRect(body.left(), top + line, body.width(), line);
    top = layout.centred ? top + textLines * line + gap : std::min(top + 2 * line + 2, body.bottom() - m.control);
    layout.button = QRect(body.left(), top, body.width(), m.control);
    return layout;
}

void Tile::paintFrame(QPainter &painter) const
{
    controls::frame(painter, rect(), m_theme.metrics().radiusTile, m_theme.colour(Colour::Surface),
                    m_theme.colour(Colour::Border));
}

void Tile::paintHeader(QPainter &painter) const
{
    const Metrics &m = m_theme.metrics();
    // The place of the menu button is always kept, so that nothing moves on hover.
    QRect line(m.tilePadding + 1, 1, width() - m.tilePadding - 1 - kHeaderEnd - m.control - kGap / 2, m.tileHeader);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (m_grip) {
        const QRect grip(m.tilePadding / 2 + 1, line.top(), m.icon, line.height());
        paintIcon(painter, u"drag"_s, m_theme.colour(Colour::TextSecondary), mirrored(grip));
        line.setLeft(grip.right() + 1 + kGap);
    }
    const QFont titleFont = m_theme.font(TypeRole::BodyStrong);
    const QFont subtitleFont = m_theme.font(TypeRole::Label);
    const QFontMetrics titleMetrics(titleFont);
    const QString title = plainLine(m_spec.title);
    const int titleWidth = titleMetrics.horizontalAdvance(title) + 1;

    const ChipLook look = chip();
    if (!look.icon.isEmpty() || !look.word.isEmpty()) {
        const int full = chipSize(m_theme, look).width();
        const bool iconOnly = titleWidth + kGap + full > line.width() && !look.icon.isEmpty();
        const int chipWidth = std::min(chipSize(m_theme, look, iconOnly).width(), line.width() - kMinimumTitle);
        const QRect place(line.right() + 1 - chipWidth, line.top(), chipWidth, line.height());
        paintChip(painter, m_theme, look, mirrored(place), iconOnly);
        line.setRight(place.left() - kGap);
    }
    for (const ChipLook &sign : chips().mid(1)) {
        const int signWidth = chipSize(m_theme, sign, true).width();
        if (titleWidth + kGap + signWidth > line.width())
            break; // the footer says it
        const QRect place(line.right() + 1 - signWidth, line.top(), signWidth, line.height());
        paintChip(painter, m_theme, sign, mirrored(place), true);
        line.setRight(place.left() - kGap / 2);
    }
    painter.setPen(m_theme.colour(Colour::Text));
    painter.setFont(titleFont);
    const QRect titleRect(line.left(), line.top(), std::min(titleWidth, line.width()), line.height());
    painter.drawText(mirrored(titleRect), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     elidedPlain(titleMetrics, m_spec.title, titleRect.width()));
    const QRect rest = line.adjusted(titleRect.width() + kGap, 0, 0, 0);
    m_subtitleShown = false;
    if (m_spec.subtitle.isEmpty())
        return;
    // Half a word says nothing: a subtitle that does not fit needs room for several, or stays in the tooltip.
    const QFontMetrics subtitleMetrics(subtitleFont);
    if (rest.width() < kLeastSubtitle && subtitleMetrics.horizontalAdvance(plainLine(m_spec.subtitle)) > rest.width())
        return;
    m_subtitleShown = true; // the footer need not say it again
    painter.setPen(m_theme.colour(Colour::TextSecondary));
    painter.setFont(subtitleFont);
    painter.drawText(mirrored(rest), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     elidedPlain(subtitleMetrics, m_spec.subtitle, rest.width()));
}

void Tile::paintFooter(QPainter &painter) const
{
    if (footerRect().height() < m_theme.metrics().tileFooter)
        return;
    const int padding = m_theme.metrics().tilePadding + 1;
    QRect line = footerRect().adjusted(padding, 0, -padding, 0);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const TabularText text(m_theme.font(TypeRole::Caption));
    const QFontMetrics metrics(m_theme.font(TypeRole::Caption));
    const int leftWidth = int(std::ceil(text.advance(m_footer.left))) + 1;
    const int briefWidth = std::min(leftWidth, metrics.horizontalAdvance(m_footer.brief) + 1);
    const QStringList choices = m_spec.grid.height() >= kShortTileRows
                                    ? footerChoices(m_footer, m_subtitleShown && !m_spec.subtitle.isEmpty())
                                    : QStringList();
    painter.setPen(m_theme.colour(Colour::TextSecondary));
    bool brief = leftWidth > line.width();
    bool said = choices.isEmpty();
    for (const QString &choice : choices) {
        const int width = int(std::ceil(text.advance(choice))) + kGap + 1;
        // What the numbers are about comes before the surroundings of a sentence that has a shorter form.
        const bool last = choice == choices.last() && choices.size() > 1;
        if (leftWidth + width > line.width() && !(last && briefWidth + width <= line.width()))
            continue;
        text.draw(painter, mirrored(line), Qt::AlignVCenter | Qt::AlignTrailing, choice);
        brief = leftWidth + width > line.width();
        said = true;
        break;
    }
    // Where the word has no room its sign has; the tooltip says the word.
    const int signWidth = metrics.horizontalAdvance(kApproximately) + kGap + 1;
    if (!said && !m_footer.precision.isEmpty() && briefWidth + signWidth <= line.width()) {
        text.draw(painter, mirrored(line), Qt::AlignVCenter | Qt::AlignTrailing, QString(kApproximately));
        brief = leftWidth + signWidth > line.width();
    }
    if (m_footer.tone != Tone::Neutral)
        painter.setPen(m_theme.toneText(m_footer.tone));
    const QString left = !brief ? m_footer.left : elidedPlain(metrics, m_footer.brief, line.width());
    text.draw(painter, mirrored(line), Qt::AlignVCenter | Qt::AlignLeading, left);
}

void Tile::paintMessage(QPainter &painter, const TileMessage &message) const
{
    const MessageLayout layout = messageLayout(message);
    const QFont font = m_theme.font(TypeRole::Label);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.setFont(font);
    if (!layout.centred) {
        const QRect room(layout.text.topLeft(), QSize(layout.text.width(), layout.button.top() - layout.text.top()));
        if (message.action != TileAction::None && room.height() < 2 * theme().lineHeight(TypeRole::Label)) {
            painter.drawText(room, Qt::AlignTop | Qt::AlignLeading,
                             elidedPlain(QFontMetrics(font), message.text, room.width()));
            return;
        }
        painter.drawText(room, Qt::AlignTop | Qt::AlignLeading | Qt::TextWordWrap, message.text);
        return;
    }
    paintIcon(painter, message.icon, m_theme.colour(Colour::TextSecondary), layout.icon, layout.iconSize);
    if (message.detail.isEmpty()) {
        painter.drawText(layout.text, int(Qt::AlignCenter) | Qt::TextWordWrap, message.text);
        return;
    }
    painter.drawText(layout.text, Qt::AlignCenter, elidedPlain(QFontMetrics(font), message.text, layout.text.width()));
    const QFont code = m_theme.font(TypeRole::Code);
    painter.setFont(code);
    painter.drawText(layout.detail, Qt::AlignCenter,
                     QFontMetrics(code).elidedText(plainLine(message.detail), Qt::ElideLeft, layout.detail.width()));
}

void Tile::paintBanner(QPainter &painter, const TileMessage &banner) const
{
    const QRect rect = bannerRect();
    controls::frame(painter, rect, m_theme.metrics().radiusControl, m_theme.colour(Colour::ErrorTint), Qt::transparent);
    QRect text = rect.adjusted(kBannerPadding, 0, -kBannerPadding, 0);
    if (!m_actionButton->isHidden())
        text.setRight(text.right() - m_actionButton->width() - kGap / 2);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.setFont(m_theme.font(TypeRole::Label));
    const QFontMetrics metrics(painter.font());
    // Two lines at most: the rest is in the tooltip and in Explain.
    const QString shown = metrics.elidedText(banner.text, Qt::ElideRight, text.width() * 2 - 24);
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect, text),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextWordWrap, shown);
    painter.restore();
}

} // namespace hookboard
