#include "ui/events/eventspage.h"

#include "ui/events/eventdelegate.h"
#include "ui/events/eventinspector.h"
#include "ui/events/eventtext.h"
#include "ui/rememberedsplitter.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kSearchDelayMs = 250;
constexpr int kMostTypes = 200; // in the filter; beyond that the search finds them

} // namespace

EventsPage::EventsPage(EventFetch fetch, std::function<QString(const QString &)> sourceUrl, QWidget *parent)
    : QWidget(parent)
    , m_feed(std::move(fetch))
    , m_sourceUrl(std::move(sourceUrl))
    , m_splitter(new RememberedSplitter(Qt::Horizontal, this))
    , m_searchDelay(new QTimer(this))
{
    setObjectName(u"eventsPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(kSearchDelayMs);
    connect(m_searchDelay, &QTimer::timeout, this, &EventsPage::applyFilter);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilterBar());
    m_splitter->addWidget(makeList());
    m_inspector = new EventInspector(m_sourceUrl, m_splitter);
    m_inspector->setMinimumWidth(300);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({900, 520});
    m_splitter->setCollapsible(0, false);
    m_splitter->setHandleWidth(1);
    column->addWidget(m_splitter, 1);
    connectList();
    updateWords();
}

QComboBox *EventsPage::addFilter(const QString &name, const QString &any)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    box->setMinimumContentsLength(9);
    box->addItem(any, QString());
    connect(box, &QComboBox::currentIndexChanged, this, &EventsPage::applyFilter);
    return box;
}

QWidget *EventsPage::makeFilterBar()
{
    auto *bar = new QWidget(this);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"eventSearch"_s);
    m_search->setPlaceholderText(tr("Search type, delivery id and payload"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(360);
    m_search->setMinimumWidth(140);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &EventsPage::applyFilter);
    m_source = addFilter(tr("Filter by source"), tr("All sources"));
    m_source->setObjectName(u"eventSource"_s);
    m_type = addFilter(tr("Filter by type"), tr("Any type"));
    m_type->setObjectName(u"eventType"_s);
    m_state = addFilter(tr("Filter by state"), tr("Any state"));
    m_state->setObjectName(u"eventState"_s);
    for (const EventState state : {EventState::Verified, EventState::Unverified, EventState::Simulated,
                                   EventState::Quarantined}) {
        m_state->addItem(EventsModel::stateText(state), int(state));
    }
    m_count = new QLabel(bar);
    m_count->setObjectName(u"eventCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setFont(themeOf(this).font(TypeRole::Label));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_search, 3);
    row->addWidget(m_source);
    row->addWidget(m_type);
    row->addWidget(m_state);
    row->addWidget(m_count, 2);
    return bar;
}

QWidget *EventsPage::makeList()
{
    auto *list = new QWidget(this);
    m_newer = makeButton({}, {}, ButtonKind::Flat, list);
    m_newer->setObjectName(u"newerRows"_s);
    m_newer->hide();
    m_table = new QTableView(list);
    m_table->setObjectName(u"eventTable"_s);
    m_table->setAccessibleName(tr("Events, newest first"));
    m_table->setModel(&m_feed.model());
    prepareTable(*m_table, themeOf(this).metrics().tableRow);
    m_table->setItemDelegate(new EventDelegate(m_table));
    EventDelegate::sizeColumns(*m_table);
    m_listStack = new QStackedWidget(list);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(makeEmpty());
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_newer);
    column->addWidget(m_listStack, 1);
    return list;
}

QWidget *EventsPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setTextFormat(Qt::PlainText);
    m_emptyTitle->setFont(themeOf(this).font(TypeRole::PageTitle));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText = new QLabel(empty);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_emptyButton = makeButton(tr("Add source\u2026"), u"plus"_s, ButtonKind::Primary, empty);
    m_emptyButton->setObjectName(u"eventsAddSource"_s);
    connect(m_emptyButton, &QPushButton::clicked, this, &EventsPage::addSourceWanted);
    auto *column = new QVBoxLayout(empty);
    column->setSpacing(12);
    column->setContentsMargins(32, 32, 32, 32);
    column->addStretch(2);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    column->addStretch(3);
    return empty;
}

void EventsPage::connectList()
{
    connect(&m_feed, &EventFeed::changed, this, &EventsPage::updateWords);
    connect(&m_feed.model(), &EventsModel::waitingChanged, this, &EventsPage::updateWords);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsPage::inspect);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventsPage::applyPause);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &EventsPage::applyPause);
    connect(m_table, &QTableView::activated, this, [this] { m_inspector->show(); });
    connect(m_table, &QTableView::clicked, this, [this] { m_inspector->show(); });
    connect(m_inspector, &EventInspector::closeWanted, m_inspector, &QWidget::hide);
    // Rows that leave at the top must not move what is being read.
    connect(&m_feed.model(), &QAbstractItemModel::rowsRemoved, m_table, [this](const QModelIndex &, int first, int last) {
        if (first == 0) {
            QScrollBar *bar = m_table->verticalScrollBar();
            bar->setValue(bar->value() - (last + 1) * m_table->verticalHeader()->defaultSectionSize());
        }
    });
    connect(m_newer, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_table->verticalScrollBar()->setValue(0);
        setPaused(false);
        if (m_feed.model().isDetached() || m_feed.unlisted() > 0) {
            m_feed.reload();
        }
    });
}

void EventsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_loaded) {
        m_loaded = true;
        m_feed.reload();
    }
}

void EventsPage::commit(const EventBatch &batch)
{
    if (m_loaded) {
        learnTypes(batch);
        m_feed.commit(batch);
    }
}

void EventsPage::learnTypes(const EventBatch &batch)
{
    if (!batch) {
        return;
    }
    for (const StoredEvent &event : *batch) {
        if (m_type->count() > kMostTypes) {
            return;
        }
        if (!event.type.isEmpty() && m_type->findData(event.type) < 0) {
            m_type->addItem(shownText(event.type, 64), event.type);
        }
    }
}

void EventsPage::setQuarantineCount(quint64 count)
{
    m_feed.setQuarantineCount(count);
}

void EventsPage::setTotal(quint64 events)
{
    if (m_total != events) {
        m_total = events;
        updateWords();
    }
}

void EventsPage::setNow(qint64 nowUs)
{
    m_feed.model().setNow(nowUs);
}

void EventsPage::setSourceNames(const QStringList &names)
{
    m_sourceNames = names;
    const QString chosen = m_source->currentData().toString();
    const QSignalBlocker quiet(m_source);
    while (m_source->count() > 1) {
        m_source->removeItem(1);
    }
    for (const QString &name : names) {
        m_source->addItem(name, name);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
    updateWords();
}

void EventsPage::showOnly(const EventFilter &filter)
{
    const QSignalBlocker quietSource(m_source);
    const QSignalBlocker quietState(m_state);
    const QSignalBlocker quietType(m_type);
    const QSignalBlocker quietSearch(m_search);
    m_source->setCurrentIndex(std::max(0, m_source->findData(filter.source)));
    m_state->setCurrentIndex(filter.state ? std::max(0, m_state->findData(int(*filter.state))) : 0);
    if (!filter.type.isEmpty() && m_type->findData(filter.type) < 0) {
        m_type->addItem(shownText(filter.type, 64), filter.type);
    }
    m_type->setCurrentIndex(std::max(0, m_type->findData(filter.type)));
    m_search->setText(filter.text);
    applyFilter();
}

void EventsPage::applyFilter()
{
    m_searchDelay->stop();
    EventFilter filter;
    filter.source = m_source->currentData().toString();
    filter.type = m_type->currentData().toString();
    filter.text = m_search->text();
    if (m_state->currentIndex() > 0) {
        filter.state = EventState(m_state->currentData().toInt());
    }
    m_feed.setFilter(filter);
}

void EventsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EventsPage::setPaused(bool paused)
{
    const bool changed = m_pausedByUser != paused;
    m_pausedByUser = paused;
    applyPause();
    if (changed) {
        emit pausedChanged(paused);
    }
}

void EventsPage::applyPause()
{
    const bool reading = m_table->verticalScrollBar()->value() > 0 || m_table->selectionModel()->hasSelection();
    m_feed.model().setPaused(m_pausedByUser || reading);
    updateWords();
}

void EventsPage::inspect(const QModelIndex &index)
{
    const EventRow *row = m_feed.model().rowAt(index.row());
    if (!row) {
        m_inspector->showNothing(tr("Select an event to see what it holds."));
        return;
    }
    inspectRow(*row);
}

void EventsPage::showSeq(quint64 seq)
{
    const int row = m_feed.model().rowOf(seq);
    if (row >= 0) {
        m_table->selectRow(row);
    } else {
        EventRow known;
        known.seq = seq;
        inspectRow(known);
    }
    m_inspector->show();
}

void EventsPage::inspectRow(const EventRow &known)
{
    const auto take = [this, known](const auto &result) {
        if (!result.ok()) {
            m_inspector->showNothing(result.error().message);
            return;
        }
        InspectedDelivery delivery = InspectedDelivery::from(result.value());
        // Only live rows know how long each step took; the journal does not.
        delivery.row.receivedNs = known.receivedNs;
        delivery.row.verifiedNs = known.verifiedNs;
        delivery.row.committedNs = known.committedNs;
        m_inspector->show(delivery);
    };
    if (known.state == EventState::Quarantined) {
        m_feed.fetchQuarantined(known.seq, take);
    } else {
        m_feed.fetchEvent(known.seq, take);
    }
}

void EventsPage::updateWords()
{
    const QLocale locale = this->locale();
    EventsModel &model = m_feed.model();
    const QString listed = locale.toString(model.rowCount());
    if (m_feed.error()) {
        m_count->setText(tr("Reading failed: %1").arg(m_feed.error()->message));
    } else if (m_feed.isBusy()) {
        m_count->setText(tr("Reading\u2026"));
    } else if (m_feed.filter().isEmpty()) {
        m_count->setText(tr("%1 of %2 events").arg(listed, locale.toString(m_total)));
    } else {
        m_count->setText(tr("%1 listed").arg(listed));
    }
    m_count->setToolTip(m_count->text());
    const qint64 waiting = model.waiting();
    const QString number = locale.toString(qlonglong(waiting));
    QString words;
    if (waiting > 0) {
        words = waiting == 1 ? tr("1 newer row") : tr("%1 newer rows").arg(number);
    } else if (m_feed.unlisted() > 0) {
        words = tr("%1 came too fast to be listed. Read the newest again").arg(locale.toString(m_feed.unlisted()));
    }
    m_newer->setText(words);
    m_newer->setVisible(!words.isEmpty());
    updateEmpty();
}

void EventsPage::updateEmpty()
{
    const bool empty = m_feed.model().rowCount() == 0 && !m_feed.isBusy();
    m_listStack->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    m_emptyButton->setVisible(m_sourceNames.isEmpty());
    if (!m_feed.filter().isEmpty()) {
        m_emptyTitle->setText(m_feed.filter().quarantine() ? tr("Nothing in quarantine") : tr("No event matches"));
        m_emptyText->setText(m_feed.filter().quarantine() ? tr("Refused deliveries appear here with the reason.")
                                                          : tr("Another source, type or text may."));
    } else if (m_sourceNames.isEmpty()) {
        m_emptyTitle->setText(tr("No source yet"));
        m_emptyText->setText(tr("A source is an address that a sender delivers to. Adding one takes a minute."));
    } else {
        m_emptyTitle->setText(tr("Waiting for the first event"));
        m_emptyText->setText(tr("Deliveries to %1 appear here.").arg(m_sourceUrl(m_sourceNames.first())));
    }
}

} // namespace hookboard
