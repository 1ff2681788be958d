// KpiTile: one number, its change and a sparkline. The number takes the largest step that fits and is never clipped.
#pragma once

#include "ui/dashboard/tile.h"
#include "ui/style/numberformat.h"

namespace hookboard {

class KpiTile : public Tile
{
    Q_OBJECT
public:
    KpiTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    // The step this tile would take alone; the board hands back the smallest of a row.
    int ownStep() const { return m_ownStep; }
    void setStepLimit(int pixelSize);
    int step() const;

signals:
    void ownStepChanged();

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    ChipLook ownChip() const override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;

private:
    struct Delta
    {
        QString amount; // with arrow
        QString words;
        Tone tone = Tone::Neutral;
    };

    NumberText fullText() const;
    bool fits(const NumberText &text, int step, const QSize &room) const;
    Tone deltaTone(double change) const;
    Delta delta() const;
    void paintDelta(QPainter &painter, const QRect &rect) const;
    void paintSparkline(QPainter &painter, const QRect &rect) const;

    void holdThreshold();

    NumberText m_text;                  // as shown: full or compact
    std::optional<Threshold> m_holding; // of any severity
    int m_ownStep = 20;
    bool m_valued = false; // as of the last step
    int m_stepLimit = 0;   // 0 = none
    QSize m_fittedRoom;
    NumberFormat m_fittedFormat;
    double m_fittedScale = 0;
};

} // namespace hookboard
