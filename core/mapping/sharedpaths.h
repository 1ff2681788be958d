// SharedPaths: the distinct paths of one board. Paths that are compiled with it and written alike are one path, and an
// EventView remembers where each of them led: bindings, filters and columns that ask for the same field have it looked
// up once per event. Used while a board is compiled, by one thread.
#pragma once

#include "core/mapping/fieldpath.h"

#include <QtCore/QHash>

namespace hookboard {

class SharedPaths
{
public:
    // What paths ask of an event besides source, type, arrival and marks.
    struct Reads
    {
        bool payload = false;
        bool deliveryId = false;
        bool occurredAt = false;
        bool envelope = false; // headers, target, peer
        bool item = false;     // one of `each`
    };

    std::optional<FieldPath> known(QStringView text) const;
    void insert(QStringView text, const FieldPath &path, const Reads &reads);
    int size() const { return int(m_paths.size()); }
    const Reads &reads() const { return m_reads; }

private:
    QHash<QString, FieldPath> m_paths;
    Reads m_reads;
};

} // namespace hookboard
