#include "ui/style/icons.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kStrokePx = 1.5;
constexpr int kDrawnSize = 16;

QByteArray iconSource(const QString &name, const QColor &colour, int size)
{
    QFile file(u":/hookboard/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(kStrokePx * kDrawnSize / size) + '"');
    return svg;
}

class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, QColor fixed)
        : m_name(std::move(name))
        , m_fixed(fixed)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, m_name, colourFor(mode), rect, std::min(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colourFor(mode), std::min(size.width(), size.height()), 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands in the size in device pixels.
        const int side = int(std::min(size.width(), size.height()) / scale);
        return iconPixmap(m_name, colourFor(mode), std::max(1, side), scale);
    }
    QIconEngine *clone() const override { return new IconEngine(*this); }
    QString key() const override { return u"hookboard"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        if (m_fixed.isValid())
            return m_fixed;
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, QPalette::ButtonText);
    }

    QString m_name;
    QColor m_fixed;
};

} // namespace

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const QString key =
        u"hookboard-icon/%1/%2/%3/%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const QSize pixels(qRound(size * devicePixelRatio), qRound(size * devicePixelRatio));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(iconSource(name, colour, size));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QString &name, const QColor &colour, const QRectF &rect, int size)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    const QPixmap pixmap = iconPixmap(name, colour, size, ratio);
    // Whole device pixels, so that lines stay crisp.
    const QPointF topLeft = rect.center() - QPointF(size / 2.0, size / 2.0);
    painter.drawPixmap(QPointF(qRound(topLeft.x() * ratio) / ratio, qRound(topLeft.y() * ratio) / ratio), pixmap);
}

QIcon icon(const QString &name)
{
    return QIcon(new IconEngine(name, {}));
}

QIcon icon(const QString &name, const QColor &colour)
{
    return QIcon(new IconEngine(name, colour));
}

} // namespace hookboard
