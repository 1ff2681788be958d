// Where secrets are kept, in words: the notice when that place cannot be read, and the question before a profile keeps
// them in a file. GUI thread.
#pragma once

#include "core/types/health.h"

#include <QtCore/QString>

class QMessageBox;
class QWidget;

namespace hookboard {

class Banner;

// "The system keychain", "The file /home/…/secrets.json"
QString secretPlaceText(const SecretStoreState &store);

// Says what is wrong, what it means for deliveries and what to do; hides the banner when all is well or a reading has
// only just begun. First button: try again; second: keep the secrets in a file.
void showSecretPlace(Banner &banner, const SecretStoreState &store, qint64 nowUs);
// Whether keeping the secrets in a file is a way out.
bool offersSecretsFile(const SecretStoreState &store);

// The question, not yet opened; accepted() is yes. `readable` sources have secrets that can move along.
QMessageBox *makeSecretsFileBox(const SecretStoreState &store, int readable, QWidget *parent);

} // namespace hookboard
