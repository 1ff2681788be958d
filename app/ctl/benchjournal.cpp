#include "app/ctl/benchboard.h"
#include "app/ctl/outgoingrequests.h"
#include "core/journal/journal.h"
#include "core/verify/templateregistry.h"
#include "core/verify/verifier.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <algorithm>
#include <optional>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kBatch = 2'000;
constexpr qint64 kSpacingUs = 10'000;

SourceWithSecrets benchSource()
{
    SourceWithSecrets source;
    source.config.name = u"bench"_s;
    source.config.provider = u"github"_s;
    source.config.secretCount = 1;
    source.secrets = {Secret("bench-secret")};
    return source;
}

// Makes deliveries batch after batch; lives in the main thread, the journal in its own.
class Filler : public QObject
{
public:
    Filler(const TemplateRegistry &templates, Signer signer, qint64 events)
        : m_verifier(templates, m_clock)
        , m_signer(std::move(signer))
        , m_events(events)
        , m_startUs(m_clock.nowUs() - events * kSpacingUs)
    {
        m_verifier.setSources({benchSource()});
    }

    const std::optional<Error> &problem() const { return m_problem; }

    // Null when all are made or something is wrong.
    AppendBatch nextBatch()
    {
        auto batch = std::make_shared<std::vector<AppendRequest>>();
        const qint64 end = std::min(m_events, m_made + kBatch);
        for (; m_made < end && !m_problem; ++m_made)
            append(*batch);
        return batch->empty() || m_problem ? nullptr : batch;
    }

    void noteReceipts(const CommitReport &report)
    {
        for (const TicketReceipt &receipt : report.receipts) {
            if (receipt.receipt.outcome != Receipt::Outcome::Stored)
                m_problem = receipt.receipt.error;
        }
        m_answered += static_cast<qint64>(report.receipts.size());
    }
    bool allAnswered() const { return m_answered == m_made; }

private:
    void append(std::vector<AppendRequest> &batch)
    {
        const QByteArray id = "bench-" + QByteArray::number(m_made);
        const Result<SignedRequest> request = m_signer.sign({exampleBody(m_made), u"push"_s, id, m_clock.nowUs()});
        if (!request) {
            m_problem = request.error();
            return;
        }
        RawDelivery raw;
        raw.source = u"bench"_s;
        raw.method = "POST";
        raw.target = "/hooks/bench";
        raw.headers = request->headers;
        raw.headers.append("Content-Type", "application/json");
        raw.body = request->body;
        raw.payload = request->body;
        raw.peer = "127.0.0.1";
        raw.receivedUs = m_startUs + m_made * kSpacingUs;
        Verifier::Verdict verdict = m_verifier.verify(std::move(raw));
        if (auto *rejection = std::get_if<Rejection>(&verdict))
            m_problem = rejection->error;
        else
            batch.push_back({static_cast<quint64>(m_made), std::get<VerifiedDelivery>(std::move(verdict))});
    }

    const SystemClock m_clock;
    Verifier m_verifier;
    Signer m_signer;
    qint64 m_events;
    qint64 m_startUs;
    qint64 m_made = 0;
    qint64 m_answered = 0;
    std::optional<Error> m_problem;
};

} // namespace

Status fillJournal(const QString &path, qint64 events)
{
    TemplateRegistry templates;
    if (const Status loaded = templates.loadBuiltIn(); !loaded)
        return loaded;
    Result<Signer> signer = Signer::create(templates, benchSource());
    if (!signer)
        return signer.error();
    Filler filler(templates, std::move(*signer), events);

    const SystemClock clock;
    JournalSettings settings;
    settings.path = path;
    QThread thread;
    auto *journal = new Journal(settings, clock);
    journal->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, journal, &QObject::deleteLater);
    const auto appendNext = [&filler, journal] {
        const AppendBatch batch = filler.nextBatch();
        if (batch)
            QMetaObject::invokeMethod(journal, [journal, batch] { journal->append(batch); });
        else
            QCoreApplication::quit();
    };
    QObject::connect(journal, &Journal::committed, &filler, [&](const CommitReportPtr &report) {
        filler.noteReceipts(*report);
        if (filler.allAnswered())
            appendNext();
    });
    thread.start();
    QMetaObject::invokeMethod(journal, &Journal::open);
    QMetaObject::invokeMethod(&filler, appendNext, Qt::QueuedConnection);
    QCoreApplication::exec();
    QMetaObject::invokeMethod(journal, &Journal::close);
    QMetaObject::invokeMethod(journal, [&thread] { thread.quit(); });
    thread.wait();
    if (filler.problem())
        return *filler.problem();
    return Done();
}

} // namespace hookboard
