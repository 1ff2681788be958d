// Boards that are only looked at, as the tile that is being edited: folded like any other, but without a file and
// without checkpoints. Their ids begin with a slash, which no file name holds.
#pragma once

#include <QtCore/QString>

namespace hookboard {

inline bool isPreviewBoard(const QString &boardId)
{
    return boardId.startsWith(u'/');
}

inline QString previewFamily(const QString &boardId)
{
    return boardId.left(boardId.indexOf(u'?'));
}

} // namespace hookboard
