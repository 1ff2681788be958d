#include "ui/palette/fuzzymatch.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kStartOfText = 30;
constexpr int kStartOfWord = 20;
constexpr int kInARow = 28;
constexpr int kAnywhere = 2;
constexpr int kLongText = 1; // taken off per character beyond the query

// One character each, so that places stay those of the text: "é" becomes "e", "ß" stays.
QString folded(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const QString parts = c.decompositionTag() == QChar::Canonical ? c.decomposition() : QString();
        plain += (parts.isEmpty() ? c : parts.front()).toLower();
    }
    return plain;
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

// The word as a whole if it stands there, else its letters one after the other, at starts of words where it can.
std::optional<FuzzyMatch> matchWord(const QString &word, const QString &plain, const QString &text)
{
    FuzzyMatch match;
    qsizetype whole = -1;
    for (qsizetype at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
        if (whole < 0 || (startsWord(text, at) && !startsWord(text, whole))) {
            whole = at;
        }
    }
    qsizetype next = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        qsizetype at = whole >= 0 ? whole + i : plain.indexOf(word[i], next);
        if (at < 0) {
            return std::nullopt;
        }
        const bool inARow = !match.places.isEmpty() && at == match.places.last() + 1;
        if (whole < 0 && !inARow && !startsWord(text, at)) {
            // A later start of a word is meant rather than this letter within one, if the rest still follows.
            for (qsizetype later = at; later >= 0; later = plain.indexOf(word[i], later + 1)) {
                if (startsWord(text, later)) {
                    at = later;
                    break;
                }
            }
        }
        match.score += inARow ? kInARow : at == 0 ? kStartOfText : startsWord(text, at) ? kStartOfWord : kAnywhere;
        match.places.append(at);
        next = at + 1;
    }
    return match;
}

// Straight through, for when reaching for starts of words went too far.
std::optional<FuzzyMatch> matchLetters(const QString &word, const QString &plain)
{
    FuzzyMatch match;
    qsizetype next = 0;
    for (const QChar c : word) {
        const qsizetype at = plain.indexOf(c, next);
        if (at < 0) {
            return std::nullopt;
        }
        match.score += kAnywhere;
        match.places.append(at);
        next = at + 1;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text)
{
    const QString plain = folded(text);
    const QStringList words = folded(query).split(u' ', Qt::SkipEmptyParts);
    FuzzyMatch whole;
    for (const QString &word : words) {
        std::optional<FuzzyMatch> match = matchWord(word, plain, text);
        if (!match) {
            match = matchLetters(word, plain);
        }
        if (!match) {
            return std::nullopt;
        }
        whole.score += match->score;
        whole.places += match->places;
    }
    if (!words.isEmpty()) {
        whole.score -= kLongText * int(std::max<qsizetype>(0, text.size() - query.size()));
    }
    std::sort(whole.places.begin(), whole.places.end());
    return whole;
}

} // namespace hookboard
