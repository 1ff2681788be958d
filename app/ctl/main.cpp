#include "app/ctl/command.h"
#include "core/ingest/largeblocks.h"
#include "core/ingest/openfiles.h"
#include "core/journal/filesizelimit.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    hookboard::surviveFileSizeLimit();
    hookboard::returnLargeBlocks();
    hookboard::allowManyConnections();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hookboardctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKBOARD_VERSION));
    return hookboard::runCommandLine(QCoreApplication::arguments().mid(1));
}
