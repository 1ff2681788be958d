#include "ui/events/eventinspector.h"

#include "ui/events/curlcommand.h"
#include "ui/events/deliveryfacts.h"
#include "ui/events/eventlook.h"
#include "ui/events/eventtext.h"
#include "ui/events/hexview.h"
#include "ui/events/payloadview.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"
#include "ui/tablelook.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

EventInspector::EventInspector(std::function<QString(const QString &)> sourceUrl, QWidget *parent)
    : QWidget(parent)
    , m_sourceUrl(std::move(sourceUrl))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
    , m_verification(new FactList(this))
    , m_answer(new FactList(this))
    , m_steps(new HandlingSteps(this))
{
    setObjectName(u"eventInspector"_s);
    setAccessibleName(tr("Details of the selected event"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(24);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeTabs(), 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    showNothing(tr("Select an event to see what it holds."));
}

QWidget *EventInspector::makeHeader()
{
    auto *header = new QWidget(this);
    m_title = new QLabel(header);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(themeOf(this).font(TypeRole::Subtitle));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = makeIconButton(tr("Copy"), u"copy"_s, header);
    auto *menu = new QMenu(copy);
    menu->addAction(tr("Copy as curl"), this, &EventInspector::copyAsCurl);
    menu->addAction(tr("Copy payload"), this, &EventInspector::copyPayload);
    menu->addAction(tr("Copy delivery id"), this, [this] {
        QGuiApplication::clipboard()->setText(m_delivery ? QString::fromUtf8(m_delivery->row.deliveryId) : QString());
    });
    copy->setObjectName(u"inspectorCopy"_s);
    copy->setMenu(menu);
    copy->setPopupMode(QToolButton::InstantPopup);
    auto *close = makeIconButton(tr("Close the details"), u"close"_s, header);
    close->setObjectName(u"inspectorClose"_s);
    connect(close, &QToolButton::clicked, this, &EventInspector::closeWanted);
    m_kept = new Chip(header);
    m_verdict = new Chip(header);
    m_meta = new QLabel(header);
    m_meta->setTextFormat(Qt::PlainText);
    m_meta->setFont(themeOf(this).font(TypeRole::Label));
    m_meta->setForegroundRole(QPalette::PlaceholderText);
    m_meta->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(copy);
    top->addWidget(close);
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_kept);
    below->addWidget(m_verdict);
    below->addWidget(m_meta, 1);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(14, 10, 10, 12);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(below);
    return header;
}

QTabWidget *EventInspector::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_payload = new PayloadView(m_tabs);
    m_raw = makeTextView(tr("Raw bytes as text"), m_tabs);
    m_raw->setObjectName(u"rawView"_s);
    m_hex = new HexView(m_tabs);
    m_hex->setObjectName(u"hexView"_s);
    m_tabs->addTab(m_payload, tr("Payload"));
    m_tabs->addTab(m_raw, tr("Raw bytes"));
    m_tabs->addTab(m_hex, tr("Hex"));
    m_tabs->addTab(makeHeaderTable(), tr("Headers"));
    m_tabs->addTab(makeFactsTab(m_verification, nullptr), tr("Verification"));
    m_tabs->addTab(makeFactsTab(m_answer, m_steps), tr("Answer"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &EventInspector::fillTab);
    return m_tabs;
}

QTableView *EventInspector::makeHeaderTable()
{
    m_headers = new QStandardItemModel(0, 2, this);
    m_headers->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    auto *table = new QTableView(m_tabs);
    table->setObjectName(u"headerTable"_s);
    table->setAccessibleName(tr("Headers"));
    table->setModel(m_headers);
    prepareTable(*table, themeOf(this).metrics().tableRow);
    table->setItemDelegate(new RowDelegate(table));
    table->setColumnWidth(0, 190);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QWidget *EventInspector::makeFactsTab(FactList *facts, QWidget *extra)
{
    auto *scroll = new QScrollArea(m_tabs);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *inside = new QWidget(scroll);
    inside->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(16);
    if (extra) {
        column->addWidget(extra);
    }
    column->addWidget(facts);
    column->addStretch(1);
    scroll->setWidget(inside);
    return scroll;
}

void EventInspector::showNothing(const QString &why)
{
    m_delivery.reset();
    m_filled = 0;
    m_nothing->setText(plainParagraph(why));
    m_stack->setCurrentIndex(0);
}

void EventInspector::show(const InspectedDelivery &delivery)
{
    m_delivery = delivery;
    m_filled = 0;
    showHeader();
    fillTab();
    m_stack->setCurrentIndex(1);
}

void EventInspector::setUsedBy(const std::optional<Binding> &binding)
{
    m_payload->setUsedBy(binding);
}

void EventInspector::showHeader()
{
    const ListedEvent &row = m_delivery->row;
    const QString type = row.type.isEmpty() ? tr("No type") : shownText(row.type);
    m_title->setText(type);
    m_title->setToolTip(plainTooltip(type));
    const bool quarantined = row.state == EventState::Quarantined;
    m_kept->setVisible(!quarantined);
    m_kept->setLook({u"ok"_s, tr("Stored"), Tone::Ok});
    m_verdict->setLook(chipOf(row.state));
    const QString number = locale().toString(row.seq);
    m_meta->setText(tr("%1, %2, %3")
                        .arg(shownText(row.source), receivedText(row.receivedUs, 0),
                             quarantined ? tr("quarantine %1").arg(number) : tr("seq %1").arg(number)));
    m_meta->setToolTip(plainTooltip(m_meta->text()));
    const qsizetype headers = m_delivery->headers.fields().size();
    m_tabs->setTabText(int(Tab::Headers), tr("Headers %1").arg(locale().toString(qlonglong(headers))));
}

void EventInspector::fillTab()
{
    const quint32 bit = 1U << quint32(m_tabs->currentIndex());
    if (!m_delivery || (m_filled & bit) != 0) {
        return;
    }
    m_filled |= bit;
    switch (Tab(m_tabs->currentIndex())) {
    case Tab::Payload:
        m_payload->show(*m_delivery);
        break;
    case Tab::Raw: {
        const qint64 size = m_delivery->body.size();
        QString text = readableText(m_delivery->body, kTextBytes);
        if (size > kTextBytes) {
            text += u"\n\u2026 "_s +
                    tr("The first %1 of %2. The tab Hex has all of it.").arg(bytesText(kTextBytes), bytesText(size));
        }
        m_raw->setPlainText(text);
        break;
    }
    case Tab::Hex:
        m_hex->setBytes(m_delivery->body);
        break;
    case Tab::Headers:
        showHeaders();
        break;
    case Tab::Verification:
        m_verification->setFacts(verificationFacts(*m_delivery));
        break;
    case Tab::Answer:
        m_steps->setSteps(handlingSteps(*m_delivery));
        m_answer->setFacts(answerFacts(*m_delivery));
        break;
    }
}

void EventInspector::showHeaders()
{
    m_headers->setRowCount(0);
    for (const Header &field : m_delivery->headers.fields()) {
        auto *name = new QStandardItem(shownText(field.first));
        auto *value = new QStandardItem(shownText(field.second, kPlainLineLimit));
        value->setToolTip(plainTooltip(value->text()));
        m_headers->appendRow({name, value});
    }
}

void EventInspector::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void EventInspector::copyAsCurl()
{
    if (m_delivery) {
        const CurlCommand command =
            curlCommand(m_sourceUrl(m_delivery->row.source), m_delivery->headers, m_delivery->body);
        QGuiApplication::clipboard()->setText(QString::fromUtf8(command.text));
    }
}

void EventInspector::copyPayload()
{
    if (m_delivery) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_delivery->payload));
    }
}

} // namespace hookboard
