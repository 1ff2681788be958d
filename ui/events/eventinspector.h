// EventInspector: one delivery in full: payload, raw bytes, hex, headers, verification, answer. Everything that came
// from outside is shown as plain text. GUI thread; the page hands in what it shows.
#pragma once

#include "ui/events/inspecteddelivery.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QStandardItemModel;
class QTabWidget;
class QTableView;

namespace hookboard {

class Chip;
class FactList;
class HandlingSteps;
class HexView;
class PayloadView;

class EventInspector final : public QWidget
{
    Q_OBJECT
public:
    // `sourceUrl` names the address of a source, for the curl command.
    EventInspector(std::function<QString(const QString &)> sourceUrl, QWidget *parent = nullptr);

    void showNothing(const QString &why);
    void show(const InspectedDelivery &delivery);
    using QWidget::show;

    // Fields that this binding reads are marked in the payload.
    void setUsedBy(const std::optional<Binding> &binding);

    enum class Tab { Payload, Raw, Hex, Headers, Verification, Answer };
    void setTab(Tab tab);

public slots:
    void copyAsCurl();
    void copyPayload();

signals:
    void closeWanted();

private:
    QWidget *makeHeader();
    QTabWidget *makeTabs();
    QTableView *makeHeaderTable();
    QWidget *makeFactsTab(FactList *facts, QWidget *extra);
    void showHeader();
    void showHeaders();
    // Tabs fill when they are looked at: a large body is decoded only for someone who reads it.
    void fillTab();

    std::function<QString(const QString &)> m_sourceUrl;
    std::optional<InspectedDelivery> m_delivery;
    quint32 m_filled = 0; // one bit for each tab that holds m_delivery
    QStackedWidget *m_stack = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_meta = nullptr;
    Chip *m_kept = nullptr;
    Chip *m_verdict = nullptr;
    QTabWidget *m_tabs = nullptr;
    PayloadView *m_payload = nullptr;
    QPlainTextEdit *m_raw = nullptr;
    HexView *m_hex = nullptr;
    QStandardItemModel *m_headers = nullptr;
    FactList *m_verification = nullptr;
    FactList *m_answer = nullptr;
    HandlingSteps *m_steps = nullptr;
};

} // namespace hookboard
