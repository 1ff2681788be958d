// PaletteModel: the entries of a command palette that match what was typed, best first. GUI thread.
#pragma once

#include "ui/palette/commandpalette.h"

#include <QtCore/QAbstractListModel>

namespace hookboard {

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Icon = Qt::UserRole, Word, Detail, Key, Places };

    using QAbstractListModel::QAbstractListModel;

    void add(const QList<PaletteEntry> &entries);
    void setQuery(const QString &query);
    const PaletteEntry *entry(int row) const; // null = no such row

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Found
    {
        qsizetype entry;
        int score;
        QList<qsizetype> places; // of the word
    };

    QList<PaletteEntry> m_entries;
    QList<Found> m_found;
    QString m_query;
};

} // namespace hookboard
