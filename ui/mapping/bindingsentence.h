// What a tile will show, as one sentence in plain words. Its pieces lead to the slots they come from. Pure, any thread.
#pragma once

#include "ui/mapping/bindingslots.h"

namespace hookboard {

struct SentencePiece
{
    QString text;
    std::optional<Slot> slot; // a piece that opens this slot
};

// `bucketUs`: what an automatic bucket became; 0 = not known yet.
QList<SentencePiece> bindingSentence(const TileSpec &tile, qsizetype binding, qint64 bucketUs, const QLocale &locale);
QString sentenceText(const QList<SentencePiece> &pieces);

} // namespace hookboard
