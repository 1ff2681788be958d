// SourceDialog: adds a source or edits one. Checks while typing and says what is wrong beside the field. Secrets are
// only ever entered: stored ones are never shown, an empty field keeps them. GUI thread. The caller stores the source
// and reports back with finish(); until then the dialog stays open and keeps what was typed.
#pragma once

#include "core/engine.h"
#include "ui/style/designtokens.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;

namespace hookboard {

class Banner;
class SecretField;

class SourceDialog final : public QDialog
{
    Q_OBJECT
public:
    // `existing` names that are taken. `edited` absent = add.
    SourceDialog(const QList<ProviderInfo> &providers, const QStringList &existing,
                 const std::optional<SourceConfig> &edited, QWidget *parent = nullptr);

    SourceConfig source() const;
    // Newest first; empty = keep what is stored.
    QList<Secret> secrets() const;
    // The first thing that is wrong, as a sentence; empty when it can be stored.
    QString problem() const;

    // Whether a secret that cannot be stored may be kept in a file instead; then a failure offers it.
    void setOffersSecretsFile(bool offers) { m_offersSecretsFile = offers; }
    // With what was entered before, after the cause of a failure is gone.
    void submitAgain() { submit(); }

    // The outcome of storing. On success the dialog shows `url`, ready to copy, and its button becomes Done.
    void finish(const Status &status, const QString &url);
    // A new source with this name, and the provider of that name when there is one.
    void propose(const QString &name);

signals:
    void submitted();
    void secretsFileWanted();

private:
    void buildForm();
    void buildProviders();
    QWidget *withNotice(QWidget *field, QLabel *&notice);
    QString nameProblem() const;
    QString secretProblem() const;
    QString urlProblem() const;
    const ProviderInfo *provider() const;
    bool isUnverified() const;
    void providerChanged();
    void validate();
    void submit();
    void sayThatItTakesTime();
    void showResult(const QString &url);
    void showBanner(Tone tone, const QString &iconName, const QString &words, const QString &button = {});

    QTimer *m_patience = nullptr; // runs while a submitted source is being stored
    QList<ProviderInfo> m_providers;
    QStringList m_existing;
    std::optional<SourceConfig> m_edited;
    bool m_offersSecretsFile = false;
    bool m_touched = false; // nothing is called wrong before somebody typed or pressed the button

    QFormLayout *m_form = nullptr;
    QWidget *m_formWidget = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameNotice = nullptr;
    QComboBox *m_provider = nullptr;
    QLabel *m_providerNotice = nullptr;
    QCheckBox *m_acceptUnverified = nullptr;
    SecretField *m_secret = nullptr;
    QLabel *m_secretNotice = nullptr;
    SecretField *m_second = nullptr;
    QLineEdit *m_publicUrl = nullptr;
    QLabel *m_urlNotice = nullptr;
    QSpinBox *m_maxBody = nullptr;
    Banner *m_banner = nullptr;
    QWidget *m_result = nullptr;
    QLineEdit *m_resultUrl = nullptr;
    QLabel *m_resultReach = nullptr; // only without a public address
    QPushButton *m_cancel = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace hookboard
