#include "ui/mapping/fieldwords.h"

#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kWord = 40;
constexpr int kFewGroups = 24;
constexpr qsizetype kTopShown = 3;

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString lastName(const QString &path)
{
    static const QRegularExpression index(u"(\\[[^'\\]]*\\])+$"_s);
    QString rest = path;
    rest.remove(index);
    if (rest.endsWith("']"_L1)) {
        rest.chop(2);
        return rest.sliced(rest.lastIndexOf(u'\'') + 1);
    }
    return rest.sliced(std::max(rest.lastIndexOf(u'.'), rest.lastIndexOf(u':')) + 1);
}

bool isPath(const QString &text)
{
    return text.startsWith(u'$') || text.startsWith(u'@') || text.startsWith("header:"_L1) ||
           text.startsWith("query:"_L1);
}

bool named(const FieldFacts &facts, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption)
        .match(lastName(facts.path).left(80))
        .hasMatch();
}

QString share(quint64 part, quint64 whole, const QLocale &locale)
{
    const double value = whole == 0 ? 0 : double(part) / double(whole);
    return formatPercent(value, locale, value > 0 && value < 0.01 ? 1 : 0);
}

QString topWords(const FieldFacts &facts, const QLocale &locale)
{
    QStringList words;
    const quint64 all = facts.of(FieldKind::Text) + facts.of(FieldKind::Bool);
    const qsizetype shown = std::min(kTopShown, facts.top.size());
    for (const auto &[word, count] : facts.top.first(shown))
        words << FieldWords::tr("%1 %2").arg(isolatedLine(word, 20), share(count, all, locale));
    const int rest = facts.different - int(shown);
    if (facts.different >= kMostDifferent)
        words << FieldWords::tr("many more");
    else if (rest > 0)
        words << FieldWords::tr("%1 more").arg(locale.toString(rest));
    return words.join(u", "_s);
}

// The one currency that stands beside an amount; empty when there is none or several.
QString currencyBeside(const FieldFacts &facts, const SampledFields &samples)
{
    const QString place = facts.path.chopped(lastName(facts.path).size());
    for (const FieldFacts &other : samples.fields) {
        if (!other.path.startsWith(place) || other.top.isEmpty() || other.top.first().first.size() != 3)
            continue;
        const bool named = lastName(other.path).contains("currency"_L1, Qt::CaseInsensitive);
        if (named && other.top.first().second * 2 > other.of(FieldKind::Text))
            return other.top.first().first;
    }
    return {};
}

} // namespace

QString fieldWord(const QString &valueText)
{
    if (!isPath(valueText))
        return isolatedLine(valueText, kWord);
    const QString name = lastName(valueText);
    return isolatedLine(name.isEmpty() || name == "$"_L1 || name == "@"_L1 ? FieldWords::tr("the value") : name, kWord);
}

QString fieldTitle(const QString &valueText)
{
    QString title = plainLine(fieldWord(valueText), kWord);
    title.replace(u'_', u' ').replace(u'-', u' ');
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title.simplified();
}

bool isCategory(const FieldFacts &facts)
{
    const quint64 words = facts.of(FieldKind::Text) + facts.of(FieldKind::Bool);
    return words > 0 && facts.time == TimeForm::None && facts.different <= kFewGroups && !isIdentity(facts);
}

bool isIdentity(const FieldFacts &facts)
{
    const quint64 texts = facts.of(FieldKind::Text);
    if (texts == 0)
        return false;
    if (facts.different >= kMostDifferent)
        return true;
    const bool allDifferent = texts > 3 && quint64(facts.different) * 10 >= texts * 9;
    static const QRegularExpression shape(u"^(https?://|[^@\\s]+@[^@\\s]+\\.|[a-z]{2,6}_[A-Za-z0-9]{6,})"_s);
    const bool shaped = !facts.top.isEmpty() && shape.match(facts.top.first().first).hasMatch();
    return allDifferent || shaped || named(facts, u"(^id|_id|Id|uuid|email|url)$"_s);
}

QString timeFormText(TimeForm unit)
{
    switch (unit) {
    case TimeForm::Seconds:
        return FieldWords::tr("seconds since 1970");
    case TimeForm::Milliseconds:
        return FieldWords::tr("milliseconds since 1970");
    case TimeForm::Microseconds:
        return FieldWords::tr("microseconds since 1970");
    case TimeForm::Nanoseconds:
        return FieldWords::tr("nanoseconds since 1970");
    case TimeForm::Iso:
        return FieldWords::tr("ISO 8601");
    case TimeForm::None:
        break;
    }
    return {};
}

QString timeValueText(const QString &value, TimeForm unit, const QLocale &locale)
{
    QDateTime moment;
    if (unit == TimeForm::Iso) {
        moment = QDateTime::fromString(value, Qt::ISODateWithMs);
    } else if (unit != TimeForm::None) {
        bool valid = false;
        const double number = value.toDouble(&valid);
        const double perMs[]{1, 1e-3, 1, 1e3, 1e6}; // by TimeForm
        if (valid)
            moment = QDateTime::fromMSecsSinceEpoch(qint64(number / perMs[int(unit)]));
    }
    return moment.isValid() ? locale.toString(moment.toLocalTime().date(), QLocale::ShortFormat) + u' ' +
                                  moment.toLocalTime().time().toString(u"HH:mm:ss"_s)
                            : QString();
}

FieldNote fieldNote(const FieldFacts &facts, const QLocale &locale)
{
    if (facts.time != TimeForm::None)
        return {u"clock"_s, FieldWords::tr("%1, shown in %2")
                                .arg(timeFormText(facts.time), QString::fromLatin1(QTimeZone::systemTimeZoneId()))};
    switch (facts.usualKind()) {
    case FieldKind::Number: {
        if (!facts.min)
            return {u"value"_s, FieldWords::tr("too large for a number")};
        const NumberFormat plain;
        const QString from = formatNumber(*facts.min, plain, locale).text();
        const QString to = formatNumber(*facts.max, plain, locale).text();
        const QString range = from == to ? FieldWords::tr("always %1").arg(from) : from + u" \u2013 "_s + to;
        return {u"value"_s, facts.rising ? FieldWords::tr("%1, a counter").arg(range) : range};
    }
    case FieldKind::Text:
        if (isIdentity(facts))
            return {u"label"_s, FieldWords::tr("different in each event, for tables")};
        [[fallthrough]];
    case FieldKind::Bool:
        return {u"label"_s, topWords(facts, locale)};
    case FieldKind::Array:
        return {u"table"_s, facts.fewestItems == facts.mostItems
                                ? FieldWords::tr("always %1 items").arg(locale.toString(facts.mostItems))
                                : FieldWords::tr("%1 \u2013 %2 items")
                                      .arg(locale.toString(facts.fewestItems), locale.toString(facts.mostItems))};
    case FieldKind::Null:
        return {u"minus"_s, FieldWords::tr("always null")};
    case FieldKind::Object:
        break;
    }
    return {};
}

NumberFormat likelyFormat(const FieldFacts &facts, const SampledFields &samples)
{
    NumberFormat format;
    if (facts.usualKind() != FieldKind::Number)
        return format;
    const QString currency = currencyBeside(facts, samples);
    if (!currency.isEmpty() && named(facts, u"amount|total|price|fee|tax|revenue|paid|cost|net|gross"_s)) {
        format.style = NumberFormat::Style::Currency;
        format.unit = currency.toUpper();
        // Senders that write "eur" count in cents, as Stripe does and whoever follows it.
        if (facts.whole && currency != currency.toUpper())
            format.scale = 0.01;
    } else if (named(facts, u"(_ms|(?-i:Ms)|millis|milliseconds)$"_s)) {
        format.style = NumberFormat::Style::Duration;
        format.scale = 0.001;
    } else if (named(facts, u"(_s|_sec|_seconds|duration)$"_s)) {
        format.style = NumberFormat::Style::Duration;
    } else if (named(facts, u"bytes$"_s)) {
        format.style = NumberFormat::Style::Bytes;
    }
    return format;
}

Aggregation likelyAggregation(const FieldFacts &facts)
{
    switch (facts.usualKind()) {
    case FieldKind::Number:
        if (facts.rising)
            return Aggregation::Change;
        return named(facts, u"(_ms|(?-i:Ms)|_s|_seconds|duration|latency|temperature|humidity|percent|ratio|score|rate|"
                            u"voltage|pressure|level|usage|load)$"_s)
                   ? Aggregation::Avg
                   : Aggregation::Sum;
    case FieldKind::Text:
    case FieldKind::Bool:
        return Aggregation::Distinct;
    default:
        return Aggregation::Count;
    }
}

} // namespace hookboard
