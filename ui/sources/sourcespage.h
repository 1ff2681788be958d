// SourcesPage: the list of sources with their health, details of the selected one on the right, the dialogs to add,
// edit and remove. GUI thread; owned by the window. Changes leave as requests with a callback; the page shows only what
// it is told by setSources() and setHealth().
#pragma once

#include "ui/sources/sourcesmodel.h"

#include <QtWidgets/QWidget>

#include <functional>

class QStackedWidget;
class QTableView;
class QPushButton;

namespace hookboard {

class Banner;
class RememberedSplitter;
class SourceDetail;
class SourceDialog;

// What the page asks of the engine.
struct SourceRequests
{
    using Callback = std::function<void(const Status &)>;
    std::function<void(const SourceConfig &, const QList<Secret> &, QObject *, Callback)> add;
    std::function<void(const SourceConfig &, const QList<Secret> &, QObject *, Callback)> update;
    std::function<void(const QString &, QObject *, Callback)> remove;
    std::function<void()> readSecretsAgain;
    std::function<void(QObject *, Callback)> keepSecretsInFile;
    std::function<QString(const QString &)> url; // for the sender
    std::function<void(const QString &, QObject *, Callback)> simulate;
    std::function<ProviderSamples(const QString &)> samples; // of a provider
};

class SourcesPage final : public QWidget
{
    Q_OBJECT
public:
    SourcesPage(SourceRequests requests, const QList<ProviderInfo> &providers, QWidget *parent = nullptr);

    SourcesModel &model() { return m_model; }
    RememberedSplitter *splitter() const { return m_splitter; }

    void setSources(const QList<SourceConfig> &sources);
    void setHealth(const Health &health, qint64 nowUs);
    void select(const QString &name);

public slots:
    void addSource(const QString &name = {}); // as it is to be called, when that is known
    void editSource();
    void removeSource();
    void readSecretsAgain();
    // Asks whether this profile shall keep its secrets in a file.
    void keepSecretsInFile();

signals:
    void eventsWanted(const QString &source);
    void quarantineWanted(const QString &source);
    void selectionChanged(bool anySelected);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeEmpty();
    void showDetail();
    void simulate();
    void open(SourceDialog *dialog, bool adds);
    void submit(SourceDialog *dialog, bool adds);
    // Asks first; `kept` is called in case of success.
    void askForSecretsFile(QWidget *parent, std::function<void()> kept);
    const SourceRow *selected() const;
    ProviderInfo providerOf(const QString &key) const;
    QString localUrl(const QString &name) const;

    SourceRequests m_requests;
    QList<ProviderInfo> m_providers;
    SourcesModel m_model;
    ListenerState m_listener;
    SecretStoreState m_secretStore;
    Banner *m_failure = nullptr;
    Banner *m_secretNotice = nullptr;
    QStackedWidget *m_stack = nullptr;
    RememberedSplitter *m_splitter = nullptr;
    QTableView *m_table = nullptr;
    SourceDetail *m_detail = nullptr;
};

} // namespace hookboard
