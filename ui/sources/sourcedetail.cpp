#include "ui/sources/sourcedetail.h"

#include "ui/banner.h"
#include "ui/factlist.h"
#include "ui/sources/rejectionwords.h"
#include "ui/sources/sourcedelegate.h"
#include "ui/statuswords.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNarrowest = 340;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(themeOf(parent).font(TypeRole::BodyStrong));
    return label;
}

} // namespace

SourceDetail::SourceDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_banner(new Banner(this))
    , m_verification(new FactList(this))
    , m_secrets(new FactList(this))
    , m_refusals(new FactList(this))
    , m_answers(new FactList(this))
{
    setObjectName(u"sourceDetail"_s);
    setAccessibleName(tr("Details of the selected source"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(this);
    inside->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_banner);
    column->addSpacing(4);
    column->addWidget(makeAddress());
    const auto section = [&](QWidget *title, QWidget *body) {
        column->addSpacing(12);
        column->addWidget(title);
        column->addWidget(body);
    };
    section(heading(tr("Verification"), inside), m_verification);
    auto *secretBody = new QWidget(inside);
    auto *secretColumn = new QVBoxLayout(secretBody);
    secretColumn->setContentsMargins(0, 0, 0, 0);
    secretColumn->setSpacing(8);
    m_secretButton = makeButton(tr("Replace or add\u2026"), u"key"_s, ButtonKind::Normal, secretBody);
    m_secretButton->setObjectName(u"sourceSecrets"_s);
    connect(m_secretButton, &QPushButton::clicked, this, &SourceDetail::editWanted);
    secretColumn->addWidget(m_secrets);
    secretColumn->addWidget(m_secretButton, 0, Qt::AlignLeading);
    section(heading(tr("Secrets"), inside), secretBody);
    m_refusalsTitle = heading(tr("Refused since the start"), inside);
    section(m_refusalsTitle, m_refusals);
    section(heading(tr("Answers"), inside), m_answers);
    column->addStretch(1);
    setWidget(inside);
    // It does not scroll sideways: no language may push a button out of sight.
    setMinimumWidth(std::max(kNarrowest, inside->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
    connect(m_banner, &Banner::buttonClicked, this, [this] {
        if (m_bannerEdits) {
            emit editWanted();
        } else {
            emit quarantineWanted();
        }
    });
}

QWidget *SourceDetail::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(themeOf(this).font(TypeRole::PageTitle));
    m_chip = new Chip(head);
    auto *events = makeButton(tr("Events"), u"events"_s, ButtonKind::Normal, head);
    events->setObjectName(u"sourceEvents"_s);
    connect(events, &QPushButton::clicked, this, &SourceDetail::eventsWanted);
    auto *edit = makeButton(tr("Edit\u2026"), u"edit"_s, ButtonKind::Normal, head);
    edit->setObjectName(u"sourceEdit"_s);
    connect(edit, &QPushButton::clicked, this, &SourceDetail::editWanted);
    auto *simulate = makeButton(tr("Simulate"), u"simulator"_s, ButtonKind::Normal, head);
    simulate->setObjectName(u"sourceSimulate"_s);
    simulate->setToolTip(tr("Posts a sample delivery of this provider, signed, and marked as simulated."));
    connect(simulate, &QPushButton::clicked, this, &SourceDetail::simulateWanted);
    auto *remove = makeIconButton(tr("Remove this source\u2026"), u"trash"_s, head);
    remove->setObjectName(u"sourceRemove"_s);
    connect(remove, &QAbstractButton::clicked, this, &SourceDetail::removeWanted);
    // Two rows: neither a long name nor long words in another language push a button out of sight.
    auto *name = new QHBoxLayout;
    name->setSpacing(8);
    name->addWidget(m_title);
    name->addWidget(m_chip);
    name->addStretch(1);
    name->addWidget(remove);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(events);
    buttons->addWidget(edit);
    buttons->addWidget(simulate);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(name);
    column->addLayout(buttons);
    return head;
}

QWidget *SourceDetail::makeAddress()
{
    auto *address = new QWidget(this);
    m_url = new QLineEdit(address);
    m_url->setObjectName(u"sourceUrl"_s);
    m_url->setAccessibleName(tr("Address for the sender"));
    m_url->setReadOnly(true);
    m_url->setFont(themeOf(this).font(TypeRole::Code));
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_copy = makeButton(tr("Copy"), u"copy"_s, ButtonKind::Normal, address);
    m_copy->setObjectName(u"sourceCopyUrl"_s);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_url->text()); });
    m_local = new QLabel(address);
    m_local->setTextFormat(Qt::PlainText);
    m_local->setWordWrap(true);
    m_local->setFont(themeOf(this).font(TypeRole::Label));
    m_local->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_url, 1);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(address);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(heading(tr("Address for the sender"), address));
    column->addLayout(row);
    column->addWidget(m_local);
    return address;
}

void SourceDetail::show(const SourceRow &row, const ProviderInfo &provider, const QString &url, const QString &localUrl,
                        qint64 nowUs)
{
    m_title->setText(shortName(row.config.name));
    m_title->setToolTip(plainTooltip(row.config.name));
    m_chip->setLook(chipOf(sourceState(row, nowUs)));
    if (m_url->text() != url) {
        m_url->setText(url);
        m_url->setCursorPosition(0);
    }
    m_local->setText(url == localUrl
                         ? tr("Reaches this computer only. A sender elsewhere needs a tunnel; enter its address as the "
                              "public address of the source.")
                         : tr("On this computer: %1").arg(localUrl));
    showBanner(row);
    showVerification(row, provider);
    showRefusals(row);
    showAnswers(row);
}

QString SourceDetail::shortName(const QString &name)
{
    return plainLine(name, 20);
}

void SourceDetail::showBanner(const SourceRow &row)
{
    const ChipLook look = chipOf(sourceState(row, 0));
    const bool waits = row.health.access == SecretAccess::Reading || row.health.access == SecretAccess::Unavailable;
    m_bannerEdits = !row.health.problem.isEmpty() && !waits;
    m_banner->setButton(m_bannerEdits ? tr("Edit\u2026") : QString());
    if (!row.health.problem.isEmpty()) {
        m_banner->setMessage(look.tone, look.icon, row.health.problem);
        return;
    }
    if (row.config.provider == "none"_L1) {
        m_banner->setMessage(Tone::Unverified, u"unverified"_s,
                             tr("No signature is checked: anybody who knows the address can deliver. Events of this "
                                "source stay unverified for ever."));
        return;
    }
    quint64 signature = 0;
    for (auto it = row.health.rejected.cbegin(); it != row.health.rejected.cend(); ++it) {
        if (httpStatus(codeFromText(it.key())) == 401) {
            signature += it.value();
        }
    }
    if (signature > 0) {
        m_banner->setMessage(Tone::Error, u"error"_s,
                             signature == 1
                                 ? tr("1 delivery failed verification. It is kept aside and not counted.")
                                 : tr("%1 deliveries failed verification. They are kept aside and not counted.")
                                       .arg(formatCount(signature, locale())));
        m_banner->setButton(tr("Show them"));
        return;
    }
    m_banner->setMessage(Tone::Neutral, {}, {});
}

void SourceDetail::showVerification(const SourceRow &row, const ProviderInfo &provider)
{
    const bool none = row.config.provider == "none"_L1;
    m_verification->setFacts(
        {{tr("Provider"), row.providerName},
         {tr("Scheme"), none ? tr("None") : provider.scheme},
         {tr("Header"), provider.signatureHeader, true},
         {tr("Signed address"), provider.signsUrl ? row.config.publicUrl : QString(), true},
         {tr("Largest body"), locale().formattedDataSize(row.config.maxBodyBytes, 0, QLocale::DataSizeIecFormat)}});
    const int count = row.config.secretCount;
    QString secrets = count == 0   ? tr("None stored")
                      : count == 1 ? tr("1 stored")
                                   : tr("%1 stored; any of them is accepted").arg(locale().toString(count));
    if (none) {
        secrets = tr("None needed");
    }
    m_secrets->setFacts({{tr("Signing secrets"), secrets}, {tr("Kept in"), count > 0 ? m_secretPlace : QString()}});
    m_secretButton->setVisible(!none);
}

void SourceDetail::showRefusals(const SourceRow &row)
{
    QList<Fact> facts;
    for (auto it = row.health.rejected.cbegin(); it != row.health.rejected.cend(); ++it) {
        const RejectionWords words = rejectionWords(codeFromText(it.key()));
        facts.append({words.title, u"%1. %2"_s.arg(formatCount(it.value(), locale()), words.advice)});
    }
    if (facts.isEmpty()) {
        facts.append({tr("Nothing"), tr("No delivery of this source was refused.")});
    }
    m_refusals->setFacts(facts);
}

void SourceDetail::showAnswers(const SourceRow &row)
{
    const auto milliseconds = [this](double value) {
        return locale().toString(value, 'f', 1) + u"\u202F"_s + tr("ms");
    };
    const SourceHealth &health = row.health;
    QList<Fact> facts{
        {tr("Stored"), formatCount(health.stored, locale())},
        {tr("Duplicates"),
         tr("%1, answered as success and not counted again").arg(formatCount(health.duplicates, locale()))}};
    if (health.ackP50Ms > 0) {
        facts.append(
            {tr("Answered after"),
             tr("%1 (median), %2 (99 of 100)").arg(milliseconds(health.ackP50Ms), milliseconds(health.ackP99Ms))});
    }
    facts.append({tr("Rate"), tr("%1 per second").arg(locale().toString(health.ratePerSecond, 'f', 1))});
    m_answers->setFacts(facts);
}

} // namespace hookboard
