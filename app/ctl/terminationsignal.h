// TerminationSignal: SIGTERM and SIGINT (Ctrl+C on Windows) as a Qt signal in the main thread. The first one is a
// request; a second one ends the process at once. One per process, made after the application.
#pragma once

#include <QtCore/QObject>

namespace hookboard {

class TerminationSignal : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override;

signals:
    void requested();
};

} // namespace hookboard
