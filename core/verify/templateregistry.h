// TemplateRegistry: every verification template the program knows, by provider name. Filled once at start-up, read-only
// afterwards and then safe to read from any thread. Owned by the composition root; outlives all verifiers.
#pragma once

#include "core/types/provider.h"
#include "core/verify/schemetemplate.h"

#include <QtCore/QMap>

namespace hookboard {

class TemplateRegistry
{
public:
    // Adds the templates that ship with the program. An Error means that the build is broken.
    Status loadBuiltIn();
    // Adds templates from memory: provider name -> content of its file. `extends` may name one of these or one that is
    // already here. All or nothing: Malformed names the template and the field.
    Status add(const QMap<QString, QByteArray> &files);

    // Null when there is none of that name.
    const SchemeTemplate *find(const QString &key) const;
    QStringList keys() const;
    // For the preset list, by display name; "none" last.
    QList<ProviderInfo> providers() const;
    // The headers in which senders bring a secret itself, not a signature that proves it.
    QList<QByteArray> secretHeaders() const;

private:
    QMap<QString, QJsonObject> m_sources; // as written; templates that extend them need it
    QMap<QString, SchemeTemplate> m_templates;
};

ProviderInfo providerInfo(const SchemeTemplate &scheme);

} // namespace hookboard
