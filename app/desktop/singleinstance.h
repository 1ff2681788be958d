// SingleInstance: one window per profile. The first process listens on a local socket; a later one asks it to come to
// the front and ends. Lives in the GUI thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QObject>
#include <QtCore/QString>

class QLocalServer;

namespace hookboard {

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(QString socketName, QObject *parent = nullptr);

    // Asks a running instance to raise its window; true when one answered.
    bool raiseRunning() const;
    // From now on other starts reach raiseRequested(); or why they will not.
    Status listen();

signals:
    void raiseRequested();

private:
    QString m_socketName;
    QLocalServer *m_server = nullptr;
};

} // namespace hookboard
