// Simulator: sends a delivery to the own listener as the provider of a source would: really posted, signed with the
// secret of the source, and marked as simulated where its scheme can carry the mark. Lives in the engine's thread and
// is owned by the engine; signing happens elsewhere, since it needs the secret.
#pragma once

#include "core/types/result.h"
#include "core/types/sampledelivery.h"
#include "core/types/source.h"
#include "core/verify/signer.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QUrl;

namespace hookboard {

class Clock;

// From resources/samples/<provider>.json. Any thread.
ProviderSamples samplesOf(const QString &provider);

// What would be posted now. `index` counts up, so that one sample after the other is taken. Any thread.
Result<SignedRequest> simulatedRequest(const TemplateRegistry &templates, const SourceWithSecrets &source, int index,
                                       const Clock &clock);

class Simulator final : public QObject
{
    Q_OBJECT
public:
    explicit Simulator(QObject *parent = nullptr);
    ~Simulator() override;

    // `done` comes once, in this thread: an error says what the listener answered.
    void post(const QUrl &url, const SignedRequest &request, std::function<void(const Status &)> done);

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace hookboard
