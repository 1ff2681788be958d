// What the tabs Verification and Answer say of one delivery, in words. Pure.
#pragma once

#include "ui/events/handlingsteps.h"
#include "ui/events/inspecteddelivery.h"
#include "ui/factlist.h"

namespace hookboard {

QList<Fact> verificationFacts(const InspectedDelivery &delivery);
QList<Fact> answerFacts(const InspectedDelivery &delivery);
QList<HandlingSteps::Step> handlingSteps(const InspectedDelivery &delivery);

} // namespace hookboard
