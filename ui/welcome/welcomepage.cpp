#include "ui/welcome/welcomepage.h"

#include "ui/sources/secretplace.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/welcome/addresscard.h"
#include "ui/welcome/arrivalcard.h"
#include "ui/welcome/outcomecard.h"
#include "ui/welcome/providercard.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostWide = 1320;
constexpr int kSideBySideFrom = 900; // narrower: one under the other
constexpr int kRoomyFrom = 1100;
constexpr int kLogo = 56;

} // namespace

WelcomePage::WelcomePage(SourceRequests requests, const QList<ProviderInfo> &providers, QWidget *parent)
    : QScrollArea(parent)
    , m_requests(std::move(requests))
    , m_providers(providers)
{
    setObjectName(u"welcomePage"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    m_who = new ProviderCard(m_providers, page);
    m_address = new AddressCard(page);
    m_arrival = new ArrivalCard(page);
    connect(m_who, &ProviderCard::chosen, this, &WelcomePage::choose);
    connect(m_address, &AddressCard::saveWanted, this, &WelcomePage::save);
    connect(m_address, &AddressCard::secretsFileWanted, this, &WelcomePage::keepSecretsInFile);
    connect(m_arrival, &ArrivalCard::simulateWanted, this, &WelcomePage::simulate);
    connect(m_arrival, &ArrivalCard::arrived, this, &WelcomePage::showProgress);
    connect(m_arrival, &ArrivalCard::skipWanted, this, &WelcomePage::emptyBoardWanted);
    connect(m_arrival, &ArrivalCard::boardWanted, this,
            [this] { emit boardWanted(m_source, info(m_provider).displayName); });
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cards->setSpacing(12);
    for (StepCard *card :
         {static_cast<StepCard *>(m_who), static_cast<StepCard *>(m_address), static_cast<StepCard *>(m_arrival)}) {
        m_cards->addWidget(card, 1);
    }
    auto *after = new QLabel(tr("What you get after the first event"), page);
    after->setFont(themeOf(this).font(TypeRole::Subtitle));
    m_outcomes = new QBoxLayout(QBoxLayout::LeftToRight);
    m_outcomes->setSpacing(12);
    m_outcomes->addWidget(
        new OutcomeCard(TileKind::Kpi, tr("The number that counts"), tr("sum, average, percentile"), page));
    m_outcomes->addWidget(new OutcomeCard(TileKind::TimeSeries, tr("Events per minute"), tr("from their times"), page));
    m_outcomes->addWidget(new OutcomeCard(TileKind::Bar, tr("By country, plan, reason"), tr("from any field"), page));
    m_outcomes->addWidget(new OutcomeCard(TileKind::Table, tr("Latest events"), tr("one row for each"), page));
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addSpacing(8);
    column->addLayout(m_cards);
    column->addSpacing(12);
    column->addWidget(after);
    column->addLayout(m_outcomes);
    column->addStretch(1);
    page->setLayout(column);
    setWidget(page);
    showProgress();
}

QWidget *WelcomePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *logo = new QLabel(head);
    logo->setPixmap(iconPixmap(u"hookboard"_s, themeOf(this).colour(Colour::Accent), kLogo, devicePixelRatioF()));
    auto *title = new QLabel(tr("From webhook to chart in three steps"), head);
    title->setFont(themeOf(this).font(TypeRole::Display));
    title->setWordWrap(true);
    auto *words = new QLabel(tr("Everything stays on this computer. Nothing is sent anywhere."), head);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setWordWrap(true);
    auto *demo = makeButton(tr("Look at the demo board"), u"play"_s, ButtonKind::Normal, head);
    demo->setObjectName(u"welcomeDemo"_s);
    demo->setToolTip(tr("Opens a second window with simulated events. This profile stays as it is."));
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(words);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(logo);
    row->addLayout(texts, 1);
    row->addWidget(demo, 0, Qt::AlignBottom);
    return head;
}

ProviderInfo WelcomePage::info(const QString &key) const
{
    const auto found =
        std::find_if(m_providers.begin(), m_providers.end(), [&](const ProviderInfo &one) { return one.key == key; });
    return found == m_providers.end() ? ProviderInfo() : *found;
}

QString WelcomePage::freeName(const QString &provider) const
{
    const auto taken = [this](const QString &name) {
        return std::any_of(m_sources.begin(), m_sources.end(),
                           [&](const SourceConfig &source) { return source.name == name; });
    };
    QString name = provider;
    for (int number = 2; taken(name); ++number) {
        name = provider + u'-' + QString::number(number);
    }
    return name;
}

int WelcomePage::currentStep() const
{
    return m_arrival->hasArrived() ? 4 : !m_source.isEmpty() ? 3 : !m_provider.isEmpty() ? 2 : 1;
}

void WelcomePage::choose(const QString &key)
{
    const auto existing = std::find_if(m_sources.begin(), m_sources.end(),
                                       [&](const SourceConfig &source) { return source.provider == key; });
    if (existing != m_sources.end()) {
        adopt(*existing);
        return;
    }
    const ProviderInfo chosen = info(key);
    m_who->setChosen(m_provider);
    // What has to be confirmed, and what needs the address beforehand, is asked by the whole dialog.
    if (key == "none"_L1 || chosen.signsUrl) {
        emit addSourceWanted();
        return;
    }
    m_provider = key;
    m_source.clear();
    m_who->setChosen(key);
    m_arrival->setSource({}, chosen.displayName);
    m_address->ask(chosen, m_requests.url(freeName(key)), m_requests.samples(key).types);
    showProgress();
}

void WelcomePage::adopt(const SourceConfig &source)
{
    const ProviderInfo provider = info(source.provider);
    m_provider = source.provider;
    m_source = source.name;
    m_who->setChosen(source.provider);
    m_address->present(provider, m_requests.url(source.name), !source.publicUrl.isEmpty(),
                       m_requests.samples(source.provider).types);
    m_arrival->setSource(source.name, provider.displayName);
    showProgress();
}

void WelcomePage::setSources(const QList<SourceConfig> &sources)
{
    m_sources = sources;
    const auto here = std::find_if(sources.begin(), sources.end(),
                                   [this](const SourceConfig &source) { return source.name == m_source; });
    if (here == sources.end() && !m_source.isEmpty()) {
        m_source.clear();
        m_provider.clear();
        m_who->setChosen({});
        m_address->ask({}, {}, {});
        m_arrival->setSource({}, {});
    }
    if (m_provider.isEmpty() && !sources.isEmpty()) {
        adopt(sources.first());
    }
    showProgress();
}

void WelcomePage::setHealth(const Health &health, qint64 nowUs)
{
    m_secretStore = health.secretStore;
    m_arrival->setHealth(health, nowUs);
}

void WelcomePage::save()
{
    const ProviderInfo provider = info(m_provider);
    SourceConfig source;
    source.name = freeName(m_provider);
    source.provider = m_provider;
    m_address->setBusy(true);
    const QList<Secret> secrets = provider.needsSecret ? QList<Secret>{m_address->secret()} : QList<Secret>();
    m_requests.add(source, secrets, this, [this, source](const Status &stored) {
        m_address->setBusy(false);
        if (stored.ok()) {
            adopt(source);
        } else {
            const bool noStore = stored.error().code == ErrorCode::SecretUnavailable;
            m_address->setTrouble(stored.error().message, noStore && offersSecretsFile(m_secretStore));
        }
    });
}

// The secret that was typed is still there: it is saved as soon as there is a place for it.
void WelcomePage::keepSecretsInFile()
{
    QMessageBox *box = makeSecretsFileBox(m_secretStore, 0, this);
    connect(box, &QMessageBox::buttonClicked, this, [this, box](QAbstractButton *button) {
        if (box->buttonRole(button) != QMessageBox::AcceptRole) {
            return;
        }
        m_address->setBusy(true);
        m_requests.keepSecretsInFile(this, [this](const Status &kept) {
            m_address->setBusy(false);
            if (kept.ok()) {
                save();
            } else {
                m_address->setTrouble(kept.error().message);
            }
        });
    });
    box->open();
}

void WelcomePage::simulate()
{
    m_arrival->setSimulating(true);
    m_requests.simulate(m_source, this, [this](const Status &sent) {
        m_arrival->setSimulating(false);
        if (!sent.ok()) {
            m_arrival->setTrouble(sent.error().message);
        }
    });
}

void WelcomePage::showProgress()
{
    const int current = currentStep();
    const auto state = [current](int step) {
        return step < current    ? StepCard::State::Finished
               : step == current ? StepCard::State::Current
                                 : StepCard::State::Later;
    };
    m_who->setState(state(1));
    m_address->setState(state(2));
    m_arrival->setState(current > 3 ? StepCard::State::Current : state(3));
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool stacked = viewport()->width() < kSideBySideFrom;
    m_cards->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int margin = std::max(viewport()->width() < kRoomyFrom ? 16 : 32, (viewport()->width() - kMostWide) / 2);
    widget()->layout()->setContentsMargins(margin, 32, margin, 32);
}

} // namespace hookboard
