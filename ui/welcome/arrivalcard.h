// ArrivalCard: the wait for the first event: a short log of what the listener does and refuses, what a refusal means,
// and the way on. GUI thread.
#pragma once

#include "core/types/health.h"
#include "ui/style/designtokens.h"
#include "ui/welcome/stepcard.h"

#include <QtCore/QMap>

class QLabel;
class QPushButton;

namespace hookboard {

class Banner;

class ArrivalCard final : public StepCard
{
    Q_OBJECT
public:
    explicit ArrivalCard(QWidget *parent);

    // Empty = none yet. The log begins anew.
    void setSource(const QString &name, const QString &providerName);
    void setHealth(const Health &health, qint64 nowUs);
    void setSimulating(bool simulating);
    void setTrouble(const QString &words);
    bool hasArrived() const { return m_stored > 0; }

signals:
    void simulateWanted();
    void boardWanted();
    void skipWanted();
    void arrived();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        qint64 timeUs = 0;
        QString icon;
        Tone tone = Tone::Neutral;
        QString words;
    };
    void note(qint64 nowUs, const QString &icon, Tone tone, const QString &words);
    void follow(const SourceHealth &source, qint64 nowUs);
    void showLog();
    void showWays();

    QString m_source;
    QString m_providerName;
    QList<Line> m_lines;
    std::optional<bool> m_listening;
    std::optional<quint64> m_known; // stored when the log began
    quint64 m_stored = 0;
    QMap<QString, quint64> m_rejected;
    QWidget *m_log = nullptr;
    Banner *m_advice = nullptr;
    QLabel *m_question = nullptr;
    QPushButton *m_simulate = nullptr;
    QPushButton *m_board = nullptr;
    QPushButton *m_skip = nullptr;
};

} // namespace hookboard
