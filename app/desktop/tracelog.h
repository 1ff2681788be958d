// TraceLog: writes the way of sampled events, from arrival to paint, as JSON lines. Lives in the GUI thread; lines are
// collected and written once a second, so that measuring does not become what is measured.
#pragma once

#include "core/types/delivery.h"
#include "core/types/tilesnapshot.h"

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
    // When `window` had painted a whole picture of a board (wall clock), and up to which event it reaches: one when the
    // board opens, one when it has caught up. {"openedUs":…,"board":…,"uptoSeq":…}.
    void watchOpening(QObject *window);
    void noteUpdate(const hookboard::BoardUpdate &update);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void flush();

    QFile m_file;
    QByteArray m_pending;
    QTimer m_flushTimer;
    QTimer m_beatTimer;
    qint64 m_lastBeatNs = 0;
    QByteArray m_opened; // the line for a whole picture that is not painted yet, without the time
};

} // namespace hookboard
