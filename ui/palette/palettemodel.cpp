#include "ui/palette/palettemodel.h"

#include "ui/palette/fuzzymatch.h"
#include "ui/style/plaintext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostFound = 200; // nobody scrolls further
constexpr qsizetype kSearched = 120;  // characters of a word
constexpr int kOfDetail = -1'000;     // a match that needs the detail comes after all others

// Letters strewn over word and place would find too much.
bool holdsWords(const QString &text, const QString &query)
{
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

void PaletteModel::add(const QList<PaletteEntry> &entries)
{
    m_entries += entries;
    setQuery(m_query);
}

void PaletteModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    m_found.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const QString word = plainLine(m_entries[i].word, kSearched);
        if (const auto match = fuzzyMatch(query, word)) {
            m_found.append({i, match->score, match->places});
        } else if (holdsWords(word + u' ' + plainLine(m_entries[i].detail, kSearched), query)) {
            m_found.append({i, kOfDetail, {}});
        }
    }
    std::stable_sort(m_found.begin(), m_found.end(), [this](const Found &a, const Found &b) {
        return a.score != b.score ? a.score > b.score : m_entries[a.entry].rank < m_entries[b.entry].rank;
    });
    if (m_found.size() > kMostFound) {
        m_found.resize(kMostFound);
    }
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    return row >= 0 && row < m_found.size() ? &m_entries[m_found[row].entry] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *one = index.isValid() ? entry(index.row()) : nullptr;
    if (!one) {
        return {};
    }
    switch (role) {
    case Icon:
        return one->icon;
    case Qt::DisplayRole:
    case Word:
        return plainLine(one->word, kSearched);
    case Detail:
        return plainLine(one->detail, kSearched);
    case Key:
        return one->key;
    case Places:
        return QVariant::fromValue(m_found[index.row()].places);
    case Qt::AccessibleTextRole:
        return QStringList{plainLine(one->word, kSearched), plainLine(one->detail, kSearched), one->key}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace hookboard
