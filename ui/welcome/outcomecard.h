// OutcomeCard: a sketch of a tile that a first event leads to. No data behind it, and drawn so that nobody could think
// there were. GUI thread.
#pragma once

#include "core/types/tilespec.h"

#include <QtWidgets/QWidget>

namespace hookboard {

class OutcomeCard final : public QWidget
{
    Q_OBJECT
public:
    OutcomeCard(TileKind kind, const QString &title, const QString &words, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TileKind m_kind;
    QString m_title;
    QString m_words;
};

} // namespace hookboard
