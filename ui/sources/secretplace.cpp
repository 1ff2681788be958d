#include "ui/sources/secretplace.h"

#include "ui/banner.h"
#include "ui/statuswords.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// One context for lupdate.
struct SecretPlace
{
    Q_DECLARE_TR_FUNCTIONS(SecretPlace)
};

QString consequence(int sources)
{
    if (sources == 0) {
        return SecretPlace::tr("Deliveries go on with the secrets that were read before; secrets cannot be changed.");
    }
    return sources == 1 ? SecretPlace::tr("1 source refuses its deliveries until its secret can be read; senders are "
                                          "told to send again.")
                        : SecretPlace::tr("%1 sources refuse their deliveries until their secrets can be read; senders "
                                          "are told to send again.")
                              .arg(QLocale().toString(sources));
}

QString moving(int readable, int without)
{
    QString text = readable == 0 ? SecretPlace::tr("No secret has been read, so none moves along.")
                   : readable == 1
                       ? SecretPlace::tr("The secret of 1 source moves along.")
                       : SecretPlace::tr("The secrets of %1 sources move along.").arg(QLocale().toString(readable));
    if (without > 0) {
        text +=
            u' ' +
            (without == 1
                 ? SecretPlace::tr("1 source needs its secret entered again.")
                 : SecretPlace::tr("%1 sources need their secrets entered again.").arg(QLocale().toString(without)));
    }
    return text;
}

} // namespace

QString secretPlaceText(const SecretStoreState &store)
{
    if (store.kind == "keychain"_L1) {
        return SecretPlace::tr("The system keychain");
    }
    if (store.kind == "file"_L1) {
        return SecretPlace::tr("A file, not encrypted: %1").arg(QDir::toNativeSeparators(store.file));
    }
    return SecretPlace::tr("Memory; gone when the program ends");
}

bool offersSecretsFile(const SecretStoreState &store)
{
    return store.kind == "keychain"_L1;
}

void showSecretPlace(Banner &banner, const SecretStoreState &store, qint64 nowUs)
{
    banner.setButton({});
    banner.setSecondButton({});
    if (store.state == SecretStoreState::State::Unavailable && store.error) {
        const QString advice =
            offersSecretsFile(store)
                ? SecretPlace::tr("Start or unlock it and try again, or keep the secrets of this profile in a file.")
                : QString();
        banner.setMessage(store.sourcesWithout > 0 ? Tone::Error : Tone::Warn, u"lock"_s,
                          u"%1 %2 %3"_s.arg(store.error->message, consequence(store.sourcesWithout), advice).trimmed());
        banner.setButton(SecretPlace::tr("Try again"));
        if (offersSecretsFile(store)) {
            banner.setSecondButton(SecretPlace::tr("Keep secrets in a file\u2026"));
        }
    } else if (isSlowReading(store, nowUs)) {
        banner.setMessage(Tone::Warn, u"waiting"_s,
                          SecretPlace::tr("The keychain has not answered yet; it may be asking for its password in a "
                                          "window of its own. %1")
                              .arg(consequence(store.sourcesWithout)));
    } else {
        banner.setMessage(Tone::Neutral, {}, {});
    }
}

QMessageBox *makeSecretsFileBox(const SecretStoreState &store, int readable, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, SecretPlace::tr("Keep secrets in a file"), {},
                                QMessageBox::NoButton, parent);
    box->setObjectName(u"secretsFileBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(SecretPlace::tr("Keep the secrets of this profile in a file instead of the keychain?"));
    box->setInformativeText(
        SecretPlace::tr("The file is not encrypted:\n%1\n\n"
                        "No other user may read it (mode 0600), but every program that you run can, and so can "
                        "administrators and whoever gets a backup of this folder. A keychain protects better.\n\n%2 "
                        "The choice stays with this profile.")
            .arg(plainLine(QDir::toNativeSeparators(store.file), 200), moving(readable, store.sourcesWithout)));
    QPushButton *keep = box->addButton(SecretPlace::tr("Keep in a file"), QMessageBox::AcceptRole);
    keep->setObjectName(u"keepInFile"_s);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    return box;
}

} // namespace hookboard
