// JSON files of a profile: UTF-8, keys in alphabetical order, two-space indent, a "format" number, saved atomically.
// A file of a newer format is refused with NewerFormat and never overwritten. Pure functions over files, any thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace hookboard {

QByteArray toStableJson(const QJsonObject &object);

// Malformed (with line and column) for bad JSON, NewerFormat when "format" is above the given one.
Result<QJsonObject> parseJson(const QByteArray &text, int format, const QString &name);

// NotFound when there is no such file.
Result<QJsonObject> readJsonFile(const QString &path, int format);
// Adds "format", writes beside the file, syncs and renames.
Status writeJsonFile(const QString &path, QJsonObject object, int format);

} // namespace hookboard
