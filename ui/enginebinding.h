// EngineBinding: ties the window to the engine: facts one way, wishes the other, and the clock that lets ages grow.
// The only file of ui that calls Engine. GUI thread; made by the executable after both, destroyed before either.
#pragma once

#include "core/engine.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace hookboard {

class MainWindow;
struct EventFetch;
struct SourceRequests;

EventFetch eventFetchOf(Engine &engine);
SourceRequests sourceRequestsOf(Engine &engine);

class EngineBinding final : public QObject
{
    Q_OBJECT
public:
    EngineBinding(Engine &engine, const Clock &clock, MainWindow &window, QObject *parent = nullptr);

private:
    void bindFacts();
    void bindWishes();

    Engine &m_engine;
    const Clock &m_clock;
    MainWindow &m_window;
    QTimer m_second;
};

} // namespace hookboard
