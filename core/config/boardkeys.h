// Stable names of the enumerations in board files and on command lines. One table each, read in both directions.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace hookboard {

// How long the lists of a board may be: far beyond what anybody draws, and little enough that a file from elsewhere
// cannot keep the program busy. The schema says the same.
inline constexpr qsizetype kMaxTiles = 200;
inline constexpr qsizetype kMaxBindings = 50; // of a tile, like the next ones
inline constexpr qsizetype kMaxColumns = 100;
inline constexpr qsizetype kMaxThresholds = 100;
inline constexpr qsizetype kMaxValueLooks = 100;
inline constexpr qsizetype kMaxMapPairs = 1'000;

template <typename Enum> class EnumTexts
{
public:
    EnumTexts(std::initializer_list<std::pair<Enum, QString>> rows)
        : m_rows(rows)
    {}
    QString text(Enum value) const
    {
        const auto it =
            std::find_if(m_rows.begin(), m_rows.end(), [value](const auto &row) { return row.first == value; });
        return it == m_rows.end() ? QString() : it->second;
    }
    std::optional<Enum> fromText(QStringView text) const
    {
        const auto it =
            std::find_if(m_rows.begin(), m_rows.end(), [text](const auto &row) { return row.second == text; });
        return it == m_rows.end() ? std::nullopt : std::optional<Enum>(it->first);
    }
    QStringList all() const
    {
        QStringList texts;
        for (const auto &row : m_rows)
            texts.append(row.second);
        return texts;
    }

private:
    std::vector<std::pair<Enum, QString>> m_rows;
};

const EnumTexts<TileKind> &tileKindTexts();
const EnumTexts<Aggregation> &aggregationTexts();
const EnumTexts<Window::Kind> &windowKindTexts();
const EnumTexts<CalendarUnit> &calendarUnitTexts();
const EnumTexts<TimeBasis> &timeBasisTexts();
const EnumTexts<TableColumn::Format> &columnFormatTexts();
const EnumTexts<NumberFormat::Style> &numberStyleTexts();
const EnumTexts<Threshold::Severity> &severityTexts();
const EnumTexts<SeriesOptions::Draw> &seriesDrawTexts();
const EnumTexts<SeriesOptions::Stack> &seriesStackTexts();
const EnumTexts<SeriesOptions::Holes> &seriesHolesTexts();
const EnumTexts<SeriesOptions::Legend> &legendTexts();
const EnumTexts<BarOptions::Sort> &barSortTexts();
const EnumTexts<DonutOptions::Labels> &donutLabelsTexts();
const EnumTexts<GaugeOptions::Shape> &gaugeShapeTexts();
const EnumTexts<StatesOptions::View> &statesViewTexts();

} // namespace hookboard
