// ExplainDialog: how the number of a tile is made, as a sentence and in figures, with a way to the events behind it.
// Shows one moment and is made anew for another. GUI thread.
#pragma once

#include "ui/dashboard/tileorigin.h"
#include "ui/factlist.h"

#include <QtWidgets/QDialog>

namespace hookboard {

// "Sum of $.amount in order.paid from shop, per minute, in the last hour, verified events only."
QString sentenceOf(const TileFacts &facts);
// What and how, as the dialog lists them.
QList<Fact> explainTile(const TileFacts &facts);

class ExplainDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExplainDialog(const TileFacts &facts, QWidget *parent = nullptr);

signals:
    void originRequested(const hookboard::EventOrigin &origin, const QString &words);
};

} // namespace hookboard
