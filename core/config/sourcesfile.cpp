#include "core/config/sourcesfile.h"

#include "core/types/sentence.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSet>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxName = 64;

Result<SourceConfig> sourceFromJson(const QJsonObject &object)
{
    SourceConfig source;
    source.unknown = object;
    source.name = source.unknown.take("name"_L1).toString();
    if (const Status valid = validateSourceName(source.name); !valid)
        return Error{ErrorCode::Malformed, Sentence::tr("sources.json: %1").arg(valid.error().message)};
    source.provider = source.unknown.take("provider"_L1).toString();
    if (source.provider.isEmpty())
        return Error{ErrorCode::Malformed, Sentence::tr("sources.json: source %1 names no provider.").arg(source.name)};
    source.publicUrl = source.unknown.take("publicUrl"_L1).toString();
    source.secretCount = source.unknown.take("secrets"_L1).toInt(0);
    const QJsonValue limit = source.unknown.take("maxBody"_L1);
    source.maxBodyBytes = limit.isUndefined() ? kDefaultMaxBodyBytes : limit.toInteger(0);
    if (source.maxBodyBytes < 1)
        return Error{ErrorCode::Malformed,
                     Sentence::tr("sources.json: maxBody of %1 must be a number of bytes.").arg(source.name)};
    return source;
}

} // namespace

Result<QList<SourceConfig>> sourcesFromJson(const QJsonObject &object)
{
    QList<SourceConfig> sources;
    QSet<QString> names;
    const QJsonValue found = object.value("sources"_L1);
    const QJsonArray list = found.toArray();
    const bool isList = found.isUndefined() || found.isArray();
    if (!isList || std::any_of(list.begin(), list.end(), [](const QJsonValue &value) { return !value.isObject(); })) {
        return Error{ErrorCode::Malformed,
                     Sentence::tr("sources.json: \"sources\" must be a list of objects, one for each source.")};
    }
    for (const QJsonValue &value : list) {
        Result<SourceConfig> source = sourceFromJson(value.toObject());
        if (!source)
            return source.error();
        if (names.contains(source->name))
            return Error{ErrorCode::Malformed,
                         Sentence::tr("sources.json names the source %1 twice.").arg(source->name)};
        names.insert(source->name);
        sources.append(*source);
    }
    return sources;
}

QJsonObject sourcesToJson(const QList<SourceConfig> &sources, QJsonObject file)
{
    QJsonArray list;
    for (const SourceConfig &source : sources) {
        QJsonObject object = source.unknown;
        object.insert("name"_L1, source.name);
        object.insert("provider"_L1, source.provider);
        object.insert("secrets"_L1, source.secretCount);
        if (!source.publicUrl.isEmpty())
            object.insert("publicUrl"_L1, source.publicUrl);
        if (source.maxBodyBytes != kDefaultMaxBodyBytes)
            object.insert("maxBody"_L1, source.maxBodyBytes);
        list.append(object);
    }
    file.insert("sources"_L1, list);
    return file;
}

Status validateSourceName(const QString &name)
{
    const auto isWord = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    const auto isAllowed = [&](QChar c) { return isWord(c) || c == u'-' || c == u'_' || c == u'.'; };
    if (name.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     Sentence::tr("A source needs a name; it becomes the end of its address.")};
    if (name.size() > kMaxName)
        return Error{ErrorCode::InvalidArgument,
                     Sentence::tr("A source name has at most %1 characters.").arg(kMaxName)};
    if (!isWord(name.front()))
        return Error{ErrorCode::InvalidArgument, Sentence::tr("A source name starts with a small letter or a digit.")};
    if (!std::all_of(name.begin(), name.end(), isAllowed)) {
        return Error{ErrorCode::InvalidArgument,
                     Sentence::tr("A source name holds only small letters a to z, digits, dash, underscore and dot.")};
    }
    return Done();
}

} // namespace hookboard
