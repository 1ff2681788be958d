// A tile as a small picture of its data, for suggestions: shapes without words. GUI thread.
#pragma once

#include "core/types/tilesnapshot.h"
#include "ui/style/theme.h"

#include <QtWidgets/QAbstractButton>

class QLocale;

namespace hookboard {

void paintThumbnail(QPainter &painter, const Theme &theme, const TileSpec &tile, const TileSnapshot &snapshot,
                    const QRectF &rect, const QLocale &locale);

// A suggestion to choose: its picture, icon and word.
class ThumbnailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ThumbnailButton(QWidget *parent = nullptr);
    void setSuggestion(const TileSpec &tile, const QString &word, const QString &iconName);
    void setSnapshot(const TileSnapshot &snapshot);
    const TileSpec &tile() const { return m_tile; }
    bool isDrawn() const { return m_drawn; } // has data of its own
    QSize sizeHint() const override { return {112, 84}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TileSpec m_tile;
    TileSnapshot m_snapshot;
    QString m_word;
    QString m_icon;
    bool m_drawn = false;
};

} // namespace hookboard
