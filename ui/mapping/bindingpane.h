// BindingPane: the middle column of the studio: the kind of tile, the slots with their popovers, and in words what they
// amount to. GUI thread.
#pragma once

#include "core/types/tileproblem.h"
#include "ui/mapping/bindingsentence.h"

#include <QtWidgets/QWidget>

#include <array>
#include <tuple>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace hookboard {

class FilterPopover;
class LookPopover;
class SentenceView;
class SlotPopover;
class SlotRow;
class StudioDraft;
class ValueNotice;

class BindingPane final : public QWidget
{
    Q_OBJECT
public:
    BindingPane(StudioDraft &draft, QWidget *parent);

    void setProblems(const QList<TileProblem> &problems);
    void setBucket(qint64 bucketUs); // what an automatic one became
    void openSlot(Slot slot, bool open = true);
    std::optional<Slot> openedSlot() const;
    SlotRow *row(Slot slot) const { return m_rows[size_t(slot)]; }

    // The slot takes this field; without one the best that is free.
    void fill(std::optional<Slot> slot, const QString &path);

private:
    void buildKinds(QVBoxLayout &column);
    void buildBindings(QVBoxLayout &column);
    void buildSlots(QVBoxLayout &column);
    void buildWords(QVBoxLayout &column);
    void refresh();
    void refreshBindings();
    QString literalOf(const QString &path) const;

    StudioDraft &m_draft;
    QScrollArea *m_scroll = nullptr;
    QList<QToolButton *> m_kinds;
    QLabel *m_kindWord = nullptr;
    QWidget *m_bindingBox = nullptr;
    QHBoxLayout *m_bindingRow = nullptr;
    std::tuple<bool, qsizetype, qsizetype> m_bindingsShown{false, -1, -1};
    std::array<SlotRow *, kSlotCount> m_rows{};
    std::array<SlotPopover *, kSlotCount> m_popovers{};
    FilterPopover *m_filter = nullptr;
    QCheckBox *m_verified = nullptr;
    QPushButton *m_addCondition = nullptr;
    QPushButton *m_more = nullptr;
    LookPopover *m_look = nullptr;
    SentenceView *m_sentence = nullptr;
    ValueNotice *m_notice = nullptr;
    QLabel *m_problem = nullptr; // what no popover shows
    qint64 m_bucketUs = 0;
};

} // namespace hookboard
