// TileSpec: what one tile of a board shows and from which events; BoardSpec: a board. Plain values, read from and
// written to *.board.json by core/config/boardfile. Durations are microseconds.
#pragma once

#include "core/types/binding.h"
#include "core/types/tileoptions.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMetaType>
#include <QtCore/QRect>

namespace hookboard {

enum class TileKind { Kpi, TimeSeries, Bar, Table, Feed, Histogram, Donut, Gauge, States };

struct TableColumn
{
    QString title;
    QString path; // value text
    enum class Format { Text, Number, Time, RelativeTime, Badge, Boolean, Json } format = Format::Text;
    QJsonObject unknown{}; // as in TileSpec
    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

struct NumberFormat
{
    enum class Style { Plain, Compact, Currency, Bytes, BytesSi, Duration, Percent } style = Style::Plain;
    QString unit;      // shown after a narrow space; ISO 4217 code for Currency
    int decimals = -1; // -1 = automatic
    double scale = 1;  // shown = value * scale (minor currency units: 0.01; Duration wants seconds)
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

struct TileSpec
{
    QString id; // unique in its board, never shown
    TileKind kind = TileKind::Kpi;
    QString title;
    QString subtitle;
    QRect grid{0, 0, 6, 5};     // columns and rows of the 24-column grid
    QList<Binding> bindings;    // at least one; Table and Feed use the first for filter and window
    QList<TableColumn> columns; // Table: columns; Feed: the first is the text of a line
    int rowLimit = 200;         // Table and Feed
    NumberFormat format;
    QList<Threshold> thresholds; // ascending by from
    bool lowerIsBetter = false;  // for the colour of a delta
    bool showDelta = true;       // Kpi: compare with the window before
    qint64 staleAfterUs = 0;     // 0 = learned from the usual interval; -1 = never
    QString description;         // help for readers of the board
    QString nullText;            // shown where there is no value; empty = an en dash
    bool showSparkline = true;   // Kpi
    QList<StateLook> valueLooks; // words for values, in tables and numbers
    TileOptions options;
    // Keys of a newer or foreign writer, kept on saving; those inside `grid`, `format` and `options` under their name.
    QJsonObject unknown;
    friend bool operator==(const TileSpec &, const TileSpec &) = default;
};

struct BoardSpec
{
    QString id; // file name without .board.json
    QString title;
    QList<TileSpec> tiles;
    QJsonObject unknown;
    friend bool operator==(const BoardSpec &, const BoardSpec &) = default;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::BoardSpec)
