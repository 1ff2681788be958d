// WelcomePage: what a profile without boards shows: who sends, what goes where, the wait for the first event, and what
// comes after. Follows what already happened, and leads on to the board that is proposed. GUI thread; owned by the page
// that shows it. It reaches sources only through the requests it is given.
#pragma once

#include "ui/sources/sourcespage.h"

#include <QtWidgets/QScrollArea>

class QBoxLayout;

namespace hookboard {

class AddressCard;
class ArrivalCard;
class ProviderCard;

class WelcomePage final : public QScrollArea
{
    Q_OBJECT
public:
    WelcomePage(SourceRequests requests, const QList<ProviderInfo> &providers, QWidget *parent = nullptr);

    void setSources(const QList<SourceConfig> &sources);
    void setHealth(const Health &health, qint64 nowUs);
    int currentStep() const; // 1 to 3; 4 = an event has arrived

signals:
    // The first event of this source is there; a board of what it sends is wanted.
    void boardWanted(const QString &source, const QString &title);
    void emptyBoardWanted();
    void addSourceWanted(); // with all that its dialog can ask
    void demoWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void choose(const QString &provider);
    void adopt(const SourceConfig &source);
    void save();
    void simulate();
    void keepSecretsInFile();
    void showProgress();
    QString freeName(const QString &provider) const;
    ProviderInfo info(const QString &key) const;

    SourceRequests m_requests;
    SecretStoreState m_secretStore;
    QList<ProviderInfo> m_providers;
    QList<SourceConfig> m_sources;
    QString m_provider; // chosen
    QString m_source;   // exists
    QBoxLayout *m_cards = nullptr;
    QBoxLayout *m_outcomes = nullptr;
    ProviderCard *m_who = nullptr;
    AddressCard *m_address = nullptr;
    ArrivalCard *m_arrival = nullptr;
};

} // namespace hookboard
