#include "core/config/jsonfile.h"

#include "core/types/sentence.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxFileBytes = 16 * 1024 * 1024; // a profile's text file beyond this is not one of ours

QByteArray scalarText(const QJsonValue &value)
{
    // QJsonDocument only writes arrays and objects; the brackets come off again.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

bool isPlainList(const QJsonArray &array)
{
    return std::none_of(array.begin(), array.end(), [](const QJsonValue &v) { return v.isObject() || v.isArray(); });
}

void append(QByteArray &out, const QJsonValue &value, int depth)
{
    const QByteArray inner((depth + 1) * 2, ' ');
    const QByteArray outer(depth * 2, ' ');
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.isEmpty()) {
            out += "{}";
            return;
        }
        out += "{\n";
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it != object.begin())
                out += ",\n";
            out += inner + scalarText(it.key()) + ": ";
            append(out, it.value(), depth + 1);
        }
        out += '\n' + outer + '}';
    } else if (value.isArray() && !isPlainList(value.toArray())) {
        const QJsonArray array = value.toArray();
        out += "[\n";
        for (qsizetype i = 0; i < array.size(); ++i) {
            out += (i ? ",\n" : "") + inner;
            append(out, array.at(i), depth + 1);
        }
        out += '\n' + outer + ']';
    } else {
        out += scalarText(value); // lists of scalars stay on one line: shorter diffs
    }
}

QString placeOf(const QByteArray &text, int offset)
{
    const QByteArray before = text.left(offset);
    const auto line = before.count('\n') + 1;
    const auto column = offset - before.lastIndexOf('\n');
    return Sentence::tr("line %1, column %2").arg(line).arg(column);
}

} // namespace

QByteArray toStableJson(const QJsonObject &object)
{
    QByteArray out;
    append(out, object, 0);
    out += '\n';
    return out;
}

Result<QJsonObject> parseJson(const QByteArray &text, int format, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorCode::Malformed,
                     Sentence::tr("%1 is not valid JSON at %2: %3. Correct the file or restore a copy.")
                         .arg(name, placeOf(text, problem.offset), problem.errorString())};
    }
    if (!document.isObject())
        return Error{ErrorCode::Malformed, Sentence::tr("%1 must hold one JSON object.").arg(name)};
    const QJsonObject object = document.object();
    const QJsonValue found = object.value("format"_L1);
    if (!found.isDouble() || found.toInt(0) < 1)
        return Error{ErrorCode::Malformed,
                     Sentence::tr("%1 has no \"format\" number, so its version is unknown.").arg(name)};
    if (found.toInt() > format) {
        return Error{
            ErrorCode::NewerFormat,
            Sentence::tr(
                "%1 comes from a newer version of Hookboard (format %2, this version knows %3). It was not changed. "
                "Update Hookboard to use it.")
                .arg(name)
                .arg(found.toInt())
                .arg(format)};
    }
    return object;
}

Result<QJsonObject> readJsonFile(const QString &path, int format)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, Sentence::tr("%1 does not exist.").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, Sentence::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    if (file.size() > kMaxFileBytes)
        return Error{ErrorCode::Malformed,
                     Sentence::tr("%1 is larger than 16 MiB, which no Hookboard file is.").arg(path)};
    return parseJson(file.readAll(), format, path);
}

Status writeJsonFile(const QString &path, QJsonObject object, int format)
{
    if (QFileInfo::exists(path)) {
        const Result<QJsonObject> present = readJsonFile(path, format);
        if (!present && present.error().code == ErrorCode::NewerFormat)
            return present.error();
    }
    object.insert("format"_L1, format);
    QSaveFile file(path); // syncs and renames in commit()
    if (!file.open(QIODevice::WriteOnly) || file.write(toStableJson(object)) < 0 || !file.commit())
        return Error{ErrorCode::Io, Sentence::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    return Done();
}

} // namespace hookboard
