#include "core/types/secretnames.h"

#include <QtCore/QByteArray>

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

constexpr std::array<QByteArrayView, 6> kParameters{"token", "secret", "password", "key", "sig", "pwd"};
constexpr std::array<QByteArrayView, 7> kNames{
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-authorization", "api-key", "apikey"};
// Behind another word, also where nothing parts the two.
constexpr std::array<QByteArrayView, 6> kEndings{"token", "secret", "password", "passwd", "api-key", "apikey"};
// Behind another word, or alone.
constexpr std::array<QByteArrayView, 11> kLastWords{
    "-auth",        "-auth-key",    "-functions-key", "-subscription-key", "-access-key",   "-secret-key",
    "-private-key", "-signing-key", "-credential",    "-credentials",      "-jwt-assertion"};

bool isLower(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// A capital behind a small letter begins a word, and so does the last of several before a small one.
bool beginsWord(QByteArrayView name, qsizetype at)
{
    if (at == 0 || !isUpper(name[at]))
        return false;
    return isLower(name[at - 1]) || (isUpper(name[at - 1]) && at + 1 < name.size() && isLower(name[at + 1]));
}

// Names of headers mostly have their words parted already.
bool isParted(QByteArrayView name)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (name[at] == '_' || name[at] == '.' || beginsWord(name, at))
            return false;
    }
    return true;
}

QByteArray parted(QByteArrayView name)
{
    QByteArray words;
    words.reserve(name.size() + 8);
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (beginsWord(name, at))
            words += '-';
        words += name[at] == '_' || name[at] == '.' ? '-' : name[at];
    }
    return words;
}

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool endsLike(QByteArrayView name, QByteArrayView ending)
{
    // The last letter first: this is asked of every header of every delivery.
    return name.size() > ending.size() && (name.back() | 0x20) == ending.back() &&
           sameText(name.last(ending.size()), ending);
}

bool isSecretWord(QByteArrayView name)
{
    const auto same = [name](QByteArrayView known) { return sameText(name, known); };
    const auto ends = [name](QByteArrayView ending) { return endsLike(name, ending); };
    const auto isOrEnds = [&](QByteArrayView words) { return ends(words) || same(words.sliced(1)); };
    return std::any_of(kEndings.begin(), kEndings.end(), ends) ||
           std::any_of(kLastWords.begin(), kLastWords.end(), isOrEnds) ||
           std::any_of(kNames.begin(), kNames.end(), same);
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    return isParted(name) ? isSecretWord(name) : isSecretWord(parted(name)) || isSecretWord(name);
}

bool isSecretParameter(QByteArrayView name)
{
    const auto same = [name](QByteArrayView known) { return sameText(name, known); };
    return isSecretName(name) || std::any_of(kParameters.begin(), kParameters.end(), same);
}

} // namespace hookboard
