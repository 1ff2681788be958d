// What MappingStudio does when the tile in its preview offers something.
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/explaindialog.h"
#include "ui/mapping/bindingpane.h"
#include "ui/mapping/mappingstudio.h"
#include "ui/mapping/previewpane.h"
#include "ui/mapping/studiodraft.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace hookboard {

void MappingStudio::act(TileAction action)
{
    TileSpec tile = m_draft->tile();
    switch (action) {
    case TileAction::CopyAddress:
        if (m_parts.addressOf)
            QGuiApplication::clipboard()->setText(m_parts.addressOf(m_draft->binding().source));
        return;
    case TileAction::Widen:
        for (Binding &binding : tile.bindings)
            binding.window = widened(binding.window);
        m_draft->change(tile, tr("Look at another time span"));
        return;
    case TileAction::Fix:
        m_binding->openSlot(Slot::Value);
        return;
    default:
        break;
    }
    if (const Tile *shown = m_preview->tile()) {
        auto *dialog = new ExplainDialog(shown->facts(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ExplainDialog::originRequested, this, &MappingStudio::originWanted);
        dialog->open();
    }
}

void MappingStudio::showData()
{
    if (const Tile *shown = m_preview->tile()) {
        auto *dialog = new DataDialog(shown->facts(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace hookboard
