// SlotRow: one slot of the binding: its key, its name, and the pill that says what is in it, or a dashed place that
// says how to fill it. Fields can be dropped on it. Its popover opens under it. GUI thread.
#pragma once

#include "ui/mapping/bindingslots.h"

#include <QtWidgets/QWidget>

class QToolButton;
class QVBoxLayout;

namespace hookboard {

class SlotRow final : public QWidget
{
    Q_OBJECT
public:
    explicit SlotRow(Slot slot, QWidget *parent = nullptr);

    Slot slot() const { return m_slot; }
    void setTile(const TileSpec &tile, qsizetype binding);
    void setWrong(bool wrong);
    // The popover becomes visible with its slot, and pushes down what is below.
    void setPopover(QWidget *popover);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    QWidget *pill() const;

signals:
    void openWanted(hookboard::Slot slot, bool open);
    void clearWanted(hookboard::Slot slot);
    void dropped(hookboard::Slot slot, const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Pill;
    class Name;
    Slot m_slot;
    Name *m_name = nullptr;
    Pill *m_pill = nullptr;
    QToolButton *m_clear = nullptr;
    QWidget *m_popover = nullptr;
    QVBoxLayout *m_column = nullptr;
    bool m_open = false;
};

} // namespace hookboard
