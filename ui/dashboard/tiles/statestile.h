// StatesTile: in which state things are and were: a card for each (icon, name, state, since when) and a lane for each
// over time, whose height tells severity too. What is not known is hatched. Where not all find room, those in trouble
// come first, in the order of their names.
#pragma once

#include "ui/dashboard/chartpainter.h"
#include "ui/dashboard/statelook.h"
#include "ui/dashboard/tile.h"

namespace hookboard {

class StatesTile : public Tile
{
    Q_OBJECT
public:
    StatesTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;
    ChipLook ownChip() const override;

private:
    // Relative to the body; an empty rect is not shown.
    struct Layout
    {
        QList<qsizetype> cards; // lanes, in the order of their places
        int columns = 1;
        QSize card;
        bool brief = false; // one line each
        int gap = 0;        // between lines of cards
        QList<qsizetype> lanes;
        QRect timeline;
        int labelWidth = 0;
    };

    // What lies at a place of the body: a card or the name of a lane (no span), a span of a lane, or in a lane nothing
    // that is known.
    struct Place
    {
        const Lane *lane = nullptr;
        const Lane::Span *span = nullptr;
        bool onCard = false;
        bool onTimeline = false;
    };

    Place placeAt(const QPoint &position) const;
    QList<qsizetype> chosen(qsizetype most) const;
    int cardHeight(bool brief) const;
    int laneHeight() const;
    void layOutCards(int height, bool brief);
    void layOutLanes(int top, int height);
    QString label(const Lane &lane) const;
    ShownState current(const Lane &lane) const;
    QString sinceText(const Lane &lane) const; // "for 3 h", empty when not known
    QRect cardRect(const QRect &body, qsizetype place) const;
    QRect laneRect(const QRect &body, qsizetype place) const;
    ChartGeometry geometry(const QRect &lane) const;
    void paintCard(QPainter &painter, const QRect &rect, const Lane &lane) const;
    void paintMore(QPainter &painter, const QRect &rect, qsizetype more) const;
    void paintLane(QPainter &painter, const QRect &rect, const Lane &lane) const;
    void paintTimes(QPainter &painter, const QRect &body) const;

    Layout m_layout;
};

} // namespace hookboard
