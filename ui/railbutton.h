// RailButton: one line of the rail: icon, word, count badge. Narrow, it shows the icon alone and tells the word as
// tooltip and accessible name. GUI thread; owned by the Rail.
#pragma once

#include "ui/style/designtokens.h"

#include <QtWidgets/QAbstractButton>

namespace hookboard {

class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    // `word` may come from a file: it is shown as plain text.
    RailButton(const QString &iconName, const QString &word, QWidget *parent = nullptr);

    void setWord(const QString &word);
    void setNarrow(bool narrow);
    // 0 hides the badge. `meaning` says in words what is counted.
    void setBadge(quint64 count, Tone tone, const QString &meaning);
    quint64 badge() const { return m_badge; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintWide(QPainter &painter);
    void paintNarrow(QPainter &painter);
    void paintBadge(QPainter &painter, const QRect &rect);
    void updateNames();
    QString badgeText() const;

    QString m_iconName;
    QString m_word;
    QString m_badgeMeaning;
    quint64 m_badge = 0;
    Tone m_badgeTone = Tone::Warn;
    bool m_narrow = false;
};

} // namespace hookboard
