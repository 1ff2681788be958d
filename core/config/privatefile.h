// Files that nobody but their owner may read: what they are is asked of the open file, never of its name, so nothing
// can come between the look and the use. Where a system has no such modes, the folder's have to do. Any thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace hookboard {

// NotFound when there is none; SecretUnavailable when others may read or write it, or when it is a link or no file.
Result<QByteArray> readPrivateFile(const QString &path, qint64 maxBytes);
// Replaces the file, or what is there under its name, as a whole. It never exists with another mode than 0600.
Status writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace hookboard
