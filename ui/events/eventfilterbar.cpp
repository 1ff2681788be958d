#include "ui/events/eventfilterbar.h"

#include "ui/events/eventsmodel.h"
#include "ui/events/eventtext.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kSearchDelayMs = 250;
constexpr int kMostTypes = 200; // as choices; beyond that the search finds them
constexpr int kTypeLength = 64;
constexpr int kOriginLength = 60; // the tool tip has all of it

} // namespace

EventFilterBar::EventFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_searchDelay(new QTimer(this))
{
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(kSearchDelayMs);
    connect(m_searchDelay, &QTimer::timeout, this, &EventFilterBar::tell);
    m_search->setObjectName(u"eventSearch"_s);
    m_search->setPlaceholderText(tr("Search type, delivery id and payload"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(360);
    m_search->setMinimumWidth(140);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &EventFilterBar::tell);
    m_source = addChoice(u"eventSource"_s, tr("Filter by source"), tr("All sources"));
    m_type = addChoice(u"eventType"_s, tr("Filter by type"), tr("Any type"));
    // Refusals are no events: they have a list of their own, with numbers of their own.
    m_state = addChoice(u"eventState"_s, tr("Filter by state"), tr("All stored"));
    for (const EventState state :
         {EventState::Verified, EventState::Unverified, EventState::Simulated, EventState::Quarantined}) {
        m_state->addItem(EventsModel::stateText(state), int(state));
    }
    m_originButton = makeButton({}, u"close"_s, ButtonKind::Normal, this);
    m_originButton->setObjectName(u"eventOrigin"_s);
    connect(m_originButton, &QPushButton::clicked, this, [this] {
        m_origin.reset();
        showOrigin();
        tell();
    });
    showOrigin();
    m_count->setObjectName(u"eventCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setFont(themeOf(this).font(TypeRole::Label));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_search, 3);
    row->addWidget(m_source);
    row->addWidget(m_type);
    row->addWidget(m_state);
    row->addWidget(m_originButton);
    row->addWidget(m_count, 2);
}

QComboBox *EventFilterBar::addChoice(const QString &objectName, const QString &name, const QString &any)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    box->setMinimumContentsLength(9);
    box->addItem(any, QString());
    connect(box, &QComboBox::currentIndexChanged, this, &EventFilterBar::tell);
    return box;
}

EventFilter EventFilterBar::filter() const
{
    EventFilter filter;
    filter.source = m_source->currentData().toString();
    filter.type = m_type->currentData().toString();
    filter.text = m_search->text();
    if (m_state->currentIndex() > 0) {
        filter.state = EventState(m_state->currentData().toInt());
    }
    filter.origin = m_origin;
    filter.originWords = m_originWords;
    return filter;
}

void EventFilterBar::setFilter(const EventFilter &filter)
{
    const QSignalBlocker quietSource(m_source);
    const QSignalBlocker quietState(m_state);
    const QSignalBlocker quietType(m_type);
    const QSignalBlocker quietSearch(m_search);
    m_source->setCurrentIndex(std::max(0, m_source->findData(filter.source)));
    m_state->setCurrentIndex(filter.state ? std::max(0, m_state->findData(int(*filter.state))) : 0);
    if (!filter.type.isEmpty() && m_type->findData(filter.type) < 0) {
        m_type->addItem(shownText(filter.type, kTypeLength), filter.type);
    }
    m_type->setCurrentIndex(std::max(0, m_type->findData(filter.type)));
    m_search->setText(filter.text);
    m_origin = filter.origin;
    m_originWords = filter.originWords;
    showOrigin();
    tell();
}

void EventFilterBar::showOrigin()
{
    if (!m_origin)
        m_originWords.clear();
    m_originButton->setVisible(m_origin.has_value());
    m_originButton->setText(shownText(m_originWords, kOriginLength).replace(u'&', u"&&"_s));
    m_originButton->setAccessibleName(tr("Only events behind %1. Show others too").arg(m_originWords));
    m_originButton->setToolTip(plainTooltip(
        m_originWords + u'\n' + tr("Only the events that this part of a tile was made of. Click to show others too.")));
}

void EventFilterBar::tell()
{
    m_searchDelay->stop();
    emit filterChanged(filter());
}

void EventFilterBar::setSourceNames(const QStringList &names)
{
    const QString chosen = m_source->currentData().toString();
    {
        const QSignalBlocker quiet(m_source);
        while (m_source->count() > 1) {
            m_source->removeItem(1);
        }
        for (const QString &name : names) {
            m_source->addItem(name, name);
        }
        m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
    }
    if (m_source->currentData().toString() != chosen) {
        tell(); // the chosen source is gone
    }
}

void EventFilterBar::learnTypes(const EventBatch &batch)
{
    if (!batch) {
        return;
    }
    for (const StoredEvent &event : *batch) {
        if (m_type->count() > kMostTypes) {
            return;
        }
        if (!event.type.isEmpty() && m_type->findData(event.type) < 0) {
            m_type->addItem(shownText(event.type, kTypeLength), event.type);
        }
    }
}

void EventFilterBar::setCount(const QString &words, const QString &more)
{
    m_count->setText(words);
    m_count->setToolTip(words + more);
}

void EventFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace hookboard
