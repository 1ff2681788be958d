// SlotPopover: what can be set in one slot, opening under its pill. Each kind reads the draft and changes it in steps
// of its own; none keeps state. GUI thread; owned by its slot.
#pragma once

#include "core/types/tileproblem.h"
#include "ui/mapping/bindingslots.h"

#include <QtWidgets/QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace hookboard {

class StudioDraft;

class SlotPopover : public QFrame
{
    Q_OBJECT
public:
    SlotPopover(StudioDraft &draft, QWidget *parent);

    // The draft, its samples or the problems of the draft are others now.
    virtual void refresh() = 0;
    virtual void setProblems(const QList<TileProblem> &) {}

protected:
    QLabel *caption(const QString &words);
    // Label and field beside each other, as everywhere in popovers.
    QFormLayout *form();
    // Selects this value, adding it when the list has no such.
    static void choose(QComboBox &box, const QVariant &value, const QString &words);
    QStringList paths() const; // of fields with single values
    void paintEvent(QPaintEvent *event) override;

    StudioDraft &m_draft;
    QVBoxLayout *m_column = nullptr;
};

} // namespace hookboard
