// EventFilterBar: search, source, type and state above the list of events, and how many are listed. Tells the filter
// that stands in its fields; typing is told after a pause. GUI thread; owned by the events page.
#pragma once

#include "ui/events/listedevent.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace hookboard {

class EventFilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit EventFilterBar(QWidget *parent = nullptr);

    EventFilter filter() const;
    // Puts a filter into the fields and tells it once.
    void setFilter(const EventFilter &filter);
    void setSourceNames(const QStringList &names);
    // Types of these events become choices, up to a bound.
    void learnTypes(const EventBatch &batch);
    // `more` follows in the tool tip.
    void setCount(const QString &words, const QString &more);
    void focusSearch();

signals:
    void filterChanged(const hookboard::EventFilter &filter);

private:
    void showOrigin();
    QComboBox *addChoice(const QString &objectName, const QString &name, const QString &any);
    void tell();

    QLineEdit *m_search = nullptr;
    QComboBox *m_source = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_state = nullptr;
    QPushButton *m_originButton = nullptr; // takes the restriction away
    std::optional<EventOrigin> m_origin;
    QString m_originWords;
    QLabel *m_count = nullptr;
    QTimer *m_searchDelay = nullptr;
};

} // namespace hookboard
