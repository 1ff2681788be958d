// Theme: every colour, size and type role of the design, for one scheme (light or dark). A value: copies are cheap
// and share one immutable table read from :/hookboard/tokens.json. GUI thread only, since it knows the system font.
#pragma once

#include "ui/style/designtokens.h"

#include <QtCore/QHash>
#include <QtGui/QFont>
#include <QtGui/QPalette>

#include <array>

namespace hookboard {

class Theme
{
public:
    enum class Scheme { Light, Dark };

    // The sizes follow `systemFont`: text roles scale with it from 13 px up, and keep its family.
    explicit Theme(Scheme scheme = Scheme::Light, const QFont &systemFont = interfaceFont());

    // The system's UI font; where the system only names a generic alias, the first of the design's families.
    static QFont interfaceFont();

    bool isDark() const { return m_scheme == Scheme::Dark; }
    Scheme scheme() const { return m_scheme; }

    QColor colour(Colour role) const;
    QColor toneText(Tone tone) const;
    QColor toneTint(Tone tone) const;

    static constexpr int kSeriesColours = 8;
    QColor series(int index) const;     // wraps around after eight
    QColor other() const;               // the sum of groups that are not shown
    QList<qreal> dash(int index) const; // in pixels; empty = solid
    QList<qreal> otherDash() const;
    Marker marker(int index) const;
    // What a mark of this colour becomes on a tile whose data are old.
    QColor dimmed(const QColor &mark) const;

    // Made once: copies of one font share what the font engine knows of it, a new font has to look for it again.
    const QFont &font(TypeRole role) const { return m_fonts[size_t(role)]; }
    int lineHeight(TypeRole role) const { return m_lineHeights[size_t(role)]; }
    const QList<int> &numberSteps() const; // pixel sizes a number tile may take, ascending
    QFont numberFont(int pixelSize) const;

    const Metrics &metrics() const { return m_metrics; }
    qreal textScale() const { return m_textScale; }
    QPalette palette() const;

    friend bool operator==(const Theme &a, const Theme &b)
    {
        return a.m_scheme == b.m_scheme && a.m_systemFont == b.m_systemFont;
    }

private:
    QFont makeFont(TypeRole role) const;
    QFont makeNumberFont(int pixelSize) const;

    Scheme m_scheme;
    QFont m_systemFont;
    qreal m_textScale = 1;
    Metrics m_metrics;
    std::array<QFont, kTypeRoles> m_fonts;
    std::array<int, kTypeRoles> m_lineHeights{};
    QHash<int, QFont> m_numberFonts; // of the steps and of the units beside them
    QSharedPointer<const DesignTokens> m_tokens;
};

} // namespace hookboard
