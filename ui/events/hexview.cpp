#include "ui/events/hexview.h"

#include "ui/style/hookboardstyle.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace hookboard {

namespace {

constexpr int kPerLine = 16;
constexpr int kPadding = 12;
constexpr int kColumns = 8 + 2 + kPerLine * 3 + 1 + 1 + kPerLine;

} // namespace

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Bytes as hexadecimal numbers"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    verticalScrollBar()->setValue(0);
    updateBars();
    viewport()->update();
}

qint64 HexView::lineCount() const
{
    return (m_bytes.size() + kPerLine - 1) / kPerLine;
}

QString HexView::lineText(const QByteArray &bytes, qint64 line)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    const qint64 from = line * kPerLine;
    QString text = QString::number(from, 16).rightJustified(8, u'0') + u' ';
    QString plain;
    for (int i = 0; i < kPerLine; ++i) {
        text += u' ';
        if (i == kPerLine / 2) {
            text += u' ';
        }
        if (from + i >= bytes.size()) {
            text += QStringView(u"  ");
            continue;
        }
        const auto byte = uchar(bytes[from + i]);
        text += QLatin1Char(kDigits[byte >> 4]);
        text += QLatin1Char(kDigits[byte & 15]);
        plain += byte >= 0x20 && byte < 0x7F ? QLatin1Char(char(byte)) : QChar(u'\u00B7');
    }
    return text + u' ' + u' ' + plain;
}

int HexView::lineHeight() const
{
    return QFontMetrics(themeOf(this).font(TypeRole::Code)).height() + 3;
}

void HexView::updateBars()
{
    const QFontMetrics metrics(themeOf(this).font(TypeRole::Code));
    const int wide = metrics.horizontalAdvance(u'0') * (kColumns + 2) + 2 * kPadding;
    const int visible = std::max(1, (viewport()->height() - kPadding) / lineHeight());
    const auto lines = int(std::min<qint64>(lineCount(), std::numeric_limits<int>::max()));
    verticalScrollBar()->setRange(0, std::max(0, lines - visible));
    verticalScrollBar()->setPageStep(visible);
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(metrics.horizontalAdvance(u'0'));
}

void HexView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(viewport());
    painter.setFont(theme.font(TypeRole::Code));
    painter.setPen(theme.colour(Colour::Text));
    painter.setLayoutDirection(Qt::LeftToRight);
    const int height = lineHeight();
    int y = kPadding / 2;
    for (qint64 line = verticalScrollBar()->value(); line < lineCount() && y < viewport()->height(); ++line) {
        painter.drawText(QPoint(kPadding - horizontalScrollBar()->value(), y + painter.fontMetrics().ascent()),
                         lineText(m_bytes, line));
        y += height;
    }
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateBars();
    }
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::MoveToNextLine)) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    } else if (event->matches(QKeySequence::MoveToPreviousLine)) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    } else if (event->matches(QKeySequence::MoveToNextPage)) {
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (event->matches(QKeySequence::MoveToPreviousPage)) {
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    } else if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        bar->setValue(bar->maximum());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace hookboard
