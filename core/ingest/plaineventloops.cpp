#include "core/ingest/plaineventloops.h"

#include <QtCore/QByteArray>

namespace hookboard {

// Qt offers this choice through the environment alone; its poll dispatcher is not public.
void preferPlainEventLoops()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
}

} // namespace hookboard
