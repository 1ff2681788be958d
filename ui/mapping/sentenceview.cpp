#include "ui/mapping/sentenceview.h"

#include "ui/style/hookboardstyle.h"

#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

SentenceView::SentenceView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"sentence"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { emit slotWanted(Slot(std::clamp(url.path().toInt(), 0, kSlotCount - 1))); });
}

void SentenceView::setPieces(const QList<SentencePiece> &pieces)
{
    if (sentenceText(pieces) == sentenceText(m_pieces))
        return;
    m_pieces = pieces;
    write();
}

void SentenceView::write()
{
    const Theme &theme = themeOf(this);
    clear();
    QTextCursor cursor(document());
    QTextBlockFormat lines;
    lines.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(lines);
    for (const SentencePiece &piece : std::as_const(m_pieces)) {
        QTextCharFormat look;
        look.setFont(theme.font(piece.slot ? TypeRole::BodyStrong : TypeRole::Body));
        look.setForeground(theme.colour(Colour::Text));
        if (piece.slot) {
            look.setAnchor(true);
            look.setAnchorHref(QString::number(int(*piece.slot)));
            look.setUnderlineStyle(QTextCharFormat::DotLine);
            look.setUnderlineColor(theme.colour(Colour::TextSecondary));
        }
        cursor.insertText(piece.text, look);
    }
    setAccessibleName(sentenceText(m_pieces));
    fit();
}

void SentenceView::fit()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(int(document()->size().height()) + 2);
}

void SentenceView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void SentenceView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_pieces.isEmpty())
        write();
}

} // namespace hookboard
