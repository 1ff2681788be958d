#include "ui/dashboard/tileexporter.h"

#include "ui/csv.h"
#include "ui/dashboard/datadialog.h"
#include "ui/events/eventexport.h"
#include "ui/style/numberformat.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QProgressDialog>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kPictureRatio = 2; // sharp on paper and on dense screens
constexpr int kWholeProgress = 1000;

QString endingOf(PictureFormat format)
{
    return format == PictureFormat::Png ? u"png"_s : format == PictureFormat::Svg ? u"svg"_s : u"pdf"_s;
}

} // namespace

TileExporter::TileExporter(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

Picture TileExporter::pictureOf(Tile &tile)
{
    return {tile.spec().title, tile.size(), [guard = QPointer<Tile>(&tile)](QPainter &painter) {
                if (guard)
                    guard->paintStatic(painter);
            }};
}

void TileExporter::exportTile(Tile &tile, TileExport what)
{
    switch (what) {
    case TileExport::Csv:
    case TileExport::LocalCsv:
        exportCsv(tile, what == TileExport::LocalCsv);
        break;
    case TileExport::Events:
        if (const auto origin = originOfWindow(tile.facts()))
            exportEvents(*origin);
        break;
    case TileExport::Png:
        exportTilePicture(tile, PictureFormat::Png);
        break;
    case TileExport::Svg:
        exportTilePicture(tile, PictureFormat::Svg);
        break;
    case TileExport::Pdf:
        exportTilePicture(tile, PictureFormat::Pdf);
        break;
    case TileExport::Print:
        print(pictureOf(tile));
        break;
    case TileExport::CopyPicture:
        QGuiApplication::clipboard()->setImage(
            QImage::fromData(pictureBytes(pictureOf(tile), PictureFormat::Png, kPictureRatio), "PNG"));
        break;
    }
}

void TileExporter::chooseFile(const QString &title, const QString &name, const QStringList &filters, const Write &write)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(u"exportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void TileExporter::write(const QString &fileName, const QByteArray &bytes)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<TileExporter>(this), home = QCoreApplication::instance(), fileName, bytes] {
            const Status written = writeWholeFile(fileName, bytes);
            if (written.ok())
                return;
            QMetaObject::invokeMethod(
                home,
                [guard, message = written.error().message] {
                    if (guard) // looked at in its own thread only
                        emit guard->problem(message);
                },
                Qt::QueuedConnection);
        });
}

// What the tile shows when it is asked for, not when the name has been chosen.
void TileExporter::exportCsv(const Tile &tile, bool local)
{
    QStandardItemModel model;
    fillTileData(model, tile.facts());
    const CsvStyle style{local ? std::optional(tile.locale()) : std::nullopt};
    chooseFile(tr("Export data"), fileNameFor(tile.spec().title) + u".csv"_s, {tr("CSV (*.csv)")},
               [this, bytes = csvOf(model, style).toUtf8()](const QString &fileName) { write(fileName, bytes); });
}

void TileExporter::exportTilePicture(Tile &tile, PictureFormat format)
{
    const QString ending = endingOf(format);
    chooseFile(tr("Export picture"), fileNameFor(tile.spec().title) + u'.' + ending,
               {u"%1 (*.%2)"_s.arg(ending.toUpper(), ending)},
               [this, bytes = pictureBytes(pictureOf(tile), format, kPictureRatio)](const QString &fileName) {
                   write(fileName, bytes);
               });
}

void TileExporter::exportPicture(const Picture &picture)
{
    chooseFile(tr("Export board"), fileNameFor(picture.title) + u".png"_s,
               {tr("Picture (*.png)"), tr("Document (*.pdf)"), tr("Drawing (*.svg)")},
               [this, picture](const QString &fileName) {
                   const auto format = pictureFormatOf(fileName);
                   if (format)
                       write(fileName, pictureBytes(picture, *format, kPictureRatio));
                   else
                       emit problem(tr("The name must end in .png, .pdf or .svg."));
               });
}

void TileExporter::print(const Picture &picture)
{
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [picture, printer](QPrinter *chosen) { printPicture(picture, *chosen); });
    static_cast<QDialog *>(dialog)->open();
}

void TileExporter::exportEvents(const NamedOrigin &origin)
{
    EventFilter filter;
    filter.origin = origin.events;
    chooseFile(tr("Export events"), fileNameFor(origin.words) + u".ndjson"_s, {tr("One JSON object a line (*.ndjson)")},
               [this, query = filter.query()](const QString &fileName) { runExport(query, fileName); });
}

void TileExporter::runExport(const EventQuery &query, const QString &fileName)
{
    auto *progress = new QProgressDialog(tr("Writing events…"), tr("Stop"), 0, kWholeProgress, m_window);
    progress->setObjectName(u"exportProgress"_s);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setAutoReset(false);
    auto *job = new EventExport(m_fetch, query, fileName, progress);
    connect(progress, &QProgressDialog::canceled, job, &EventExport::stop);
    connect(job, &EventExport::progressed, progress, [progress](quint64 events, double share) {
        progress->setLabelText(tr("%1 events written").arg(formatCount(events, progress->locale())));
        progress->setValue(int(share * kWholeProgress));
    });
    connect(job, &EventExport::finished, this, [this, progress](const Status &outcome) {
        if (!outcome.ok())
            emit problem(outcome.error().message);
        progress->close();
    });
    job->start();
}

} // namespace hookboard
