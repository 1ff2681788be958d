// RememberedSplitter: a splitter whose saved state applies when it has its real size: restored earlier, the first
// layout would stretch the parts again. GUI thread.
#pragma once

#include <QtWidgets/QSplitter>

#include <utility>

namespace hookboard {

class RememberedSplitter final : public QSplitter
{
    Q_OBJECT
public:
    using QSplitter::QSplitter;
    void restoreWhenShown(const QByteArray &state) { m_pending = state; }
    // What was never shown keeps what was remembered.
    QByteArray rememberedState() const { return m_pending.isEmpty() ? saveState() : m_pending; }

protected:
    void showEvent(QShowEvent *event) override
    {
        QSplitter::showEvent(event);
        if (!m_pending.isEmpty()) {
            restoreState(std::exchange(m_pending, {}));
        }
    }

private:
    QByteArray m_pending;
};

} // namespace hookboard
