// TraceLog: writes the way of sampled events, from arrival to paint, as JSON lines. Lives in the GUI thread; lines are
// collected and written once a second, so that measuring does not become what is measured.
#pragma once

#include "core/types/delivery.h"

#include <QtCore/QFile>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace hookboard {

class TraceLog : public QObject
{
    Q_OBJECT
public:
    explicit TraceLog(const QString &path, QObject *parent = nullptr);
    ~TraceLog() override;
    bool isOpen() const { return m_file.isOpen(); }

public slots:
    // {"seq":1,"receivedUs":…,"verified":…,"committed":…,"folded":…,"painted":…}: microseconds since arrival.
    void append(const QList<hookboard::Trace> &traces);
    // How long the GUI thread was kept from its event loop: {"stallUs":…}.
    void watchEventLoop();

private:
    void flush();

    QFile m_file;
    QByteArray m_pending;
    QTimer m_flushTimer;
    QTimer m_beatTimer;
    qint64 m_lastBeatNs = 0;
};

} // namespace hookboard
