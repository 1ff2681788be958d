// WallBar and WallStrip: the bands above and below a wall: board, turn, the worst problem and the clock; then listener,
// rate, counts, day and time zone. They paint what they are told. GUI thread.
#pragma once

#include "ui/style/theme.h"

#include <QtWidgets/QWidget>

namespace hookboard {

struct WallWord
{
    QString icon; // may be empty
    QString text;
    Tone tone = Tone::Neutral;
    friend bool operator==(const WallWord &, const WallWord &) = default;
};

class WallBar final : public QWidget
{
    Q_OBJECT
public:
    WallBar(const Theme &theme, QWidget *parent);

    // `turn` and `problem` may be empty.
    void setWords(const QString &title, const QString &turn, const WallWord &problem, const QString &clock);
    QString problemText() const { return m_problem.text; }
    QString turn() const { return m_turn; }
    QString title() const { return m_title; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QString m_title;
    QString m_turn;
    WallWord m_problem;
    QString m_clock;
};

class WallStrip final : public QWidget
{
    Q_OBJECT
public:
    WallStrip(const Theme &theme, QWidget *parent);

    void setWords(const QList<WallWord> &words, const QString &right);
    const QList<WallWord> &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QList<WallWord> m_words;
    QString m_right;
};

} // namespace hookboard
