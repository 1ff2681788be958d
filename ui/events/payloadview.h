// PayloadView: the payload for reading: JSON or a form as a tree, anything else as text. Bounded by JsonOutline and
// kTextBytes, and says so when something is not shown. GUI thread.
#pragma once

#include "ui/events/inspecteddelivery.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTreeView;

namespace hookboard {

class PayloadModel;

// Bytes as lines of plain text: UTF-8 decoded, control and direction characters made visible, very long lines broken
// where text layout would become slow. Only the first `limit` bytes.
QString readableText(const QByteArray &bytes, qsizetype limit);
inline constexpr qsizetype kTextBytes = 256 * 1024;

// A read-only text field for readableText().
QPlainTextEdit *makeTextView(const QString &accessibleName, QWidget *parent);

class PayloadView final : public QWidget
{
    Q_OBJECT
public:
    explicit PayloadView(QWidget *parent = nullptr);
    void show(const InspectedDelivery &delivery);
    using QWidget::show;

    // Fields that this binding reads are marked; the first comes into view.
    void setUsedBy(const std::optional<Binding> &binding);

    // What is not shown and why; empty when all is.
    QString notice() const;

private:
    void showOutline();
    void markUsed();
    QString noticeFor(const InspectedDelivery &delivery, bool form) const;
    void copySelected();

    std::optional<Binding> m_usedBy;
    PayloadModel *m_model = nullptr;
    QTreeView *m_tree = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_notice = nullptr;
};

} // namespace hookboard
