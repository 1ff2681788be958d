// StatusButton: one entry of the status line: icon, words, perhaps a sparkline; hidden without words. GUI thread.
#pragma once

#include "ui/statuswords.h"

#include <QtWidgets/QAbstractButton>

namespace hookboard {

class StatusButton final : public QAbstractButton
{
    Q_OBJECT
public:
    StatusButton(const QString &name, const QString &iconName, QWidget *parent);

    void setEntry(const StatusEntry &entry);
    const StatusEntry &entry() const { return m_entry; }
    // Brief words for narrow windows.
    void setBrief(bool brief);
    void setSparkline(const QList<float> &values);
    int widthFor(bool brief) const;
    bool hasWords() const { return !m_entry.text.isEmpty(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const { return m_brief ? m_entry.brief : m_entry.text; }
    QString shownIcon() const;

    StatusEntry m_entry;
    QString m_iconName; // empty = only for entries in trouble
    QList<float> m_values;
    bool m_brief = false;
};

} // namespace hookboard
