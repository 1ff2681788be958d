// Where a text in UTF-8 may be cut: between two characters, not inside one. Pure.
#pragma once

#include <QtCore/QByteArrayView>

#include <algorithm>

namespace hookboard {

// As many whole characters from the front as fit into `most` bytes. What is no UTF-8 is cut too, somewhere.
inline QByteArrayView cutUtf8(QByteArrayView text, qsizetype most)
{
    qsizetype size = std::min(text.size(), most);
    while (size > 0 && size < text.size() && (uchar(text[size]) & 0xc0) == 0x80)
        --size;
    return text.first(size);
}

} // namespace hookboard
