// `hookboard --render`: draws the stored state of a board into a file, without a window. Blocks; GUI thread.
#pragma once

#include "app/desktop/options.h"
#include "core/types/result.h"

class QApplication;

namespace hookboard {

Status runRender(const Options &options, QApplication &application);

} // namespace hookboard
