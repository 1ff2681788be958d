// Sentences of core that people read in a window: about files, sources, secrets, paths and filters. Any thread. Without
// an installed translation, as in hookboardctl, they are English. What senders are answered and what is stored is not
// said through here: it is English whatever the language of the window.
#pragma once

#include <QtCore/QCoreApplication>

namespace hookboard {

// The context has its name: where lupdate does not find the declaration, it takes the name.
struct Sentence
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace hookboard
