// Chip: a small label of one state: icon, word, tinted ground. As a widget, and as a paint function for delegates and
// tiles. Never colour alone: an icon-only chip keeps its word as tooltip and accessible name.
#pragma once

#include "ui/style/theme.h"

#include <QtWidgets/QWidget>

namespace hookboard {

struct ChipLook
{
    QString icon; // may be empty
    QString word; // may be empty when the icon says it and the word is told elsewhere
    Tone tone = Tone::Neutral;
    friend bool operator==(const ChipLook &, const ChipLook &) = default;
};

QSize chipSize(const Theme &theme, const ChipLook &look, bool iconOnly = false);
// Draws with its left edge at rect.left(), vertically centred; the word is elided when rect is narrower than chipSize.
void paintChip(QPainter &painter, const Theme &theme, const ChipLook &look, const QRect &rect, bool iconOnly = false);

class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);

    void setLook(const ChipLook &look);
    const ChipLook &look() const { return m_look; }
    void setIconOnly(bool iconOnly);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipLook m_look;
    bool m_iconOnly = false;
};

} // namespace hookboard
