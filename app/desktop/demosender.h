// DemoSender: the senders of `--demo`. Signs events as their providers do and posts them to the real listener over
// HTTP. Lives in its own thread, so that the window of a demo is as free as that of the real thing. First the last
// hour, then a steady trickle. Every request says that it is simulated.
#pragma once

#include "app/desktop/demoevents.h"
#include "core/types/source.h"
#include "core/verify/signer.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <map>
#include <memory>

class QNetworkAccessManager;

namespace hookboard {

class TemplateRegistry;

class DemoSender : public QObject
{
    Q_OBJECT
public:
    DemoSender();
    ~DemoSender() override;

    // The sources of the demo with fresh random secrets; the engine gets the same.
    static QList<SourceWithSecrets> sources();

public slots:
    // Starts to send to <listener>/hooks/<source>; called again, goes on at another address.
    void start(const QUrl &listener, const QList<hookboard::SourceWithSecrets> &sources);

private:
    void backfill();
    void trickle();
    void post(const DemoEvent &event);

    DemoEvents m_events;
    QUrl m_listener;
    std::unique_ptr<TemplateRegistry> m_templates;
    std::map<QString, Signer> m_signers; // by source
    std::unique_ptr<QNetworkAccessManager> m_network;
    QTimer *m_timer = nullptr;
    qint64 m_backfillUs = 0; // event time of the next backfilled event
    int m_inFlight = 0;
};

} // namespace hookboard
