// hookboard: the desktop. Reads its command line and hands over to one of three: answer, picture, window.
#include "app/desktop/desktop.h"
#include "app/desktop/options.h"
#include "app/desktop/rendercommand.h"
#include "core/ingest/largeblocks.h"
#include "core/ingest/openfiles.h"
#include "core/journal/filesizelimit.h"
#include "ui/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFailure = 1;
constexpr int kWrongUsage = 2;

int complain(const Error &error)
{
    QTextStream(stderr) << "hookboard: " << error.message << '\n';
    return error.code == ErrorCode::InvalidArgument ? kWrongUsage : kFailure;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Before QApplication, so that --help works where there is no display.
    const Result<Options> options = parseOptions(arguments);
    if (!options)
        return complain(options.error());
    if (options->answer) {
        QTextStream(stdout) << *options->answer;
        return 0;
    }

    surviveFileSizeLimit();
    returnLargeBlocks();
    allowManyConnections();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hookboard"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKBOARD_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Hookboard"_s);
    QGuiApplication::setDesktopFileName(u"hookboard"_s);
    installTranslations(application, QLocale::system());

    if (!options->render.isEmpty()) {
        const Status drawn = runRender(*options, application);
        return drawn ? 0 : complain(drawn.error());
    }
    Desktop desktop(application, *options);
    const Result<bool> started = desktop.start();
    if (!started) {
        // Started from a menu, nobody sees standard error.
        QMessageBox box(QMessageBox::Critical, u"Hookboard"_s, started.error().message, QMessageBox::Close);
        box.setTextFormat(Qt::PlainText);
        const int outcome = complain(started.error());
        if (QGuiApplication::platformName() != "offscreen"_L1)
            box.exec();
        return outcome;
    }
    return *started ? QApplication::exec() : 0; // false: another window of this profile was raised
}
