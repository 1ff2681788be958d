#include "ui/sources/sourcespage.h"

#include "ui/banner.h"
#include "ui/rememberedsplitter.h"
#include "ui/sources/secretplace.h"
#include "ui/sources/sourcedelegate.h"
#include "ui/sources/sourcedetail.h"
#include "ui/sources/sourcedialog.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

SourcesPage::SourcesPage(SourceRequests requests, const QList<ProviderInfo> &providers, QWidget *parent)
    : QWidget(parent)
    , m_requests(std::move(requests))
    , m_providers(providers)
    , m_failure(new Banner(this))
    , m_secretNotice(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new RememberedSplitter(Qt::Horizontal, this))
{
    setObjectName(u"sourcesPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_splitter->addWidget(makeList());
    m_detail = new SourceDetail(m_splitter);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({880, 500});
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(1);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failure);
    column->addWidget(m_secretNotice);
    column->addWidget(m_stack, 1);

    m_secretNotice->setObjectName(u"secretNotice"_s);
    m_failure->setObjectName(u"sourceFailure"_s);
    m_failure->setButton(tr("Dismiss"));
    connect(m_failure, &Banner::buttonClicked, m_failure, &QWidget::hide);
    connect(m_secretNotice, &Banner::buttonClicked, this, &SourcesPage::readSecretsAgain);
    connect(m_secretNotice, &Banner::secondButtonClicked, this, &SourcesPage::keepSecretsInFile);
    connect(m_detail, &SourceDetail::editWanted, this, &SourcesPage::editSource);
    connect(m_detail, &SourceDetail::removeWanted, this, &SourcesPage::removeSource);
    connect(m_detail, &SourceDetail::simulateWanted, this, &SourcesPage::simulate);
    connect(m_detail, &SourceDetail::eventsWanted, this, [this] {
        if (const SourceRow *row = selected()) {
            emit eventsWanted(row->config.name);
        }
    });
    connect(m_detail, &SourceDetail::quarantineWanted, this, [this] {
        if (const SourceRow *row = selected()) {
            emit quarantineWanted(row->config.name);
        }
    });
}

QWidget *SourcesPage::makeList()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"sourceTable"_s);
    m_table->setAccessibleName(tr("Sources"));
    m_table->setModel(&m_model);
    prepareTable(*m_table, themeOf(this).metrics().tableRowTall);
    m_table->setItemDelegate(new SourceDelegate(m_table));
    SourceDelegate::sizeColumns(*m_table);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showDetail();
        emit selectionChanged(selected() != nullptr);
    });
    connect(m_table, &QTableView::activated, this, &SourcesPage::editSource);
    return m_table;
}

bool SourcesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_table && watched == m_table->viewport()) {
        SourceDelegate::fitColumns(*m_table);
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *SourcesPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *title = new QLabel(tr("No source yet"), empty);
    title->setFont(themeOf(this).font(TypeRole::PageTitle));
    title->setAlignment(Qt::AlignCenter);
    auto *text =
        new QLabel(tr("A source is an address that a sender delivers to. Choose the provider, paste its signing "
                      "secret, copy the address."),
                   empty);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto *add = makeButton(tr("Add source\u2026"), u"plus"_s, ButtonKind::Primary, empty);
    add->setObjectName(u"addFirstSource"_s);
    connect(add, &QPushButton::clicked, this, [this] { addSource(); });
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(add, 0, Qt::AlignCenter);
    column->addStretch(3);
    return empty;
}

void SourcesPage::setSources(const QList<SourceConfig> &sources)
{
    const SourceRow *row = selected();
    const QString before = row ? row->config.name : QString();
    m_model.setSources(sources, m_providers);
    m_stack->setCurrentIndex(sources.isEmpty() ? 0 : 1);
    const int kept = std::max(0, m_model.rowOf(before));
    if (m_model.rowCount() > 0) {
        m_table->selectRow(kept);
    }
    showDetail();
    emit selectionChanged(selected() != nullptr);
}

void SourcesPage::setHealth(const Health &health, qint64 nowUs)
{
    m_listener = health.listener;
    m_secretStore = health.secretStore;
    showSecretPlace(*m_secretNotice, m_secretStore, nowUs);
    m_detail->setSecretPlace(secretPlaceText(m_secretStore));
    m_model.setHealth(health.sources, nowUs);
    if (isVisible()) {
        showDetail();
    }
}

void SourcesPage::select(const QString &name)
{
    const int row = m_model.rowOf(name);
    if (row >= 0) {
        m_table->selectRow(row);
    }
}

const SourceRow *SourcesPage::selected() const
{
    return m_table ? m_model.rowAt(m_table->currentIndex().row()) : nullptr;
}

ProviderInfo SourcesPage::providerOf(const QString &key) const
{
    const auto found =
        std::find_if(m_providers.begin(), m_providers.end(), [&](const ProviderInfo &info) { return info.key == key; });
    return found == m_providers.end() ? ProviderInfo() : *found;
}

QString SourcesPage::localUrl(const QString &name) const
{
    return u"http://%1:%2/hooks/%3"_s.arg(m_listener.address).arg(m_listener.port).arg(name);
}

void SourcesPage::showDetail()
{
    const SourceRow *row = selected();
    m_detail->setVisible(row != nullptr);
    if (row) {
        const QString &name = row->config.name;
        m_detail->show(*row, providerOf(row->config.provider), m_requests.url(name), localUrl(name), m_model.nowUs());
    }
}

void SourcesPage::addSource(const QString &name)
{
    QStringList names;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        names.append(m_model.rowAt(row)->config.name);
    }
    auto *dialog = new SourceDialog(m_providers, names, std::nullopt, this);
    dialog->propose(name);
    open(dialog, true);
}

void SourcesPage::simulate()
{
    const SourceRow *row = selected();
    if (!row) {
        return;
    }
    m_requests.simulate(row->config.name, this, [this](const Status &sent) {
        m_failure->setMessage(Tone::Error, u"error"_s, sent.ok() ? QString() : sent.error().message);
    });
}

void SourcesPage::editSource()
{
    if (const SourceRow *row = selected()) {
        open(new SourceDialog(m_providers, {}, row->config, this), false);
    }
}

void SourcesPage::open(SourceDialog *dialog, bool adds)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOffersSecretsFile(offersSecretsFile(m_secretStore));
    connect(dialog, &SourceDialog::submitted, this, [this, dialog, adds] { submit(dialog, adds); });
    connect(dialog, &SourceDialog::secretsFileWanted, this,
            [this, dialog] { askForSecretsFile(dialog, [dialog] { dialog->submitAgain(); }); });
    dialog->open();
}

void SourcesPage::submit(SourceDialog *dialog, bool adds)
{
    const SourceConfig source = dialog->source();
    // The dialog is the context: closed meanwhile, it is not told.
    const auto done = [this, dialog, name = source.name](const Status &status) {
        dialog->finish(status, m_requests.url(name));
        if (status.ok()) {
            select(name);
        }
    };
    (adds ? m_requests.add : m_requests.update)(source, dialog->secrets(), dialog, done);
}

void SourcesPage::readSecretsAgain()
{
    m_requests.readSecretsAgain();
}

void SourcesPage::keepSecretsInFile()
{
    askForSecretsFile(this, [] {});
}

void SourcesPage::askForSecretsFile(QWidget *parent, std::function<void()> kept)
{
    int readable = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const SourceRow &source = *m_model.rowAt(row);
        readable += source.config.secretCount > 0 && source.health.access == SecretAccess::Ready ? 1 : 0;
    }
    QMessageBox *box = makeSecretsFileBox(m_secretStore, readable, parent);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, parent, kept](QAbstractButton *button) {
        if (box->buttonRole(button) != QMessageBox::AcceptRole) {
            return;
        }
        m_requests.keepSecretsInFile(parent, [this, kept](const Status &status) {
            m_failure->setMessage(Tone::Error, u"error"_s, status.ok() ? QString() : status.error().message);
            if (status.ok()) {
                kept();
            }
        });
    });
    box->open();
}

void SourcesPage::removeSource()
{
    const SourceRow *row = selected();
    if (!row) {
        return;
    }
    const QString name = row->config.name;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Remove source"), {}, QMessageBox::NoButton, this);
    box->setObjectName(u"removeSourceBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove the source %1?").arg(plainLine(name)));
    box->setInformativeText(
        tr("Its address answers 404 from now on and its secrets are deleted. Events that are stored "
           "stay, and tiles keep counting them."));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, name](QAbstractButton *button) {
        if (button == remove) {
            m_requests.remove(name, this, [this](const Status &status) {
                m_failure->setMessage(Tone::Error, u"error"_s, status.ok() ? QString() : status.error().message);
            });
        }
    });
    box->open();
}

} // namespace hookboard
