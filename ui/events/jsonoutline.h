// JsonOutline: a JSON text as the lines of a tree, for reading. Keeps the order of keys, repeated keys and the exact
// digits of numbers, which a parsed document would not. Bounded whatever comes in: bytes read, nodes and depth. Pure,
// any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace hookboard {

struct OutlineNode
{
    enum class Kind : quint8 { Object, Array, Text, Number, Word }; // Word: true, false, null
    Kind kind = Kind::Word;
    int parent = -1; // -1 = the root
    int rowInParent = 0;
    QList<int> children;
    QString key;   // member name; empty for items and the root
    QString value; // leaf as written, text without quotes and with escapes undone; bounded
};

struct JsonOutline
{
    static constexpr qsizetype kMaxBytes = 256 * 1024;
    static constexpr int kMaxNodes = 20'000;
    static constexpr int kMaxDepth = 64;
    static constexpr int kMaxText = 4'096;

    QList<OutlineNode> nodes; // nodes[0] is the root; empty = not JSON at all
    bool complete = true;     // false: a bound was hit, the rest is not in nodes
    bool valid = true;        // false: the text stops being JSON at `errorOffset`
    qsizetype errorOffset = -1;
};

JsonOutline readJsonOutline(const QByteArray &json);
// name=value&name=value as an outline of texts, for form posts.
JsonOutline readFormOutline(const QByteArray &form);

} // namespace hookboard
