#include "core/mapping/fieldstatistics.h"

#include "core/mapping/eventview.h"
#include "core/mapping/fieldpath.h"
#include "core/mapping/queryparameter.h"
#include "core/mapping/timevalue.h"
#include "core/types/utf8cut.h"

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDeepestField = 12;
constexpr int kMostNodesOfEvent = 5'000; // of one event
constexpr int kMostItemsOfList = 64;     // of one list
constexpr qsizetype kLongestFieldName = 120;
constexpr size_t kLongestValue = 96; // bytes by which texts are told apart
constexpr qsizetype kLongestExample = 32;
constexpr int kTrendPoints = 24;
constexpr int kTopValues = 6;
constexpr quint64 kFewForCounter = 16; // fewer amounts may well rise by chance
constexpr qint64 kNearUs = 10LL * 366 * 86'400 * 1'000'000; // times lie within ten years of their arrival

TimeForm timeFormOf(double size)
{
    size = std::abs(size);
    return size < 1e11   ? TimeForm::Seconds
           : size < 1e14 ? TimeForm::Milliseconds
           : size < 1e17 ? TimeForm::Microseconds
                         : TimeForm::Nanoseconds;
}

// UTF-8 that was cut anywhere, as text without half a character at its end.
QString cutValue(std::string_view bytes)
{
    if (bytes.size() <= kLongestValue)
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    return QString::fromUtf8(cutUtf8({bytes.data(), qsizetype(bytes.size())}, kLongestValue)) + u'\u2026';
}

double numberOf(const JsonValue &value)
{
    return value.kind == JsonValue::Kind::Int    ? double(value.integer)
           : value.kind == JsonValue::Kind::UInt ? double(value.natural)
                                                 : value.real;
}

struct CountedField
{
    FieldFacts facts;
    quint64 lastEvent = 0; // in which it was seen
    QHash<QByteArray, int> children;
    int items = -1; // child of an array
    QHash<QString, quint64> words;
    bool wordsFull = false;
    QList<double> numbers; // first of each event, newest first
    quint64 numberEvent = 0;
    bool timesOnly = true;

    void addNumber(const JsonValue &value, quint64 event, qint64 receivedUs)
    {
        const double number = numberOf(value);
        facts.min = facts.min ? std::min(*facts.min, number) : number;
        facts.max = facts.max ? std::max(*facts.max, number) : number;
        facts.whole = facts.whole && (value.kind != JsonValue::Kind::Double || number == std::floor(number));
        if (numberEvent != event)
            numbers.append(number);
        numberEvent = event;
        addTime(timeFromNumber(value), timeFormOf(number), receivedUs);
    }
    void addTime(std::optional<qint64> us, TimeForm unit, qint64 receivedUs)
    {
        const bool near = us && std::abs(*us - receivedUs) < kNearUs;
        timesOnly = timesOnly && near && (facts.time == TimeForm::None || facts.time == unit);
        if (timesOnly)
            facts.time = unit;
    }
    void addWord(std::string_view text)
    {
        const QString word = cutValue(text);
        if (const auto known = words.find(word); known != words.end())
            ++*known;
        else if (words.size() < kMostDifferent)
            words.insert(word, 1);
        else
            wordsFull = true;
    }
    void addText(std::string_view text, qint64 receivedUs)
    {
        addWord(text);
        addTime(text.size() > 40 ? std::nullopt : timeFromText(text), TimeForm::Iso, receivedUs);
        if (facts.textExampleUs == 0) {
            facts.textExample = cutValue(text).left(kLongestExample);
            facts.textExampleUs = receivedUs;
        }
    }
};

} // namespace

struct FieldStatistics::Private
{
    EventView view;
    std::vector<CountedField> fields;
    QHash<QByteArray, int> headers; // by lower-case name
    QHash<QByteArray, int> parameters;
    int root = -1;
    std::vector<std::optional<FieldPath>> paths;
    SampledFields result;
    quint64 event = 0; // number of the event that is looked at
    qint64 receivedUs = 0;
    int nodes = 0;
    int found = 0; // fields of this event

    int newField(const QString &path)
    {
        if (int(fields.size()) >= kMostFields)
            return -1;
        fields.emplace_back();
        fields.back().facts.path = path;
        return int(fields.size()) - 1;
    }
    void seen(int index)
    {
        CountedField &field = fields[size_t(index)];
        if (field.lastEvent == event)
            return;
        field.lastEvent = event;
        ++field.facts.events;
        ++found;
    }
    void addText(int index, std::string_view text)
    {
        seen(index);
        CountedField &field = fields[size_t(index)];
        ++field.facts.kinds[size_t(FieldKind::Text)];
        field.addText(text, receivedUs);
    }
    void addHeaders(const Headers &all);
    void addQuery(const QByteArray &target);
    void addNamed(QHash<QByteArray, int> &known, const QByteArray &key, const QString &path, std::string_view text);
    void visit(int index, JsonNode node, int depth);
    void visitObject(int index, simdjson::dom::object object, int depth);
    void visitArray(int index, simdjson::dom::array array, int depth);
    void addSingle(CountedField &field, const JsonValue &value);
    int child(int parent, std::string_view name);
};

int FieldStatistics::Private::child(int parent, std::string_view name)
{
    if (name.size() > size_t(kLongestFieldName))
        return -1;
    const auto raw = QByteArray::fromRawData(name.data(), qsizetype(name.size()));
    if (const auto known = fields[size_t(parent)].children.constFind(raw);
        known != fields[size_t(parent)].children.cend())
        return *known;
    const QString path = fields[size_t(parent)].facts.path + memberStep(QString::fromUtf8(raw));
    const int made = newField(path);
    if (made >= 0)
        fields[size_t(parent)].children.insert(QByteArray(name.data(), qsizetype(name.size())), made);
    return made;
}

void FieldStatistics::Private::visit(int index, JsonNode node, int depth)
{
    if (++nodes > kMostNodesOfEvent)
        return;
    seen(index);
    simdjson::dom::object object;
    simdjson::dom::array array;
    if (node.get(object) == simdjson::SUCCESS) {
        ++fields[size_t(index)].facts.kinds[size_t(FieldKind::Object)];
        if (depth < kDeepestField)
            visitObject(index, object, depth);
    } else if (node.get(array) == simdjson::SUCCESS) {
        ++fields[size_t(index)].facts.kinds[size_t(FieldKind::Array)];
        visitArray(index, array, depth);
    } else {
        addSingle(fields[size_t(index)], JsonValue::fromNode(node));
    }
}

void FieldStatistics::Private::visitObject(int index, simdjson::dom::object object, int depth)
{
    for (const auto member : object) {
        if (nodes > kMostNodesOfEvent)
            return;
        if (const int next = child(index, member.key); next >= 0)
            visit(next, member.value, depth + 1);
    }
}

void FieldStatistics::Private::visitArray(int index, simdjson::dom::array array, int depth)
{
    const auto size = qint64(array.size());
    FieldFacts &facts = fields[size_t(index)].facts;
    const bool first = facts.of(FieldKind::Array) == 1;
    facts.fewestItems = first ? size : std::min(facts.fewestItems, size);
    facts.mostItems = std::max(facts.mostItems, size);
    if (depth >= kDeepestField || size == 0)
        return;
    if (fields[size_t(index)].items < 0)
        fields[size_t(index)].items = -2; // newField() may move the fields
    if (fields[size_t(index)].items == -2) {
        const int made = newField(fields[size_t(index)].facts.path + u"[*]"_s);
        fields[size_t(index)].items = made;
    }
    const int items = fields[size_t(index)].items;
    int count = 0;
    for (const JsonNode item : array) {
        if (items < 0 || ++count > kMostItemsOfList || nodes > kMostNodesOfEvent)
            return;
        visit(items, item, depth + 1);
    }
}

void FieldStatistics::Private::addSingle(CountedField &field, const JsonValue &value)
{
    using Kind = JsonValue::Kind;
    const auto count = [&](FieldKind kind) { ++field.facts.kinds[size_t(kind)]; };
    switch (value.kind) {
    case Kind::Bool:
        count(FieldKind::Bool);
        field.addWord(value.boolean ? "true" : "false");
        field.timesOnly = false;
        return;
    case Kind::Int:
    case Kind::UInt:
    case Kind::Double:
        count(FieldKind::Number);
        field.addNumber(value, event, receivedUs);
        return;
    case Kind::Text: {
        const std::string_view mark = view.numberMark();
        if (!mark.empty() && value.text.starts_with(mark)) { // a number that nothing can hold
            count(FieldKind::Number);
            field.timesOnly = false;
            return;
        }
        count(FieldKind::Text);
        field.addText(value.text, receivedUs);
        return;
    }
    default:
        count(FieldKind::Null);
    }
}

void FieldStatistics::Private::addNamed(QHash<QByteArray, int> &known, const QByteArray &key, const QString &path,
                                        std::string_view text)
{
    auto place = known.find(key);
    if (place == known.end()) {
        const int made = newField(path);
        if (made < 0)
            return;
        place = known.insert(key, made);
    }
    addText(*place, text);
}

void FieldStatistics::Private::addHeaders(const Headers &all)
{
    for (const auto &[name, value] : all.fields()) {
        if (name.isEmpty() || name.size() > kLongestFieldName)
            continue;
        const QByteArray key = name.toLower();
        addNamed(headers, key, u"header:"_s + QString::fromLatin1(name), {value.constData(), size_t(value.size())});
    }
}

void FieldStatistics::Private::addQuery(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return;
    const QList<QByteArray> parts = target.mid(mark + 1).split('&');
    for (const QByteArray &part : parts) {
        const QByteArray name = part.left(part.indexOf('=') < 0 ? part.size() : part.indexOf('='));
        if (name.isEmpty() || name.size() > kLongestFieldName || nodes++ > kMostNodesOfEvent)
            continue;
        const auto plain = percentDecoded(name);
        const auto value = plain ? queryParameter(target, *plain) : std::nullopt;
        if (value)
            addNamed(parameters, *plain, u"query:"_s + QString::fromLatin1(name),
                     {value->constData(), size_t(value->size())});
    }
}

FieldStatistics::FieldStatistics(const QStringList &paths)
    : d(std::make_unique<Private>())
{
    for (const QString &text : paths) {
        auto compiled = FieldPath::compile(text);
        const auto *path = std::get_if<FieldPath>(&compiled);
        d->paths.push_back(path ? std::optional(*path) : std::nullopt);
    }
    d->result.selected.fill(0, paths.size());
}

FieldStatistics::~FieldStatistics() = default;

int FieldStatistics::add(const StoredEvent &event, bool bodyKnown)
{
    ++d->event;
    ++d->result.events;
    d->receivedUs = event.receivedUs;
    d->nodes = 0;
    d->found = 0;
    d->result.fromUs = d->result.fromUs == 0 ? event.receivedUs : std::min(d->result.fromUs, event.receivedUs);
    d->result.toUs = std::max(d->result.toUs, event.receivedUs);
    d->view.reset(event);
    const auto root = bodyKnown ? d->view.root() : std::nullopt;
    if (root) {
        if (d->root < 0)
            d->root = d->newField(u"$"_s);
        d->visit(d->root, *root, 0);
    } else {
        ++d->result.unread;
    }
    d->addHeaders(event.headers);
    d->addQuery(event.target);
    for (size_t i = 0; i < d->paths.size(); ++i) {
        if (d->paths[i] && d->paths[i]->find(d->view).kind != JsonValue::Kind::Nothing)
            ++d->result.selected[qsizetype(i)];
    }
    return d->found;
}

namespace {

QList<float> trendOf(const QList<double> &newestFirst)
{
    QList<float> trend;
    const qsizetype n = newestFirst.size();
    const qsizetype points = std::min<qsizetype>(kTrendPoints, n);
    for (qsizetype i = 0; i < points; ++i) {
        const qsizetype from = i * n / points;
        const qsizetype to = (i + 1) * n / points;
        double sum = 0;
        for (qsizetype j = from; j < to; ++j)
            sum += newestFirst[n - 1 - j] / double(to - from);
        trend.append(float(sum));
    }
    return trend;
}

bool isCounter(const QList<double> &newestFirst)
{
    return quint64(newestFirst.size()) >= kFewForCounter && newestFirst.first() > newestFirst.last() &&
           std::is_sorted(newestFirst.crbegin(), newestFirst.crend());
}

void settle(CountedField &field)
{
    FieldFacts &facts = field.facts;
    facts.trend = trendOf(field.numbers);
    facts.rising = isCounter(field.numbers);
    if (!field.timesOnly)
        facts.time = TimeForm::None;
    QList<std::pair<QString, quint64>> words;
    for (auto it = field.words.cbegin(); it != field.words.cend(); ++it)
        words.append({it.key(), it.value()});
    std::sort(words.begin(), words.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    facts.different = int(words.size());
    facts.top = words.first(std::min<qsizetype>(kTopValues, words.size()));
}

int placeOf(const FieldFacts &facts)
{
    return facts.path.startsWith(u'$') ? 0 : facts.path.startsWith(u"header:"_s) ? 1 : 2;
}

} // namespace

SampledFields FieldStatistics::finish()
{
    for (CountedField &field : d->fields) {
        settle(field);
        d->result.fields.append(std::move(field.facts));
    }
    std::stable_sort(d->result.fields.begin(), d->result.fields.end(),
                     [](const FieldFacts &a, const FieldFacts &b) { return placeOf(a) < placeOf(b); });
    d->fields.clear();
    return std::move(d->result);
}

} // namespace hookboard
