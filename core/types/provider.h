// ProviderInfo: what the preset list of the source dialog needs to know of a verification template. A plain value.
#pragma once

#include <QtCore/QString>

namespace hookboard {

struct ProviderInfo
{
    QString key;         // "github"
    QString displayName; // "GitHub"
    QString scheme;      // one line for people: "HMAC-SHA256 over the raw body, hex"
    QString signatureHeader;
    QString secretHint; // what to paste
    bool needsSecret = true;
    bool signsUrl = false; // publicUrl is part of what is signed
};

} // namespace hookboard
