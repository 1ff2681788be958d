#include "ui/events/eventspage.h"

#include "ui/banner.h"
#include "ui/events/eventdelegate.h"
#include "ui/events/eventfilterbar.h"
#include "ui/events/eventinspector.h"
#include "ui/events/eventtext.h"
#include "ui/rememberedsplitter.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

EventsPage::EventsPage(EventFetch fetch, std::function<QString(const QString &)> sourceUrl, QWidget *parent)
    : QWidget(parent)
    , m_feed(std::move(fetch))
    , m_sourceUrl(std::move(sourceUrl))
    , m_splitter(new RememberedSplitter(Qt::Horizontal, this))
{
    setObjectName(u"eventsPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filterBar = new EventFilterBar(this);
    connect(m_filterBar, &EventFilterBar::filterChanged, this, [this](const EventFilter &filter) {
        if (filter != m_feed.filter()) {
            m_table->setCurrentIndex({}); // what the inspector holds may not be in the new list
            m_inspector->showNothing(tr("Select an event to see what it holds."));
        }
        m_inspector->setUsedBy(filter.origin ? std::optional(filter.origin->binding) : std::nullopt);
        m_feed.setFilter(filter);
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
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

QWidget *EventsPage::makeList()
{
    auto *list = new QWidget(this);
    m_newer = makeButton({}, {}, ButtonKind::Flat, list);
    m_newer->setObjectName(u"newerRows"_s);
    m_newer->hide();
    m_error = new Banner(list);
    m_error->setObjectName(u"eventsError"_s);
    m_error->setButton(tr("Read again"));
    connect(m_error, &Banner::buttonClicked, &m_feed, &EventFeed::reload);
    m_table = new QTableView(list);
    m_table->setObjectName(u"eventTable"_s);
    m_table->setAccessibleName(tr("Events, newest first"));
    m_table->setModel(&m_feed.model());
    prepareTable(*m_table, themeOf(this).metrics().tableRow);
    m_table->setItemDelegate(new EventDelegate(m_table));
    EventDelegate::sizeColumns(*m_table);
    m_table->viewport()->installEventFilter(this);
    m_listStack = new QStackedWidget(list);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(makeEmpty());
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
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
    connect(&m_feed.model(), &QAbstractItemModel::rowsRemoved, m_table,
            [this](const QModelIndex &, int first, int last) {
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

bool EventsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_table && watched == m_table->viewport()) {
        EventDelegate::fitColumns(*m_table);
    }
    return QWidget::eventFilter(watched, event);
}

void EventsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setActive(true);
    if (!m_loaded) {
        m_loaded = true;
        m_feed.reload();
    }
}

// Nobody waits for a search that nobody sees; it goes on where it was.
void EventsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setActive(false);
}

void EventsPage::commit(const EventBatch &batch)
{
    if (m_loaded) {
        m_filterBar->learnTypes(batch);
        m_feed.commit(batch);
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
    m_filterBar->setSourceNames(names);
    updateWords();
}

void EventsPage::showOnly(const EventFilter &filter)
{
    m_filterBar->setFilter(filter);
}

void EventsPage::focusSearch()
{
    m_filterBar->focusSearch();
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
    const ListedEvent *row = m_feed.model().rowAt(index.row());
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
        ListedEvent known;
        known.seq = seq;
        inspectRow(known);
    }
    m_inspector->show();
}

void EventsPage::inspectRow(const ListedEvent &known)
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

QString EventsPage::countWords() const
{
    const QLocale locale = this->locale();
    const QString listed = locale.toString(m_feed.model().rowCount());
    const SearchProgress &progress = m_feed.progress();
    const QString looked = locale.toString(progress.looked);
    const QString total = locale.toString(progress.total);
    if (m_feed.filter().isEmpty()) {
        return m_feed.isBusy() ? tr("Reading\u2026") : tr("%1 of %2 events").arg(listed, locale.toString(m_total));
    }
    if (m_feed.isBusy() && progress.total == 0) {
        return tr("Searching\u2026");
    }
    if (m_feed.filter().quarantine()) {
        return progress.looked < progress.total ? tr("Searched %1 of %2 refusals, %3 found").arg(looked, total, listed)
                                                : tr("%1 found in %2 refusals").arg(listed, total);
    }
    return progress.looked < progress.total ? tr("Searched %1 of %2 events, %3 found").arg(looked, total, listed)
                                            : tr("%1 found in %2 events").arg(listed, total);
}

// Empty when everything was looked at.
QString EventsPage::reachedWords() const
{
    const qint64 us = m_feed.progress().reachedUs;
    return us == 0 ? QString() : u'\n' + tr("Back to %1").arg(exactTimeText(us));
}

void EventsPage::updateWords()
{
    m_filterBar->setCount(countWords(), reachedWords());
    updateNewer();
    updateError();
    updateEmpty();
}

void EventsPage::updateError()
{
    m_error->setMessage(Tone::Error, u"error"_s, m_feed.error() ? m_feed.error()->message : QString());
}

void EventsPage::updateNewer()
{
    const QLocale locale = this->locale();
    const qint64 waiting = m_feed.model().waiting();
    QString words;
    if (waiting > 0) {
        words = waiting == 1 ? tr("1 newer row") : tr("%1 newer rows").arg(locale.toString(qlonglong(waiting)));
    } else if (m_feed.unlisted() > 0) {
        words = tr("%1 came too fast to be listed. Read the newest again").arg(locale.toString(m_feed.unlisted()));
    }
    m_newer->setText(words);
    m_newer->setVisible(!words.isEmpty());
}

// What stands in the place of the rows while there are none. A list that could not be read is not an empty one.
void EventsPage::updateEmpty()
{
    const bool searching = m_feed.isBusy() && !m_feed.filter().isEmpty() && m_feed.progress().total > 0;
    const bool empty = m_feed.model().rowCount() == 0 && (searching || !m_feed.isBusy());
    m_listStack->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    m_emptyButton->setVisible(m_sourceNames.isEmpty() && !searching && !m_feed.error());
    if (m_feed.error()) {
        m_emptyTitle->setText(tr("Events cannot be read"));
        m_emptyText->setText(tr("What is stored here is not known until they can."));
    } else if (searching) {
        m_emptyTitle->setText(tr("Searching"));
        m_emptyText->setText(countWords() + reachedWords());
    } else if (m_feed.filter().quarantine() && m_feed.progress().total == 0) {
        m_emptyTitle->setText(tr("Nothing in quarantine"));
        m_emptyText->setText(tr("Refused deliveries appear here with the reason."));
    } else if (!m_feed.filter().isEmpty()) {
        m_emptyTitle->setText(m_feed.filter().quarantine() ? tr("No refusal matches") : tr("No event matches"));
        m_emptyText->setText(tr("Another source, type or text may."));
    } else if (m_sourceNames.isEmpty()) {
        m_emptyTitle->setText(tr("No source yet"));
        m_emptyText->setText(tr("A source is an address that a sender delivers to. Adding one takes a minute."));
    } else {
        m_emptyTitle->setText(tr("Waiting for the first event"));
        m_emptyText->setText(tr("Deliveries to %1 appear here.").arg(m_sourceUrl(m_sourceNames.first())));
    }
}

} // namespace hookboard
