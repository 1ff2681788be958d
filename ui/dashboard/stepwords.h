// What a step of a binding does to its value, in words, for whoever wants to know how a number is made. Pure.
#pragma once

#include "core/types/binding.h"

#include <QtCore/QLocale>

namespace hookboard {

QString stepWords(const ValueStep &step, const QLocale &locale);
// All steps, one after the other; empty when there are none.
QString stepsWords(const QList<ValueStep> &list, const QLocale &locale);

} // namespace hookboard
