// The kinds of value steps as they run: what each is made of, and what it makes of a value. Included by ValueSteps' own
// .cpp files only.
#pragma once

#include "core/mapping/grouptext.h"
#include "core/mapping/localnumber.h"
#include "core/mapping/timevalue.h"
#include "core/mapping/valuesteps.h"
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>
#include <algorithm>
#include <cmath>
#include <string>

namespace hookboard {

namespace mapping {

using ValueKind = JsonValue::Kind;

inline constexpr double kExactFactor = 9007199254740992.0; // integers up to here are exact as double

inline QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

inline JsonValue kept(QByteArray bytes, const EventView &view)
{
    return JsonValue::fromText(view.keep(std::move(bytes)));
}

// What a step that works on text sees of a value.
inline SkipReason readText(const JsonValue &value, const EventView &view, std::string_view &text)
{
    switch (value.kind) {
    case ValueKind::Nothing:
    case ValueKind::Null:
        return SkipReason::Missing;
    case ValueKind::Structure:
        return SkipReason::WrongType;
    case ValueKind::Text:
    case ValueKind::OutOfRange:
        text = value.text;
        break;
    default: {
        QByteArray written;
        text = view.keep(groupText(value, view.numberMark(), written).toByteArray());
        break;
    }
    }
    return qsizetype(text.size()) > ValueSteps::kMaxTextBytes ? SkipReason::TooLong : SkipReason::None;
}

inline SkipReason readNumber(const JsonValue &value, double &number)
{
    switch (value.kind) {
    case ValueKind::Nothing:
    case ValueKind::Null:
        return SkipReason::Missing;
    case ValueKind::Int:
        number = double(value.integer);
        return SkipReason::None;
    case ValueKind::UInt:
        number = double(value.natural);
        return SkipReason::None;
    case ValueKind::Double:
        number = value.real;
        return SkipReason::None;
    case ValueKind::OutOfRange:
        return SkipReason::Overflow;
    default:
        return SkipReason::NotANumber;
    }
}

struct ParseNumber
{
    NumberSigns signs;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double ignored = 0;
        if (value.kind != ValueKind::Text)
            return readNumber(value, ignored);
        if (qsizetype(value.text.size()) > ValueSteps::kMaxTextBytes)
            return SkipReason::TooLong;
        value = parseLocalNumber(value.text, signs);
        if (value.kind == ValueKind::OutOfRange)
            return SkipReason::Overflow;
        return value.isNumber() ? SkipReason::None : SkipReason::NotANumber;
    }
};

inline bool isSmallInteger(double number)
{
    return std::abs(number) <= kExactFactor && std::trunc(number) == number;
}

struct Scale
{
    double factor = 1;
    double offset = 0;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double number = 0;
        if (const SkipReason why = readNumber(value, number); why != SkipReason::None)
            return why;
        qint64 exact = 0;
        if (value.kind == ValueKind::Int && isSmallInteger(factor) && isSmallInteger(offset) &&
            !__builtin_mul_overflow(value.integer, qint64(factor), &exact) &&
            !__builtin_add_overflow(exact, qint64(offset), &exact)) {
            value = JsonValue::fromInt(exact);
            return SkipReason::None;
        }
        value = JsonValue::fromDouble(number * factor + offset);
        return std::isfinite(value.real) ? SkipReason::None : SkipReason::NotFinite;
    }
};

struct Clamp
{
    std::optional<double> min;
    std::optional<double> max;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double number = 0;
        if (const SkipReason why = readNumber(value, number); why != SkipReason::None)
            return why;
        if (min && number < *min)
            value = JsonValue::fromDouble(*min);
        else if (max && number > *max)
            value = JsonValue::fromDouble(*max);
        return SkipReason::None;
    }
};

struct MapValues
{
    QHash<QByteArray, QByteArray> pairs;
    std::optional<QByteArray> otherwise;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text = "null";
        if (value.kind != ValueKind::Null) {
            if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
                return why;
        }
        const auto found = pairs.constFind(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
        if (found != pairs.cend())
            value = kept(*found, view);
        else if (otherwise)
            value = kept(*otherwise, view);
        return SkipReason::None;
    }
};

struct Extract
{
    QRegularExpression pattern;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text;
        if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
            return why;
        const QRegularExpressionMatch match = pattern.match(textOf(text));
        const int group = pattern.captureCount() > 0 ? 1 : 0;
        if (!match.hasMatch() || match.capturedStart(group) < 0)
            return SkipReason::NoMatch;
        value = kept(match.captured(group).toUtf8(), view);
        return SkipReason::None;
    }
};

struct Split
{
    std::string separator;
    int index = 0;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text;
        if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
            return why;
        const auto part = index >= 0 ? fromFront(text) : fromBack(text);
        if (!part)
            return SkipReason::Missing;
        value = JsonValue::fromText(*part);
        return SkipReason::None;
    }
    std::optional<std::string_view> fromFront(std::string_view text) const
    {
        for (int i = index;; --i) {
            const size_t end = text.find(separator);
            if (i == 0)
                return text.substr(0, end);
            if (end == std::string_view::npos)
                return std::nullopt;
            text.remove_prefix(end + separator.size());
        }
    }
    std::optional<std::string_view> fromBack(std::string_view text) const
    {
        for (int i = index;; ++i) {
            const size_t start = text.rfind(separator);
            const bool whole = start == std::string_view::npos;
            if (i == -1)
                return whole ? text : text.substr(start + separator.size());
            if (whole)
                return std::nullopt;
            text = text.substr(0, start);
        }
    }
};

struct Coalesce
{
    std::vector<FieldPath> paths;
};

// Whether a format reads a zone: a t that does not stand in quotes.
inline bool readsZone(const QString &format)
{
    bool quoted = false;
    for (const QChar c : format) {
        if (c == u'\'')
            quoted = !quoted;
        else if (c == u't' && !quoted)
            return true;
    }
    return false;
}

struct ParseDate
{
    QString format;
    QTimeZone zone;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        if (value.kind == ValueKind::Nothing || value.kind == ValueKind::Null)
            return SkipReason::Missing;
        if (value.kind != ValueKind::Text)
            return SkipReason::NotADate;
        if (qsizetype(value.text.size()) > ValueSteps::kMaxTextBytes)
            return SkipReason::TooLong;
        const std::optional<qint64> us = format.isEmpty() ? timeFromText(value.text) : byFormat(textOf(value.text));
        if (!us)
            return SkipReason::NotADate;
        value = *us % kSecondUs == 0 ? JsonValue::fromInt(*us / kSecondUs)
                                     : JsonValue::fromDouble(double(*us) / double(kSecondUs));
        return SkipReason::None;
    }
    std::optional<qint64> byFormat(const QString &text) const
    {
        QDateTime time;
        if (readsZone(format)) {
            time = QDateTime::fromString(text, format);
        } else {
            // Read as UTC first: an hour that this computer's zone leaves out may be a good one in the other.
            const QDateTime read = QDateTime::fromString(text + u" +00:00"_s, format + u" t"_s);
            if (read.isValid())
                time = QDateTime(read.date(), read.time(), zone);
        }
        return time.isValid() ? std::optional(time.toMSecsSinceEpoch() * 1000) : std::nullopt;
    }
};

} // namespace mapping

struct ValueSteps::Step
{
    std::variant<mapping::ParseNumber, mapping::Scale, mapping::Clamp, mapping::MapValues, mapping::Extract,
                 mapping::Split, mapping::Coalesce, mapping::ParseDate>
        how;
};

} // namespace hookboard
