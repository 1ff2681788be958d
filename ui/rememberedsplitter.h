// RememberedSplitter: a splitter whose saved state applies when it has its real size: restored only once and earlier,
// the first layouts would stretch the parts again. GUI thread.
#pragma once

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QSplitter>

namespace hookboard {

class RememberedSplitter final : public QSplitter
{
    Q_OBJECT
public:
    explicit RememberedSplitter(Qt::Orientation orientation, QWidget *parent = nullptr)
        : QSplitter(orientation, parent)
    {
        stayInside();
    }
    void restoreWhenShown(const QByteArray &state) { m_pending = state; }
    // What was never shown keeps what was remembered.
    QByteArray rememberedState() const { return m_pending.isEmpty() ? saveState() : m_pending; }

protected:
    void changeEvent(QEvent *event) override
    {
        QSplitter::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange) {
            stayInside();
        }
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QSplitter::resizeEvent(event);
        if (!m_pending.isEmpty()) {
            restoreState(m_pending);
        }
    }
    void showEvent(QShowEvent *event) override
    {
        QSplitter::showEvent(event);
        // By then the window has laid out everything; later sizes are the user's.
        QTimer::singleShot(0, this, [this] { m_pending.clear(); });
    }

private:
    // From right to left Qt places all parts one pixel too far right, the first one out of the splitter.
    void stayInside()
    {
        setContentsMargins(0, 0, isRightToLeft() && orientation() == Qt::Horizontal ? 1 : 0, 0);
    }

    QByteArray m_pending;
};

} // namespace hookboard
