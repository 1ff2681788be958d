#include "ui/welcome/addresscard.h"

#include "ui/banner.h"
#include "ui/sources/secretfield.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

AddressCard::AddressCard(QWidget *parent)
    : StepCard(2, tr("Connect it"), parent)
{
    setObjectName(u"addressCard"_s);
    addAddress();
    addSecret();
    addTypes();
    m_trouble = new Banner(this);
    m_trouble->setObjectName(u"welcomeTrouble"_s);
    m_trouble->setMessage(Tone::Error, u"error"_s, {});
    connect(m_trouble, &Banner::buttonClicked, this, &AddressCard::secretsFileWanted);
    content()->addWidget(m_trouble);
    content()->addStretch(1);
    fill({}, {}, {});
    setEnabled(false);
}

QLabel *AddressCard::addHeading(const QString &words)
{
    auto *label = new QLabel(words, this);
    label->setFont(themeOf(this).font(TypeRole::BodyStrong));
    content()->addWidget(label);
    return label;
}

void AddressCard::addAddress()
{
    addHeading(tr("Address"));
    m_url = new QLineEdit(this);
    m_url->setObjectName(u"welcomeUrl"_s);
    m_url->setReadOnly(true);
    m_url->setAccessibleName(tr("Address for the sender"));
    m_url->setFont(themeOf(this).font(TypeRole::Code));
    QToolButton *copy = makeIconButton(tr("Copy address"), u"copy"_s, this);
    copy->setObjectName(u"welcomeCopyUrl"_s);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_url->text()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_url, 1);
    row->addWidget(copy);
    content()->addLayout(row);
    m_reach = new QLabel(this);
    m_reach->setWordWrap(true);
    m_reach->setFont(themeOf(this).font(TypeRole::Label));
    m_reach->setForegroundRole(QPalette::PlaceholderText);
    content()->addWidget(m_reach);
    content()->addSpacing(8);
}

void AddressCard::addSecret()
{
    m_secretHeading = addHeading(tr("Signing secret"));
    m_secret = new SecretField(tr("Signing secret"), this);
    m_secret->setObjectName(u"welcomeSecret"_s);
    m_save = makeButton(tr("Save"), {}, ButtonKind::Primary, this);
    m_save->setObjectName(u"welcomeSave"_s);
    connect(m_save, &QPushButton::clicked, this, &AddressCard::save);
    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &AddressCard::save);
    connect(m_secret, &SecretField::changed, this, [this] { setTrouble({}); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_secret, 1);
    row->addWidget(m_save, 0, Qt::AlignTop);
    content()->addLayout(row);
    m_secretNote = new QLabel(this);
    m_secretNote->setObjectName(u"welcomeSecretNote"_s);
    m_secretNote->setWordWrap(true);
    m_secretNote->setTextFormat(Qt::PlainText);
    m_secretNote->setFont(themeOf(this).font(TypeRole::Label));
    m_secretNote->setForegroundRole(QPalette::PlaceholderText);
    content()->addWidget(m_secretNote);
}

void AddressCard::addTypes()
{
    content()->addSpacing(8);
    m_typesHeading = addHeading(tr("Events to switch on there"));
    m_types = new QLabel(this);
    m_types->setTextFormat(Qt::PlainText);
    m_types->setFont(themeOf(this).font(TypeRole::Code));
    m_types->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content()->addWidget(m_types);
    m_copyTypes = makeButton(tr("Copy list"), u"copy"_s, ButtonKind::Normal, this);
    connect(m_copyTypes, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_types->text()); });
    content()->addWidget(m_copyTypes, 0, Qt::AlignLeading);
}

void AddressCard::fill(const ProviderInfo &provider, const QString &url, const QStringList &types)
{
    m_provider = provider;
    const bool any = !provider.key.isEmpty();
    setEnabled(any);
    setTitle(any ? tr("Connect %1").arg(plainLine(provider.displayName, 40)) : tr("Connect it"));
    setIntro(tr("Enter the address where the provider asks for a webhook or endpoint, and its secret here."));
    m_url->setText(url);
    m_url->setCursorPosition(0);
    const bool listed = !types.isEmpty();
    m_typesHeading->setVisible(listed);
    m_types->setVisible(listed);
    m_copyTypes->setVisible(listed);
    m_types->setText(types.join(u'\n'));
    setTrouble({});
}

void AddressCard::ask(const ProviderInfo &provider, const QString &url, const QStringList &types)
{
    fill(provider, url, types);
    m_reach->setText(tr("It reaches this computer. A sender elsewhere needs a tunnel that leads here."));
    m_secretHeading->setVisible(true);
    m_secret->setVisible(provider.needsSecret);
    m_secret->edit()->clear();
    m_secretHeading->setText(provider.needsSecret ? tr("Signing secret") : tr("No secret needed"));
    m_secretNote->setText(provider.needsSecret ? provider.secretHint : provider.scheme);
    m_save->setText(provider.needsSecret ? tr("Save") : tr("Use this address"));
    m_save->setVisible(true);
    if (provider.needsSecret) {
        m_secret->edit()->setFocus();
    }
}

void AddressCard::present(const ProviderInfo &provider, const QString &url, bool isPublic, const QStringList &types)
{
    fill(provider, url, types);
    m_reach->setText(isPublic ? tr("The public address of this source, as entered.")
                              : tr("It reaches this computer. A sender elsewhere needs a tunnel that leads here; enter "
                                   "the tunnel\u2019s address under Sources."));
    m_secretHeading->setVisible(provider.needsSecret);
    m_secretHeading->setText(tr("Signing secret"));
    m_secret->edit()->clear(); // it is stored: no widget has to hold it any longer
    m_secret->setVisible(false);
    m_save->setVisible(false);
    m_secretNote->setText(provider.needsSecret ? tr("Stored. It can be replaced under Sources.") : QString());
    m_secretNote->setVisible(provider.needsSecret);
}

Secret AddressCard::secret() const
{
    return m_secret->secret();
}

void AddressCard::save()
{
    if (m_provider.needsSecret && m_secret->isEmpty()) {
        setTrouble(tr("The secret that the provider shows is needed to verify deliveries."));
        m_secret->edit()->setFocus();
        return;
    }
    emit saveWanted();
}

void AddressCard::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_secret->setEnabled(!busy);
    if (m_provider.needsSecret) {
        m_save->setText(busy ? tr("Saving\u2026") : tr("Save"));
        m_save->setToolTip(busy ? tr("The keychain may ask for its password in a window of its own.") : QString());
    }
}

void AddressCard::setTrouble(const QString &words, bool offersFile)
{
    m_trouble->setButton(offersFile ? tr("Keep secrets in a file\u2026") : QString());
    m_trouble->setMessage(Tone::Error, u"error"_s, words);
}

} // namespace hookboard
