// What a field is called and what is known of it, in short words. Pure functions, any thread.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

#include <QtCore/QLocale>

namespace hookboard {

// "amount" of "$.data.amount", "X-Event" of "header:X-Event"; a template or expression as it is. Plain, short,
// isolated.
QString fieldWord(const QString &valueText);
// "Amount", as the title of a column or tile.
QString fieldTitle(const QString &valueText);

// Few enough different words to be told apart as groups.
bool isCategory(const FieldFacts &facts);
// Nearly every event has another text: names of single things, which say nothing as groups.
bool isIdentity(const FieldFacts &facts);

// The line under a field: "0.50 – 1,284.00", "EUR 97 %, CHF 3 %", "ISO 8601, Europe/Berlin", and its icon.
struct FieldNote
{
    QString icon;
    QString text;
};
FieldNote fieldNote(const FieldFacts &facts, const QLocale &locale);
QString timeFormText(TimeForm unit);
// A time of that unit as local date and time; empty when it is none.
QString timeValueText(const QString &value, TimeForm unit, const QLocale &locale);

// How numbers of this field are best shown, by its name and by the fields beside it.
NumberFormat likelyFormat(const FieldFacts &facts, const SampledFields &samples);
// What is asked of it first: a sum, an average, a change, the number of different values.
Aggregation likelyAggregation(const FieldFacts &facts);

} // namespace hookboard
