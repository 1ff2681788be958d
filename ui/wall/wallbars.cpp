#include "ui/wall/wallbars.h"

#include "ui/style/icons.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kWallBar = 64;
constexpr int kWallStrip = 44;
constexpr int kWallSide = 32;
constexpr int kWallBetween = 28;

} // namespace

WallBar::WallBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"wallBar"_s);
    setFixedHeight(kWallBar);
}

void WallBar::setWords(const QString &title, const QString &turn, const WallWord &problem, const QString &clock)
{
    if (title == m_title && turn == m_turn && problem == m_problem && clock == m_clock) {
        return;
    }
    m_title = title;
    m_turn = turn;
    m_problem = problem;
    m_clock = clock;
    setAccessibleName(QStringList{plainLine(title), turn, problem.text, clock}.join(u", "_s));
    update();
}

void WallBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Rail));
    const auto mirrored = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int sign = int(std::lround(24 * m_theme.textScale()));
    paintIcon(painter, u"hookboard"_s, m_theme.colour(Colour::Accent),
              mirrored(QRect(kWallSide, (height() - sign) / 2, sign, sign)), sign);

    const TabularText clock(m_theme.font(TypeRole::Display));
    const int clockWidth = int(std::ceil(clock.advance(m_clock))) + 1;
    int right = width() - kWallSide - clockWidth;
    painter.setPen(m_theme.colour(Colour::Text));
    clock.draw(painter, mirrored(QRect(right, 0, clockWidth, height())), Qt::AlignVCenter | Qt::AlignTrailing, m_clock);

    int left = kWallSide + sign + 16;
    const QFontMetrics title(m_theme.font(TypeRole::Display));
    const int titleWidth = std::min(title.horizontalAdvance(plainLine(m_title)) + 2, (right - left) / 2);
    painter.setFont(m_theme.font(TypeRole::Display));
    painter.drawText(mirrored(QRect(left, 0, titleWidth, height())), Qt::AlignVCenter | Qt::AlignLeading,
                     elidedPlain(title, m_title, titleWidth));
    left += titleWidth + 20;
    painter.setFont(m_theme.font(TypeRole::Body));
    const int turnWidth = painter.fontMetrics().horizontalAdvance(m_turn) + 2;
    painter.setPen(m_theme.colour(Colour::TextSecondary));
    painter.drawText(mirrored(QRect(left, 0, turnWidth, height())), Qt::AlignVCenter | Qt::AlignLeading, m_turn);
    left += turnWidth + 24;

    if (m_problem.text.isEmpty()) {
        return;
    }
    const QFont strong = m_theme.font(TypeRole::BodyStrong);
    const QFontMetrics metrics(strong);
    const int icon = int(std::lround(m_theme.metrics().icon * m_theme.textScale()));
    const int room = right - kWallBetween - left - icon - 8;
    const int wide = std::min(metrics.horizontalAdvance(plainLine(m_problem.text)) + 2, room);
    if (wide < 40) {
        return;
    }
    right -= kWallBetween + wide;
    painter.setFont(strong);
    painter.setPen(m_theme.toneText(m_problem.tone));
    painter.drawText(mirrored(QRect(right, 0, wide, height())), Qt::AlignVCenter | Qt::AlignLeading,
                     elidedPlain(metrics, m_problem.text, wide));
    paintIcon(painter, m_problem.icon, m_theme.toneText(m_problem.tone),
              mirrored(QRect(right - icon - 8, (height() - icon) / 2, icon, icon)), icon);
}

WallStrip::WallStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"wallStrip"_s);
    setFixedHeight(kWallStrip);
}

void WallStrip::setWords(const QList<WallWord> &words, const QString &right)
{
    if (words == m_words && right == m_right) {
        return;
    }
    m_words = words;
    m_right = right;
    QStringList texts;
    for (const WallWord &word : words) {
        texts.append(word.text);
    }
    setAccessibleName(texts.join(u", "_s));
    update();
}

void WallStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Rail));
    const auto mirrored = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QFont font = m_theme.font(TypeRole::Label);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::TextSecondary));
    const int rightWidth = metrics.horizontalAdvance(m_right) + 2;
    painter.drawText(mirrored(QRect(width() - kWallSide - rightWidth, 0, rightWidth, height())),
                     Qt::AlignVCenter | Qt::AlignTrailing, m_right);
    const int icon = int(std::lround(m_theme.metrics().icon * m_theme.textScale()));
    int left = kWallSide;
    for (const WallWord &word : m_words) {
        const int wide = metrics.horizontalAdvance(word.text) + 2;
        if (left + wide + icon > width() - 2 * kWallSide - rightWidth) {
            break;
        }
        const QColor ink =
            word.tone == Tone::Neutral ? m_theme.colour(Colour::TextSecondary) : m_theme.toneText(word.tone);
        if (!word.icon.isEmpty()) {
            paintIcon(painter, word.icon, ink, mirrored(QRect(left, (height() - icon) / 2, icon, icon)), icon);
            left += icon + 8;
        }
        painter.setPen(ink);
        painter.drawText(mirrored(QRect(left, 0, wide, height())), Qt::AlignVCenter | Qt::AlignLeading, word.text);
        left += wide + kWallBetween;
    }
}

} // namespace hookboard
