// DesignTokens: resources/tokens.json as values, read once and never changed; the vocabulary of the design
// (colour roles, type roles, tones, markers, sizes) lives here too. Safe from any thread once made.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSharedPointer>
#include <QtCore/QString>
#include <QtGui/QColor>

#include <array>

namespace hookboard {

// Colour roles. The order is that of the table in theme.cpp, which gives each its name in tokens.json.
enum class Colour {
    Canvas,
    Surface,
    Sunken,
    Rail,
    Raised,
    Hover,
    Pressed,
    Border,
    BorderStrong,
    Text,
    TextSecondary,
    TextDisabled,
    TextOnAccent,
    Link,
    Accent,
    AccentHover,
    AccentTint,
    Focus,
    Selection,
    SelectionText,
    SelectionBorder,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    Error,
    ErrorTint,
    Info,
    InfoTint,
    Stale,
    StaleTint,
    Offline,
    OfflineTint,
    Simulated,
    SimulatedTint,
    Unverified,
    UnverifiedTint,
    OkFill,
    WarnFill,
    ErrorFill,
    InfoFill,
    StaleFill,
    OfflineFill,
    Grid,
    Axis,
    AxisText,
    Crosshair,
    GapHatch,
    TooltipBg,
    TooltipText,
};
inline constexpr int kColourCount = int(Colour::TooltipText) + 1;

enum class TypeRole { Caption, Label, LabelStrong, Body, BodyStrong, Subtitle, PageTitle, Display, Chip, Code };
inline constexpr size_t kTypeRoles = size_t(TypeRole::Code) + 1;

enum class Marker { Circle, Square, TriangleUp, Diamond, TriangleDown, Plus, Cross, Hexagon };

// Tones a chip, banner or footer can take: text colour and tint belong together.
enum class Tone { Neutral, Ok, Warn, Error, Info, Stale, Offline, Simulated, Unverified };

// Sizes in device-independent pixels. Those that hold text grow with the system font.
struct Metrics
{
    int control = 28, menuBar = 28, toolbar = 44, statusLine = 26, railWide = 184, railNarrow = 48, railItem = 32;
    int tileHeader = 32, tileFooter = 24, tilePadding = 12, chip = 20, tableRow = 28, tableRowTall = 48;
    int tableHeader = 28, treeRow = 28, feedRow = 31, panelHeader = 36, icon = 16, iconRail = 20, iconEmpty = 24;
    int radiusChip = 4, radiusControl = 5, radiusTile = 6, radiusPopover = 6;
    int gridColumns = 24, gridColumnsNarrow = 12, gridRow = 40, fitRowMin = 34, fitRowMax = 56, gridGap = 8;
    int gridMargin = 8, breakNarrow = 1100, breakRail = 1200;
    qreal seriesStroke = 1.75, markerRadius = 3.5;
};

struct RoleSize
{
    int px = 13;
    int line = 18;
    int weight = 400;
};

struct SchemeTokens
{
    std::array<QColor, kColourCount> colours;
    QList<QColor> series;
    QColor other;
};

struct DesignTokens
{
    SchemeTokens light;
    SchemeTokens dark;
    QList<QList<qreal>> dashes; // pixels, one list per series
    QList<qreal> otherDash;
    QList<Marker> markers;
    QHash<QString, RoleSize> roles;
    QList<int> numberSteps;
    qreal numberSpacingEm = 0;
    int numberWeight = 600;
    qreal dimShare = 0.35; // of the series colour in a dimmed mark
    Metrics metrics;

    static QSharedPointer<const DesignTokens> embedded();
};

} // namespace hookboard
