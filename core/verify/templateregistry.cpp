#include "core/verify/templateregistry.h"

#include "core/types/sentence.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <algorithm>

// The templates are linked in with a static library, whose initialisers run only when somebody asks for them.
static void initTemplateResources()
{
    Q_INIT_RESOURCE(providers);
}

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kMaxExtends = 8; // deeper is a circle

// The object with everything it inherits. A field given here replaces the inherited one whole; null takes it away.
Result<QJsonObject> flattened(const QString &key, const QMap<QString, QJsonObject> &all, int depth)
{
    QJsonObject own = all.value(key);
    const QJsonValue parent = own.take("extends"_L1);
    if (parent.isUndefined())
        return own;
    if (!parent.isString() || !all.contains(parent.toString()))
        return {ErrorCode::Malformed, u"template %1: extends names no template."_s.arg(key)};
    if (depth == kMaxExtends)
        return {ErrorCode::Malformed, u"template %1: extends goes in a circle."_s.arg(key)};
    Result<QJsonObject> whole = flattened(parent.toString(), all, depth + 1);
    if (!whole)
        return whole;
    for (auto it = own.begin(); it != own.end(); ++it) {
        if (it.value().isNull())
            whole->remove(it.key());
        else
            whole->insert(it.key(), it.value());
    }
    return whole;
}

QString hashName(SignatureHash hash)
{
    switch (hash) {
    case SignatureHash::Sha1:
        return u"SHA1"_s;
    case SignatureHash::Sha256:
        return u"SHA256"_s;
    case SignatureHash::Sha512:
        return u"SHA512"_s;
    }
    return {};
}

QString encodingName(SignatureEncoding encoding)
{
    switch (encoding) {
    case SignatureEncoding::Hex:
        return u"hex"_s;
    case SignatureEncoding::Base64:
        return u"base64"_s;
    case SignatureEncoding::Base64Url:
        return u"base64url"_s;
    }
    return {};
}

QString signedWords(const SchemeTemplate &scheme)
{
    QStringList words;
    const auto say = [&](SignedPiece::Kind kind, const QString &word) {
        if (scheme.signs(kind))
            words << word;
    };
    say(SignedPiece::Kind::Id, Sentence::tr("id"));
    say(SignedPiece::Kind::Timestamp, Sentence::tr("timestamp"));
    say(SignedPiece::Kind::Method, Sentence::tr("method"));
    say(SignedPiece::Kind::Url, Sentence::tr("public URL"));
    say(SignedPiece::Kind::UrlDecoded, Sentence::tr("public URL"));
    say(SignedPiece::Kind::HeaderField, Sentence::tr("headers"));
    say(SignedPiece::Kind::Json, Sentence::tr("fields of the body"));
    say(SignedPiece::Kind::Form, Sentence::tr("a form field"));
    say(SignedPiece::Kind::Body, Sentence::tr("the raw body"));
    const QString last = words.takeLast();
    return words.isEmpty() ? last : Sentence::tr("%1 and %2").arg(words.join(u", "_s), last);
}

QString schemeLine(const SchemeTemplate &scheme)
{
    switch (scheme.scheme) {
    case Scheme::None:
        return Sentence::tr("No signature; events stay marked unverified");
    case Scheme::Token:
        return Sentence::tr("Secret token in a header");
    case Scheme::Basic:
        return Sentence::tr("HTTP Basic user and password");
    case Scheme::Hmac:
        return Sentence::tr("HMAC-%1 over %2, %3")
            .arg(hashName(scheme.hash), signedWords(scheme), encodingName(scheme.encoding));
    case Scheme::Ed25519:
        return Sentence::tr("Ed25519 over %1, %2").arg(signedWords(scheme), encodingName(scheme.encoding));
    case Scheme::EcdsaP256Sha256:
        return Sentence::tr("ECDSA P-256 over %1, %2").arg(signedWords(scheme), encodingName(scheme.encoding));
    }
    return {};
}

} // namespace

ProviderInfo providerInfo(const SchemeTemplate &scheme)
{
    // The templates are data; resources/translations/update.sh notes their words.
    const auto translated = [](const QString &words) {
        return QCoreApplication::translate("Provider", words.toUtf8().constData());
    };
    ProviderInfo info;
    info.key = scheme.key;
    info.displayName = translated(scheme.displayName);
    info.scheme = schemeLine(scheme);
    if (!scheme.signature.headers.isEmpty())
        info.signatureHeader = QString::fromUtf8(scheme.signature.headers.first());
    else if (!scheme.signature.headerPrefix.isEmpty())
        info.signatureHeader = QString::fromUtf8(scheme.signature.headerPrefix + "1");
    info.secretHint = translated(scheme.secretHint);
    info.needsSecret = scheme.scheme != Scheme::None;
    info.signsUrl = scheme.signs(SignedPiece::Kind::Url) || scheme.signs(SignedPiece::Kind::UrlDecoded);
    return info;
}

Status TemplateRegistry::loadBuiltIn()
{
    initTemplateResources();
    QMap<QString, QByteArray> files;
    const QDir folder(u":/hookboard/providers"_s);
    for (const QFileInfo &entry : folder.entryInfoList({u"*.json"_s}, QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return {ErrorCode::Io, u"The built-in template %1 cannot be read."_s.arg(entry.fileName())};
        files.insert(entry.completeBaseName(), file.readAll());
    }
    if (files.isEmpty())
        return {ErrorCode::NotFound, u"This build has no verification templates."_s};
    return add(files);
}

Status TemplateRegistry::add(const QMap<QString, QByteArray> &files)
{
    QMap<QString, QJsonObject> sources = m_sources;
    for (auto it = files.begin(); it != files.end(); ++it) {
        QJsonParseError parsed;
        const QJsonDocument document = QJsonDocument::fromJson(it.value(), &parsed);
        if (!document.isObject()) {
            return {ErrorCode::Malformed, u"template %1: not a JSON object (%2 at byte %3)."_s.arg(
                                              it.key(), parsed.errorString(), QString::number(parsed.offset))};
        }
        sources.insert(it.key(), document.object());
    }
    QMap<QString, SchemeTemplate> templates = m_templates;
    for (auto it = files.begin(); it != files.end(); ++it) {
        const Result<QJsonObject> whole = flattened(it.key(), sources, 0);
        if (!whole)
            return whole.error();
        Result<SchemeTemplate> made = parseSchemeTemplate(it.key(), *whole);
        if (!made)
            return made.error();
        templates.insert(it.key(), std::move(made).value());
    }
    m_sources = std::move(sources);
    m_templates = std::move(templates);
    return Done();
}

const SchemeTemplate *TemplateRegistry::find(const QString &key) const
{
    const auto it = m_templates.constFind(key);
    return it == m_templates.constEnd() ? nullptr : &it.value();
}

QStringList TemplateRegistry::keys() const
{
    return m_templates.keys();
}

QList<ProviderInfo> TemplateRegistry::providers() const
{
    QList<ProviderInfo> infos;
    for (const SchemeTemplate &scheme : m_templates)
        infos << providerInfo(scheme);
    std::sort(infos.begin(), infos.end(), [](const ProviderInfo &a, const ProviderInfo &b) {
        if (a.needsSecret != b.needsSecret)
            return a.needsSecret;
        return a.displayName.compare(b.displayName, Qt::CaseInsensitive) < 0;
    });
    return infos;
}

QList<QByteArray> TemplateRegistry::secretHeaders() const
{
    QList<QByteArray> names;
    for (const SchemeTemplate &scheme : m_templates) {
        if (scheme.scheme != Scheme::Token)
            continue;
        names += scheme.signature.headers;
        for (int i = 1; i <= scheme.signature.max; ++i)
            names.append(scheme.signature.headerPrefix + QByteArray::number(i));
    }
    return names;
}

} // namespace hookboard
