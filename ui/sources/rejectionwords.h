// What a refusal means and what to do about it, in words for the window. Pure.
#pragma once

#include "core/types/error.h"

#include <QtCore/QString>

namespace hookboard {

struct RejectionWords
{
    QString title;  // "Signature does not match"
    QString advice; // one or two sentences: what it means for the numbers, what to do
};

RejectionWords rejectionWords(ErrorCode code);

} // namespace hookboard
