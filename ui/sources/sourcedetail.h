// SourceDetail: one source in full: the address for the sender, how it is verified, its secrets (by number, never by
// value), what was refused and why, how fast it was answered. GUI thread; owned by the page.
#pragma once

#include "ui/sources/sourcesmodel.h"

#include <QtWidgets/QScrollArea>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hookboard {

class Banner;
class Chip;
class FactList;

class SourceDetail final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SourceDetail(QWidget *parent = nullptr);

    // Where the secrets of all sources are kept; shown with the next show().
    void setSecretPlace(const QString &words) { m_secretPlace = words; }
    // `url` is what the provider should be told, `localUrl` the listener on this computer.
    void show(const SourceRow &row, const ProviderInfo &provider, const QString &url, const QString &localUrl,
              qint64 nowUs);
    using QWidget::show;

signals:
    void editWanted();
    void removeWanted();
    void eventsWanted();
    void simulateWanted();
    void quarantineWanted();

private:
    QWidget *makeHead();
    QWidget *makeAddress();
    void showBanner(const SourceRow &row);
    static QString shortName(const QString &name);
    void showVerification(const SourceRow &row, const ProviderInfo &provider);
    void showRefusals(const SourceRow &row);
    void showAnswers(const SourceRow &row);

    QString m_secretPlace;
    bool m_bannerEdits = false; // what its button does
    QLabel *m_title = nullptr;
    Chip *m_chip = nullptr;
    Banner *m_banner = nullptr;
    QLineEdit *m_url = nullptr;
    QPushButton *m_copy = nullptr;
    QLabel *m_local = nullptr;
    FactList *m_verification = nullptr;
    FactList *m_secrets = nullptr;
    QPushButton *m_secretButton = nullptr;
    QLabel *m_refusalsTitle = nullptr;
    FactList *m_refusals = nullptr;
    FactList *m_answers = nullptr;
};

} // namespace hookboard
