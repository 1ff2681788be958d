// RecordedPainting: a paint device that keeps which texts were painted and where, so that a test can look at a picture
// by its structure: what is said, whether it is cut, whether texts lie over one another.
#pragma once

#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QPaintDevice>
#include <QtGui/QPaintEngine>
#include <QtGui/QTransform>

#include <algorithm>

namespace hookboard {

struct PaintedText
{
    QString text;
    QRectF rect;          // of its line, in the picture
    bool rotated = false; // watermarks
};

class RecordingEngine : public QPaintEngine
{
public:
    explicit RecordingEngine(QList<PaintedText> &texts)
        : QPaintEngine(AllFeatures)
        , m_texts(texts)
    {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &changed) override { m_transform = changed.transform(); }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath &) override {}
    void drawTextItem(const QPointF &position, const QTextItem &item) override
    {
        const QRectF line(position.x(), position.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        if (!item.text().trimmed().isEmpty())
            m_texts.append({item.text(), m_transform.mapRect(line), m_transform.isRotating()});
    }

private:
    QList<PaintedText> &m_texts;
    QTransform m_transform;
};

class RecordedPainting : public QPaintDevice
{
public:
    explicit RecordedPainting(QSize size)
        : m_size(size)
        , m_engine(m_texts)
    {}
    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<PaintedText> &texts() const { return m_texts; }

    // All that was said, from top to bottom and left to right, without blanks: digits are painted one by one.
    QString said() const
    {
        QList<PaintedText> sorted = m_texts;
        std::stable_sort(sorted.begin(), sorted.end(), [](const PaintedText &a, const PaintedText &b) {
            return qRound(a.rect.center().y()) != qRound(b.rect.center().y())
                       ? qRound(a.rect.center().y()) < qRound(b.rect.center().y())
                       : a.rect.left() < b.rect.left();
        });
        QString all;
        for (const PaintedText &text : sorted)
            all += text.text;
        return withoutBlanks(all);
    }
    static QString withoutBlanks(QString text)
    {
        return text.removeIf([](QChar c) { return c.isSpace(); });
    }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return m_size.width() * 254 / 960;
        case PdmHeightMM:
            return m_size.height() * 254 / 960;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 1 << 24;
        default: // what later versions of Qt ask for
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    QList<PaintedText> m_texts;
    mutable RecordingEngine m_engine;
};

} // namespace hookboard
