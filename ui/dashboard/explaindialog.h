// ExplainDialog: how the number of a tile is made, in words and figures; DataDialog: the data of a tile as a table that
// can be copied. Both show one moment and are made anew for another. GUI thread.
#pragma once

#include "ui/dashboard/tilewords.h"

#include <QtWidgets/QDialog>

namespace hookboard {

// Pairs of what and how, as the dialog lists them.
QList<std::pair<QString, QString>> explainTile(const TileFacts &facts);

class ExplainDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExplainDialog(const TileFacts &facts, QWidget *parent = nullptr);
};

class DataDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DataDialog(const TileFacts &facts, QWidget *parent = nullptr);
};

} // namespace hookboard
