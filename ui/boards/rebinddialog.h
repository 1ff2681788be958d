// RebindDialog: a board names sources that this profile does not have. Source by source: one that is there, any, or a
// new one of that name. Changes nothing; the caller takes board(). GUI thread.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QHash>
#include <QtWidgets/QDialog>

class QComboBox;

namespace hookboard {

class RebindDialog final : public QDialog
{
    Q_OBJECT
public:
    RebindDialog(const BoardSpec &board, const QStringList &knownSources, QWidget *parent = nullptr);

    BoardSpec board() const; // with the chosen sources
    QString newSource() const; // the first that is to be made; empty = none

private:
    BoardSpec m_board;
    QHash<QString, QComboBox *> m_choices;
};

} // namespace hookboard
