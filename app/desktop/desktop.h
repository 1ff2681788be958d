// Desktop: the composition root of `hookboard`. Owns the profile, the engine, the window and what ties them together,
// in the order in which they may be destroyed. GUI thread.
#pragma once

#include "app/desktop/options.h"
#include "core/engine.h"
#include "core/types/clock.h"

#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>

#include <memory>

class QApplication;

namespace hookboard {

class Boards;
class DemoSender;
class EngineBinding;
class MainWindow;
class SingleInstance;
class ThemeController;
class TraceLog;

class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication &application, Options options);
    ~Desktop() override;

    // False when a running instance was raised instead.
    Result<bool> start();

private:
    Result<Settings> openProfile();
    Status adoptBoardFile();
    void buildWindow(const Settings &settings);
    void raiseWindow();
    void startTrace();
    Status installDemoBoard();
    void startDemo();

    QApplication &m_application;
    Options m_options;
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Boards> m_boards;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<EngineBinding> m_binding;
    std::unique_ptr<TraceLog> m_trace;
    QThread m_demoThread;
    DemoSender *m_demo = nullptr; // deleted by its thread
    QString m_boardToShow;
};

} // namespace hookboard
