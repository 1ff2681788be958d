#include "core/aggregate/specdigest.h"

#include "core/aggregate/accumulator.h"
#include "core/aggregate/window.h"

#include <QtCore/QCryptographicHash>

namespace hookboard {

namespace {

// Raised when the same spec begins to fold differently.
constexpr quint64 kFoldVersion = 1;

} // namespace

QByteArray specDigest(const TileSpec &tile, const Binding &binding)
{
    const bool isRows = tile.kind == TileKind::Table || tile.kind == TileKind::Feed;
    const Window &window = binding.window;
    StateWriter out;
    out.number(kFoldVersion);
    out.number(quint64(tile.kind));
    out.bytes(binding.source.toUtf8());
    out.number(quint64(binding.types.size()));
    for (const QString &type : binding.types)
        out.bytes(type.toUtf8());
    out.bytes(binding.filter.toUtf8());
    out.bytes(binding.value.toUtf8());
    out.number(quint64(foldKind(binding.aggregation)));
    out.flag(needsNumber(binding.aggregation));
    out.bytes(binding.groupBy.toUtf8());
    out.bytes(binding.time.toUtf8());
    out.number(quint64(binding.timeBasis));
    out.flag(binding.verifiedOnly);
    out.number(quint64(window.kind));
    out.integer(window.kind == Window::Kind::Rolling ? window.lengthUs : 0);
    out.number(window.kind == Window::Kind::Calendar ? quint64(window.unit) : 0);
    out.integer(window.kind == Window::Kind::LastEvents ? window.events : 0);
    out.bytes(zoneOf(window).id());
    out.integer(binding.bucketUs);
    if (isRows) {
        out.integer(tile.rowLimit);
        out.number(quint64(tile.columns.size()));
        for (const TableColumn &column : tile.columns)
            out.bytes(column.path.toUtf8());
    }
    return QCryptographicHash::hash(out.sealed(), QCryptographicHash::Sha256).first(16);
}

} // namespace hookboard
