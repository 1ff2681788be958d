// Options: the command line of `hookboard` as a value. Parsing never exits; main() decides what to do.
#pragma once

#include "core/types/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace hookboard {

struct Options
{
    QString profile; // empty = the user's own
    QString board;   // a board file to open beside those of the profile
    bool demo = false;
    std::optional<quint16> port;
    bool fullscreen = false;
    QString trace; // file that gets one JSON line for each sampled event; empty = none

    QString render; // board file to draw without a window
    QSize size{1600, 900};
    QDateTime at; // time for which to render; invalid = now
    QString out;

    std::optional<QString> answer; // text of --help or --version: print it and end
};

// InvalidArgument says what is wrong and what to do.
Result<Options> parseOptions(const QStringList &arguments);

} // namespace hookboard
