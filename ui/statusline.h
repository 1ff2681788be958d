// StatusLine: the truth about listener, queue, journal and arrivals along the foot of the window. Every entry is a
// button to its page. In narrow windows the least important entries give way. GUI thread; fed with Health.
#pragma once

#include "ui/statuswords.h"

#include <QtWidgets/QWidget>

namespace hookboard {

class StatusButton;

class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setHealth(const Health &health, qint64 nowUs);
    // Ages grow without news.
    void setNow(qint64 nowUs);

    enum Entry {
        Listener,
        FreePort,
        Secrets,
        SecretsAgain,
        Queue,
        Journal,
        Quarantine,
        Rate,
        LastEvent,
        TimeZone,
        EntryCount
    };
    StatusButton *entry(Entry entry) const { return m_entries[entry]; }

signals:
    void sourcesWanted();
    void eventsWanted();
    void quarantineWanted();
    void freePortWanted();
    void secretsAgainWanted();
    void journalWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showHealth();
    void fit();

    Health m_health;
    qint64 m_nowUs = 0;
    qint64 m_lastSampleUs = 0;
    QList<float> m_rates; // one a second, the last minute
    StatusButton *m_entries[EntryCount] = {};
};

} // namespace hookboard
