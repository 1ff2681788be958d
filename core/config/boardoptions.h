// What the kinds of tiles can be told, in a board file: one object for each kind under "options". Only what differs
// from the default is written. Pure, any thread.
#pragma once

#include "core/config/jsonkeys.h"

namespace hookboard {

// `unknown` becomes what a newer writer put there.
TileOptions optionsFromJson(JsonKeys &keys, QJsonObject &unknown);
// Empty when all are the defaults and nothing is unknown.
QJsonObject optionsToJson(const TileOptions &options, const QJsonObject &unknown);

StateLook stateLookFromJson(JsonKeys &keys);
QJsonArray stateLooksToJson(const QList<StateLook> &looks);

} // namespace hookboard
