// CommandPalette: everything that can be gone to or done, found by typing a few of its letters. Opens over the window
// with the field in focus; arrows choose, Enter does it, Esc closes. Knows nothing of what the entries mean. GUI
// thread; deletes itself when closed.
#pragma once

#include <QtWidgets/QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace hookboard {

struct PaletteEntry
{
    QString icon;
    QString word;   // what is searched; may hold payload text
    QString detail; // its place or kind; is searched too
    QString key;    // shortcut
    int rank = 0;   // among equals the lower comes first
    std::function<void()> act;
};

class PaletteModel;

class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    CommandPalette(const QList<PaletteEntry> &entries, QWidget *window);

    // What comes late, such as the types of the newest events.
    void add(const QList<PaletteEntry> &entries);
    void openOver(const QRect &window); // in global coordinates

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void choose(int by);
    void filter();
    void run();

    PaletteModel *m_model = nullptr;
    QLineEdit *m_query = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    int m_room = 400; // pixels that the list may take
};

} // namespace hookboard
