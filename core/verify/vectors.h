// Running a file of signature vectors against the verifier: each vector is one delivery with its own clock and the
// verdict that is right for it. Pure; for `hookboardctl verify --vectors` and the tests.
#pragma once

#include "core/types/result.h"

#include <QtCore/QStringList>

namespace hookboard {

class TemplateRegistry;

struct VectorReport
{
    int passed = 0;
    int failed = 0;
    int skipped = 0;   // no template can say them; they need code that is not built yet
    QStringList wrong; // one line for each failed vector

    // What the command prints: the wrong verdicts, a line about the skipped ones, and "N passed, N failed" last.
    QStringList lines() const;
};

// Malformed with the place when the file is not of this format, NewerFormat when it is of a later one.
Result<VectorReport> runVectors(const QByteArray &json, const TemplateRegistry &templates);

// The name of a reason in vector files; empty for a code that no vector has.
QLatin1StringView vectorReason(ErrorCode code);

} // namespace hookboard
