// SentenceView: the sentence of a binding, its pieces underlined where they lead to a slot. Words are inserted as plain
// text, whatever they hold. GUI thread.
#pragma once

#include "ui/mapping/bindingsentence.h"

#include <QtWidgets/QTextBrowser>

namespace hookboard {

class SentenceView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit SentenceView(QWidget *parent = nullptr);
    void setPieces(const QList<SentencePiece> &pieces);

signals:
    void slotWanted(hookboard::Slot slot);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write();
    void fit();
    QList<SentencePiece> m_pieces;
};

} // namespace hookboard
