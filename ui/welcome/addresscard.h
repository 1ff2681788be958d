// AddressCard: what goes to the provider (the address, the events to switch on) and what comes from there (the signing
// secret). Storing the source is the page's business: it reports back with finish(). GUI thread.
#pragma once

#include "core/types/provider.h"
#include "core/types/result.h"
#include "core/types/secret.h"
#include "ui/style/designtokens.h"
#include "ui/welcome/stepcard.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace hookboard {

class Banner;
class SecretField;

class AddressCard final : public StepCard
{
    Q_OBJECT
public:
    explicit AddressCard(QWidget *parent);

    // Before the source exists: its future address and an empty secret.
    void ask(const ProviderInfo &provider, const QString &url, const QStringList &types);
    // Once it exists.
    void present(const ProviderInfo &provider, const QString &url, bool isPublic, const QStringList &types);
    Secret secret() const;
    void setBusy(bool busy);
    // `offersFile`: secrets can be kept in a file instead, and a button says so.
    void setTrouble(const QString &words, bool offersFile = false);

signals:
    void saveWanted();
    void secretsFileWanted();

private:
    void fill(const ProviderInfo &provider, const QString &url, const QStringList &types);
    QLabel *addHeading(const QString &words);
    void addAddress();
    void addSecret();
    void addTypes();
    void save();

    ProviderInfo m_provider;
    QLineEdit *m_url = nullptr;
    QLabel *m_reach = nullptr;
    QLabel *m_secretHeading = nullptr;
    SecretField *m_secret = nullptr;
    QPushButton *m_save = nullptr;
    QLabel *m_secretNote = nullptr;
    Banner *m_trouble = nullptr;
    QLabel *m_typesHeading = nullptr;
    QLabel *m_types = nullptr;
    QPushButton *m_copyTypes = nullptr;
};

} // namespace hookboard
