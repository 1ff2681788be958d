#include "ui/sources/sourcedialog.h"

#include "ui/banner.h"
#include "ui/sources/secretfield.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
constexpr int kPatienceMs = 1'000;

void notice(const QWidget &dialog, QLabel &label, const QString &words, Tone tone)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, themeOf(&dialog).toneText(tone));
    label.setPalette(palette);
    label.setText(words);
    label.setVisible(!words.isEmpty());
}

} // namespace

SourceDialog::SourceDialog(const QList<ProviderInfo> &providers, const QStringList &existing,
                           const std::optional<SourceConfig> &edited, QWidget *parent)
    : QDialog(parent)
    , m_providers(providers)
    , m_existing(existing)
    , m_edited(edited)
{
    setObjectName(u"sourceDialog"_s);
    setWindowTitle(edited ? tr("Edit source") : tr("Add source"));
    setMinimumWidth(540);
    m_banner = new Banner(this);
    connect(m_banner, &Banner::buttonClicked, this, &SourceDialog::secretsFileWanted);
    buildForm();

    m_result = new QWidget(this);
    auto *resultText = new QLabel(tr("The source is live. Enter this address at the provider:"), m_result);
    resultText->setWordWrap(true);
    m_resultUrl = new QLineEdit(m_result);
    m_resultUrl->setObjectName(u"resultUrl"_s);
    m_resultUrl->setReadOnly(true);
    m_resultUrl->setAccessibleName(tr("Address for the sender"));
    m_resultUrl->setFont(themeOf(this).font(TypeRole::Code));
    auto *copy = makeButton(tr("Copy"), u"copy"_s, ButtonKind::Normal, m_result);
    copy->setObjectName(u"copyResultUrl"_s);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_resultUrl->text()); });
    auto *resultGrid = new QGridLayout(m_result);
    resultGrid->setContentsMargins(0, 0, 0, 0);
    resultGrid->addWidget(resultText, 0, 0, 1, 2);
    resultGrid->addWidget(m_resultUrl, 1, 0);
    resultGrid->addWidget(copy, 1, 1);
    m_resultReach =
        new QLabel(tr("It reaches this computer only. A sender elsewhere needs a tunnel; enter the tunnel's "
                      "address as the public address of this source."),
                   m_result);
    m_resultReach->setObjectName(u"resultReach"_s);
    m_resultReach->setWordWrap(true);
    resultGrid->addWidget(m_resultReach, 2, 0, 1, 2);
    m_result->hide();

    m_cancel = makeButton(tr("Cancel"), {}, ButtonKind::Normal, this);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_submit = makeButton(edited ? tr("Save") : tr("Add source"), {}, ButtonKind::Primary, this);
    m_submit->setObjectName(u"submitSource"_s);
    m_submit->setDefault(true);
    connect(m_submit, &QPushButton::clicked, this, &SourceDialog::submit);
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);
    connect(m_patience, &QTimer::timeout, this, &SourceDialog::sayThatItTakesTime);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addWidget(m_banner);
    column->addWidget(m_formWidget);
    column->addWidget(m_result);
    column->addStretch(1);
    column->addLayout(buttons);
    providerChanged();
    validate();
}

QWidget *SourceDialog::withNotice(QWidget *field, QLabel *&noticeLabel)
{
    auto *holder = new QWidget(m_formWidget);
    noticeLabel = new QLabel(holder);
    noticeLabel->setTextFormat(Qt::PlainText);
    noticeLabel->setWordWrap(true);
    noticeLabel->setFont(themeOf(this).font(TypeRole::Label));
    noticeLabel->hide();
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(field);
    column->addWidget(noticeLabel);
    holder->setFocusProxy(field);
    return holder;
}

void SourceDialog::buildForm()
{
    m_formWidget = new QWidget(this);
    m_form = new QFormLayout(m_formWidget);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);

    m_name = new QLineEdit(m_formWidget);
    m_name->setObjectName(u"sourceName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("part of the address, for example shop-orders"));
    m_name->setMaxLength(128);
    buildProviders();
    m_acceptUnverified = new QCheckBox(tr("Accept deliveries that nobody vouches for"), m_formWidget);
    m_acceptUnverified->setObjectName(u"acceptUnverified"_s);
    m_secret = new SecretField(tr("Signing secret"), m_formWidget);
    m_secret->setObjectName(u"secret"_s);
    m_second = new SecretField(tr("Older secret"), m_formWidget);
    m_second->setObjectName(u"secondSecret"_s);
    m_second->setHint(tr("during a rotation only"));
    m_publicUrl = new QLineEdit(m_formWidget);
    m_publicUrl->setObjectName(u"publicUrl"_s);
    m_publicUrl->setAccessibleName(tr("Public address"));
    m_publicUrl->setPlaceholderText(u"https://hooks.example.com/hooks/\u2026"_s);
    m_maxBody = new QSpinBox(m_formWidget);
    m_maxBody->setObjectName(u"maxBody"_s);
    m_maxBody->setAccessibleName(tr("Largest body"));
    m_maxBody->setRange(1, 25);
    m_maxBody->setSuffix(u"\u202FMiB"_s);
    m_maxBody->setValue(int(kDefaultMaxBodyBytes / kMebibyte));

    if (m_edited) {
        m_name->setText(m_edited->name);
        m_name->setReadOnly(true);
        m_name->setToolTip(tr("The name is part of the address and of every stored event; it stays."));
        m_publicUrl->setText(m_edited->publicUrl);
        m_maxBody->setValue(int(std::clamp<qint64>(m_edited->maxBodyBytes / kMebibyte, 1, 25)));
        m_acceptUnverified->setChecked(m_edited->provider == "none"_L1);
    }
    m_form->addRow(tr("&Name"), withNotice(m_name, m_nameNotice));
    m_form->addRow(tr("&Provider"), withNotice(m_provider, m_providerNotice));
    m_form->addRow(QString(), m_acceptUnverified);
    m_form->addRow(tr("&Signing secret"), withNotice(m_secret, m_secretNotice));
    m_form->addRow(tr("&Older secret"), m_second);
    m_form->addRow(tr("Public &address"), withNotice(m_publicUrl, m_urlNotice));
    m_form->addRow(tr("&Largest body"), m_maxBody);

    const auto touched = [this] {
        m_touched = true;
        validate();
    };
    connect(m_name, &QLineEdit::textEdited, this, touched);
    connect(m_secret, &SecretField::changed, this, &SourceDialog::validate);
    connect(m_second, &SecretField::changed, this, &SourceDialog::validate);
    connect(m_publicUrl, &QLineEdit::textEdited, this, touched);
    connect(m_acceptUnverified, &QCheckBox::toggled, this, &SourceDialog::validate);
    connect(m_provider, &QComboBox::currentTextChanged, this, &SourceDialog::providerChanged);
}

void SourceDialog::buildProviders()
{
    m_provider = new QComboBox(m_formWidget);
    m_provider->setObjectName(u"provider"_s);
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->setEditable(true);
    m_provider->setInsertPolicy(QComboBox::NoInsert);
    m_provider->lineEdit()->setPlaceholderText(tr("Type to search"));
    QList<ProviderInfo> sorted = m_providers;
    std::sort(sorted.begin(), sorted.end(), [](const ProviderInfo &a, const ProviderInfo &b) {
        return a.displayName.localeAwareCompare(b.displayName) < 0;
    });
    for (const ProviderInfo &info : sorted) {
        if (info.key != "none"_L1) {
            m_provider->addItem(info.displayName, info.key);
        }
    }
    m_provider->addItem(tr("None: do not verify"), u"none"_s);
    m_provider->completer()->setFilterMode(Qt::MatchContains);
    m_provider->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_provider->setMaxVisibleItems(14);
    m_provider->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_provider->setCurrentIndex(m_edited ? m_provider->findData(m_edited->provider) : -1);
}

const ProviderInfo *SourceDialog::provider() const
{
    // What stands in the field counts, so that typing a name is as good as choosing it.
    const int index = m_provider->findText(m_provider->currentText(), Qt::MatchFixedString);
    const QString key = index < 0 ? QString() : m_provider->itemData(index).toString();
    const auto found =
        std::find_if(m_providers.begin(), m_providers.end(), [&](const ProviderInfo &info) { return info.key == key; });
    return found == m_providers.end() ? nullptr : &*found;
}

bool SourceDialog::isUnverified() const
{
    const int index = m_provider->findText(m_provider->currentText(), Qt::MatchFixedString);
    return index >= 0 && m_provider->itemData(index).toString() == "none"_L1;
}

SourceConfig SourceDialog::source() const
{
    SourceConfig config = m_edited.value_or(SourceConfig());
    config.name = m_name->text();
    config.provider = isUnverified() ? u"none"_s : provider() ? provider()->key : QString();
    config.publicUrl = m_publicUrl->text().trimmed();
    config.maxBodyBytes = m_maxBody->value() * kMebibyte;
    return config;
}

QList<Secret> SourceDialog::secrets() const
{
    QList<Secret> secrets;
    if (isUnverified()) {
        return secrets;
    }
    for (const SecretField *field : {m_secret, m_second}) {
        if (!field->isEmpty()) {
            secrets.append(field->secret());
        }
    }
    return secrets;
}

QString SourceDialog::nameProblem() const
{
    const Status valid = validateSourceName(m_name->text());
    if (!valid.ok()) {
        return valid.error().message;
    }
    return !m_edited && m_existing.contains(m_name->text()) ? tr("A source of this name exists already.") : QString();
}

QString SourceDialog::secretProblem() const
{
    const ProviderInfo *info = provider();
    const bool providerChanged = m_edited && info && info->key != m_edited->provider;
    const bool stored = m_edited && m_edited->secretCount > 0 && !providerChanged;
    if (!info || !info->needsSecret) {
        return {};
    }
    if (m_secret->isEmpty() && (!stored || !m_second->isEmpty())) {
        return tr("The secret that the provider shows is needed to verify deliveries.");
    }
    return {};
}

QString SourceDialog::urlProblem() const
{
    const QString text = m_publicUrl->text().trimmed();
    const ProviderInfo *info = provider();
    if (text.isEmpty()) {
        return info && info->signsUrl ? tr("This provider signs the address: enter it exactly as registered there.")
                                      : QString();
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && web && !url.host().isEmpty() ? QString()
                                                         : tr("An address begins with https:// and names a host.");
}

QString SourceDialog::problem() const
{
    if (const QString name = nameProblem(); !name.isEmpty()) {
        return name;
    }
    if (isUnverified()) {
        if (!m_acceptUnverified->isChecked()) {
            return tr("Confirm that deliveries are not verified, or choose a provider.");
        }
    } else if (!provider()) {
        return tr("Choose the provider that signs the deliveries.");
    }
    const QString secret = secretProblem();
    return secret.isEmpty() ? urlProblem() : secret;
}

// Sources are usually called after who sends.
void SourceDialog::propose(const QString &name)
{
    m_name->setText(name);
    for (int row = 0; row < m_provider->count() && !name.isEmpty(); ++row) {
        const QString key = m_provider->itemData(row).toString();
        if (!key.isEmpty() && name.startsWith(key, Qt::CaseInsensitive)) {
            m_provider->setCurrentIndex(row);
            providerChanged();
            return;
        }
    }
}

void SourceDialog::providerChanged()
{
    const ProviderInfo *info = provider();
    const bool none = isUnverified();
    const bool secret = !none && (!info || info->needsSecret);
    m_form->setRowVisible(m_acceptUnverified, none);
    m_form->setRowVisible(m_secret->parentWidget(), secret);
    m_form->setRowVisible(m_second, secret);
    m_secret->setHint(m_edited && m_edited->secretCount > 0 ? tr("empty keeps the stored one")
                      : info                                ? info->secretHint
                                                            : QString());
    if (none) {
        notice(*this, *m_providerNotice,
               tr("Anybody who knows the address can deliver anything. Events of this source stay unverified for "
                  "ever, and tiles leave them out unless told otherwise."),
               Tone::Unverified);
    } else {
        notice(*this, *m_providerNotice, info ? info->scheme : QString(), Tone::Neutral);
    }
    validate();
}

void SourceDialog::validate()
{
    const bool name = m_touched && !m_name->text().isEmpty();
    notice(*this, *m_nameNotice, name ? nameProblem() : QString(), Tone::Error);
    const ProviderInfo *info = provider();
    notice(*this, *m_secretNotice,
           info && m_edited && info->key != m_edited->provider ? secretProblem()
           : info && info->needsSecret && m_secret->isEmpty()  ? info->secretHint
                                                               : QString(),
           Tone::Neutral);
    const QString url = urlProblem();
    notice(*this, *m_urlNotice, url, m_publicUrl->text().isEmpty() ? Tone::Neutral : Tone::Error);
    if (problem().isEmpty()) {
        showBanner(Tone::Error, u"error"_s, {});
    }
}

// The dialog grows with it: squeezed fields cannot be read.
void SourceDialog::showBanner(Tone tone, const QString &iconName, const QString &words, const QString &button)
{
    m_banner->setMessage(tone, iconName, words);
    m_banner->setButton(button);
    if (!words.isEmpty() && isVisible()) {
        layout()->activate();
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    }
}

void SourceDialog::sayThatItTakesTime()
{
    showBanner(Tone::Info, u"waiting"_s,
               m_offersSecretsFile
                   ? tr("The secret is not stored yet. The keychain may be asking for its password in a "
                        "window of its own.")
                   : tr("The source is not stored yet. The disk is slow to answer."));
}

void SourceDialog::submit()
{
    if (m_result->isVisible()) {
        accept();
        return;
    }
    m_touched = true;
    validate();
    const QString wrong = problem();
    if (!wrong.isEmpty()) {
        showBanner(Tone::Error, u"error"_s, wrong);
        return;
    }
    m_submit->setEnabled(false);
    m_patience->start();
    emit submitted();
}

void SourceDialog::finish(const Status &status, const QString &url)
{
    m_patience->stop();
    m_submit->setEnabled(true);
    if (!status.ok()) {
        const bool noStore = status.error().code == ErrorCode::SecretUnavailable && m_offersSecretsFile;
        showBanner(Tone::Error, u"error"_s, status.error().message,
                   noStore ? tr("Keep secrets in a file\u2026") : QString());
        return;
    }
    if (m_edited) {
        accept();
        return;
    }
    showResult(url);
}

void SourceDialog::showResult(const QString &url)
{
    m_formWidget->hide();
    m_banner->hide();
    m_resultUrl->setText(url);
    m_resultUrl->setCursorPosition(0);
    m_resultReach->setVisible(m_publicUrl->text().trimmed().isEmpty());
    m_result->show();
    m_cancel->hide();
    m_submit->setText(tr("Done"));
    m_resultUrl->setFocus();
    m_resultUrl->selectAll();
    adjustSize();
}

} // namespace hookboard
