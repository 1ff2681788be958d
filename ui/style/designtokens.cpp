#include "ui/style/designtokens.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr std::array<QLatin1StringView, kColourCount> kColourNames{
    "canvas"_L1,
    "surface"_L1,
    "sunken"_L1,
    "rail"_L1,
    "raised"_L1,
    "hover"_L1,
    "pressed"_L1,
    "border"_L1,
    "borderStrong"_L1,
    "text"_L1,
    "textSecondary"_L1,
    "textDisabled"_L1,
    "textOnAccent"_L1,
    "link"_L1,
    "accent"_L1,
    "accentHover"_L1,
    "accentTint"_L1,
    "focus"_L1,
    "selection"_L1,
    "selectionText"_L1,
    "selectionBorder"_L1,
    "ok"_L1,
    "okTint"_L1,
    "warn"_L1,
    "warnTint"_L1,
    "error"_L1,
    "errorTint"_L1,
    "info"_L1,
    "infoTint"_L1,
    "stale"_L1,
    "staleTint"_L1,
    "offline"_L1,
    "offlineTint"_L1,
    "simulated"_L1,
    "simulatedTint"_L1,
    "unverified"_L1,
    "unverifiedTint"_L1,
    "okFill"_L1,
    "warnFill"_L1,
    "errorFill"_L1,
    "infoFill"_L1,
    "staleFill"_L1,
    "offlineFill"_L1,
    "grid"_L1,
    "axis"_L1,
    "axisText"_L1,
    "crosshair"_L1,
    "gapHatch"_L1,
    "tooltipBg"_L1,
    "tooltipText"_L1,
};

Marker markerFromName(const QString &name)
{
    static const QHash<QString, Marker> markers{
        {u"circle"_s, Marker::Circle},   {u"square"_s, Marker::Square},
        {u"diamond"_s, Marker::Diamond}, {u"triangle-up"_s, Marker::TriangleUp},
        {u"plus"_s, Marker::Plus},       {u"triangle-down"_s, Marker::TriangleDown},
        {u"cross"_s, Marker::Cross},     {u"hexagon"_s, Marker::Hexagon},
    };
    return markers.value(name, Marker::Circle);
}

QList<qreal> numbers(const QJsonArray &array)
{
    QList<qreal> list;
    for (const QJsonValue &value : array)
        list << value.toDouble();
    return list;
}

SchemeTokens readScheme(const QJsonObject &root, const QString &name)
{
    SchemeTokens scheme;
    const QJsonObject colours = root[u"colour"_s][name].toObject();
    for (size_t i = 0; i < kColourNames.size(); ++i)
        scheme.colours[i] = QColor(colours[kColourNames[i]].toString());
    const QJsonObject series = root[u"series"_s].toObject();
    for (const QJsonValue &value : series[name].toArray())
        scheme.series << QColor(value.toString());
    scheme.other = QColor(series[u"other"_s][name].toString());
    return scheme;
}

void readNumberSteps(const QJsonObject &steps, DesignTokens &tokens)
{
    for (const QJsonValue &px : steps[u"px"_s].toArray())
        tokens.numberSteps << px.toInt();
    tokens.numberSpacingEm = steps[u"letterSpacingEm"_s].toDouble();
    tokens.numberWeight = steps[u"weight"_s].toInt();
}

struct MetricKey
{
    QLatin1StringView section;
    QLatin1StringView key;
    int Metrics::*target;
};

constexpr MetricKey kMetricKeys[]{
    {"size"_L1, "control"_L1, &Metrics::control},
    {"size"_L1, "menuBar"_L1, &Metrics::menuBar},
    {"size"_L1, "toolbar"_L1, &Metrics::toolbar},
    {"size"_L1, "statusLine"_L1, &Metrics::statusLine},
    {"size"_L1, "railWide"_L1, &Metrics::railWide},
    {"size"_L1, "railNarrow"_L1, &Metrics::railNarrow},
    {"size"_L1, "railItem"_L1, &Metrics::railItem},
    {"size"_L1, "tileHeader"_L1, &Metrics::tileHeader},
    {"size"_L1, "tileFooter"_L1, &Metrics::tileFooter},
    {"size"_L1, "tilePadding"_L1, &Metrics::tilePadding},
    {"size"_L1, "chip"_L1, &Metrics::chip},
    {"size"_L1, "tableRow"_L1, &Metrics::tableRow},
    {"size"_L1, "tableRowTall"_L1, &Metrics::tableRowTall},
    {"size"_L1, "tableHeader"_L1, &Metrics::tableHeader},
    {"size"_L1, "treeRow"_L1, &Metrics::treeRow},
    {"size"_L1, "feedRow"_L1, &Metrics::feedRow},
    {"size"_L1, "panelHeader"_L1, &Metrics::panelHeader},
    {"size"_L1, "icon"_L1, &Metrics::icon},
    {"size"_L1, "iconRail"_L1, &Metrics::iconRail},
    {"size"_L1, "iconEmpty"_L1, &Metrics::iconEmpty},
    {"radius"_L1, "chip"_L1, &Metrics::radiusChip},
    {"radius"_L1, "control"_L1, &Metrics::radiusControl},
    {"radius"_L1, "tile"_L1, &Metrics::radiusTile},
    {"radius"_L1, "popover"_L1, &Metrics::radiusPopover},
    {"grid"_L1, "columns"_L1, &Metrics::gridColumns},
    {"grid"_L1, "columnsNarrow"_L1, &Metrics::gridColumnsNarrow},
    {"grid"_L1, "rowPx"_L1, &Metrics::gridRow},
    {"grid"_L1, "fitRowMinPx"_L1, &Metrics::fitRowMin},
    {"grid"_L1, "fitRowMaxPx"_L1, &Metrics::fitRowMax},
    {"grid"_L1, "gap"_L1, &Metrics::gridGap},
    {"grid"_L1, "margin"_L1, &Metrics::gridMargin},
    {"grid"_L1, "breakNarrowPx"_L1, &Metrics::breakNarrow},
    {"grid"_L1, "breakRailPx"_L1, &Metrics::breakRail},
};

QSharedPointer<const DesignTokens> readTokens()
{
    QFile file(u":/hookboard/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the design tokens are not linked in");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    auto tokens = QSharedPointer<DesignTokens>::create();
    tokens->light = readScheme(root, u"light"_s);
    tokens->dark = readScheme(root, u"dark"_s);

    const QJsonObject series = root[u"series"_s].toObject();
    for (const QJsonValue &dash : series[u"dashPx"_s].toArray())
        tokens->dashes << numbers(dash.toArray());
    tokens->otherDash = numbers(series[u"other"_s][u"dash"_s].toArray());
    for (const QJsonValue &marker : series[u"marker"_s].toArray())
        tokens->markers << markerFromName(marker.toString());
    tokens->metrics.seriesStroke = series[u"strokePx"_s].toDouble(tokens->metrics.seriesStroke);
    tokens->metrics.markerRadius = series[u"markerRadiusPx"_s].toDouble(tokens->metrics.markerRadius);

    const QJsonObject roles = root[u"type"_s][u"roles"_s].toObject();
    for (auto it = roles.begin(); it != roles.end(); ++it) {
        const QJsonObject role = it->toObject();
        tokens->roles.insert(it.key(), {role[u"px"_s].toInt(), role[u"line"_s].toInt(), role[u"weight"_s].toInt()});
    }
    readNumberSteps(roles[u"kpiSteps"_s].toObject(), *tokens);
    tokens->dimShare = root[u"dim"_s][u"seriesShare"_s].toDouble(tokens->dimShare);
    for (const MetricKey &metric : kMetricKeys) {
        int &target = tokens->metrics.*metric.target;
        target = root[metric.section][metric.key].toInt(target);
    }
    return tokens;
}

} // namespace

QSharedPointer<const DesignTokens> DesignTokens::embedded()
{
    static const QSharedPointer<const DesignTokens> tokens = readTokens();
    return tokens;
}

} // namespace hookboard
