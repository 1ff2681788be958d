#include "ui/dashboard/datadialog.h"

#include "ui/csv.h"
#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/statelook.h"
#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/style/buttons.h"
#include "ui/style/chip.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/tablelook.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QMimeData>
#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kDataColumnLeast = 72;
constexpr int kDataColumnMost = 260;

QStandardItem *timeItem(qint64 timeUs, const TileFacts &facts)
{
    auto *item = new QStandardItem(formatMoment(timeUs, facts.context.nowUs, facts.locale, true, zoneOf(facts.spec)));
    item->setData(QDateTime::fromMSecsSinceEpoch(timeUs / 1000).toOffsetFromUtc(0).toString(Qt::ISODateWithMs),
                  kExportRole);
    return item;
}

void alignAsNumber(QStandardItem &item)
{
    item.setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

// Exported as it is shown, multiplied by its scale, but with all its digits.
QStandardItem *numberItem(double value, const TileFacts &facts)
{
    auto *item = new QStandardItem(formatNumber(value, facts.spec.format, facts.locale).text());
    item->setData(value * facts.spec.format.scale, kExportRole);
    alignAsNumber(*item);
    return item;
}

QStandardItem *cellItem(const Cell &cell, const TableColumn &column, const TileFacts &facts)
{
    auto *item = new QStandardItem(cellText(cell, column, facts.spec.format, facts.locale, facts.context.nowUs));
    const Scalar::Value &value = cell.value.value();
    if (column.format == TableColumn::Format::Number)
        alignAsNumber(*item);
    if (cell.missing || cell.value.isAbsent())
        item->setData(QString(), kExportRole);
    else if (const auto *whole = std::get_if<qint64>(&value))
        item->setData(QVariant::fromValue<qint64>(*whole), kExportRole);
    else if (const auto *large = std::get_if<quint64>(&value))
        item->setData(QVariant::fromValue<quint64>(*large), kExportRole);
    else if (const auto *number = std::get_if<double>(&value))
        item->setData(*number, kExportRole);
    return item;
}

// Times down, series across.
void fillSeries(QStandardItemModel &model, const TileFacts &facts)
{
    QMap<qint64, QList<double>> lines;
    QStringList header{DataDialog::tr("From")};
    const auto count = int(facts.snapshot.series.size());
    for (int i = 0; i < count; ++i) {
        const Series &series = facts.snapshot.series[i];
        const QString label = seriesLabel(series, 0);
        header << (label.isEmpty() ? DataDialog::tr("Value") : plainLine(label, 60));
        for (const Point &point : series.points) {
            QList<double> &line = lines[point.timeUs];
            if (line.isEmpty())
                line.fill(qQNaN(), count);
            line[i] = point.value;
        }
    }
    model.setHorizontalHeaderLabels(header);
    for (auto it = lines.cend(); it != lines.cbegin();) {
        --it;
        QList<QStandardItem *> row{timeItem(it.key(), facts)};
        for (const double value : it.value())
            row << numberItem(value, facts);
        model.appendRow(row);
    }
}

void fillTotals(QStandardItemModel &model, const TileFacts &facts)
{
    model.setHorizontalHeaderLabels({DataDialog::tr("Group"), DataDialog::tr("Value")});
    for (const Series &series : facts.snapshot.series) {
        model.appendRow({new QStandardItem(plainLine(seriesLabel(series, 0), 200)),
                         numberItem(series.total.value_or(qQNaN()), facts)});
    }
}

void fillRows(QStandardItemModel &model, const TileFacts &facts)
{
    QStringList header{DataDialog::tr("Received"), DataDialog::tr("Source"), DataDialog::tr("Type")};
    const QList<Row> &rows = facts.snapshot.rows;
    const bool told =
        std::any_of(rows.begin(), rows.end(), [](const Row &row) { return stateOf(row) != TileState::Live; });
    if (told)
        header << DataDialog::tr("State");
    for (const TableColumn &column : facts.spec.columns)
        header << plainLine(column.title.isEmpty() ? column.path : column.title, 60);
    model.setHorizontalHeaderLabels(header);
    for (const Row &row : rows) {
        QList<QStandardItem *> items{timeItem(row.timeUs, facts), new QStandardItem(plainLine(row.source, 80)),
                                     new QStandardItem(plainLine(row.type, 80))};
        if (told)
            items << new QStandardItem(stateWord(stateOf(row)));
        for (qsizetype i = 0; i < std::min(row.cells.size(), facts.spec.columns.size()); ++i)
            items << cellItem(row.cells[i], facts.spec.columns[i], facts);
        model.appendRow(items);
    }
}

QStandardItem *countItem(double count, const TileFacts &facts)
{
    auto *item = new QStandardItem(formatCount(quint64(count), facts.locale));
    item->setData(QVariant::fromValue(quint64(count)), kExportRole);
    alignAsNumber(*item);
    return item;
}

// The bars, then the percentiles.
void fillBins(QStandardItemModel &model, const TileFacts &facts)
{
    model.setHorizontalHeaderLabels({DataDialog::tr("From"), DataDialog::tr("To"), DataDialog::tr("Events")});
    for (const Bin &bin : facts.snapshot.bins)
        model.appendRow({numberItem(bin.from, facts), numberItem(bin.to, facts), countItem(bin.count, facts)});
    for (const Percentile &mark : facts.snapshot.percentiles) {
        auto *name = new QStandardItem(DataDialog::tr("Percentile %1").arg(facts.locale.toString(mark.percent)));
        alignAsNumber(*name);
        model.appendRow({name, numberItem(mark.value, facts), new QStandardItem});
    }
}

// The value and what it is measured against.
void fillGauge(QStandardItemModel &model, const TileFacts &facts)
{
    model.setHorizontalHeaderLabels({DataDialog::tr("What"), DataDialog::tr("Value")});
    const auto add = [&](const QString &what, double value) {
        model.appendRow({new QStandardItem(what), numberItem(value, facts)});
    };
    const auto value = facts.snapshot.value ? facts.snapshot.value->toDouble() : std::nullopt;
    add(DataDialog::tr("Value now"), value.value_or(qQNaN()));
    if (facts.spec.options.gauge.target)
        add(DataDialog::tr("Target"), *facts.spec.options.gauge.target);
    for (const Threshold &threshold : facts.spec.thresholds)
        add(thresholdText(facts.spec, threshold, facts.locale), threshold.from);
}

// Newest first.
void fillLanes(QStandardItemModel &model, const TileFacts &facts)
{
    model.setHorizontalHeaderLabels({DataDialog::tr("From"), DataDialog::tr("To"), DataDialog::tr("What"),
                                     DataDialog::tr("State"), DataDialog::tr("Meaning")});
    struct Line
    {
        const Lane *lane;
        const Lane::Span *span;
    };
    QList<Line> lines;
    for (const Lane &lane : facts.snapshot.lanes) {
        for (const Lane::Span &span : lane.spans)
            lines.append({&lane, &span});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.span->fromUs > b.span->fromUs; });
    for (const auto &[lane, span] : std::as_const(lines)) {
        const QString name = lane->label.isEmpty() ? facts.spec.title : lane->label;
        model.appendRow({timeItem(span->fromUs, facts), timeItem(span->toUs, facts),
                         new QStandardItem(plainLine(name, 200)), new QStandardItem(plainLine(span->state, 200)),
                         new QStandardItem(shownState(facts.spec.options.states, span->state).word)});
    }
}

void fill(QStandardItemModel &model, const TileFacts &facts)
{
    switch (facts.spec.kind) {
    case TileKind::Table:
    case TileKind::Feed:
        fillRows(model, facts);
        break;
    case TileKind::Bar:
    case TileKind::Donut:
        fillTotals(model, facts);
        break;
    case TileKind::Histogram:
        fillBins(model, facts);
        break;
    case TileKind::Gauge:
        fillGauge(model, facts);
        break;
    case TileKind::States:
        fillLanes(model, facts);
        break;
    case TileKind::Kpi:
    case TileKind::TimeSeries:
        fillSeries(model, facts);
        break;
    }
}

// Columns as wide as their texts ask for; the rest of the width is spread, so that no column runs away from the others.
void fitColumns(QTableView &table, int room)
{
    const int count = table.model()->columnCount();
    table.resizeColumnsToContents();
    int sum = 0;
    for (int column = 0; column < count; ++column) {
        table.setColumnWidth(column, std::clamp(table.columnWidth(column) + 12, kDataColumnLeast, kDataColumnMost));
        sum += table.columnWidth(column);
    }
    for (int column = 0; column < count && sum < room; ++column)
        table.setColumnWidth(column, table.columnWidth(column) + (room - sum) / count);
}

// What the tile itself would say: numbers that are stale, simulated or partial are so in a table too.
QLayout *stateLine(const TileFacts &facts, QWidget *parent)
{
    auto *chip = new Chip(parent);
    chip->setLook(stateChip(facts.condition.state));
    auto *sentence = new QLabel(tileFooter(facts).left, parent);
    sentence->setObjectName(u"dataState"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 12, 16, 12);
    line->setSpacing(8);
    line->addWidget(chip);
    line->addWidget(sentence, 1);
    return line;
}

} // namespace

void fillTileData(QStandardItemModel &model, const TileFacts &facts)
{
    fill(model, facts);
}

QString fileNameFor(const QString &title)
{
    QString name = plainLine(title, 60);
    for (const QChar unfit : u"/\\:*?\"<>|"_s)
        name.replace(unfit, u'-');
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    return name.isEmpty() ? u"tile"_s : name;
}

DataDialog::DataDialog(const TileFacts &facts, QWidget *parent)
    : QDialog(parent)
    , m_title(facts.spec.title)
    , m_locale(facts.locale)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"dataDialog"_s);
    setWindowTitle(tr("Data of %1").arg(plainLine(facts.spec.title, 80)));
    fillTileData(*m_model, facts);
    for (int column = 0; m_model->rowCount() > 0 && column < m_model->columnCount(); ++column)
        m_model->setHeaderData(column, Qt::Horizontal, m_model->index(0, column).data(Qt::TextAlignmentRole),
                               Qt::TextAlignmentRole);
    prepareTable(*m_table, themeOf(this).metrics().tableRow);
    m_table->setAccessibleName(windowTitle());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setModel(m_model);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setForegroundRole(QPalette::PlaceholderText);
    m_outcome->setText(tr("%n rows", nullptr, m_model->rowCount()));
    auto *copyKey = new QShortcut(QKeySequence::Copy, this);
    connect(copyKey, &QShortcut::activated, this, &DataDialog::copy);
    auto *copyButton = makeButton(tr("Copy"), u"copy"_s, ButtonKind::Normal, this);
    copyButton->setObjectName(u"copyData"_s);
    copyButton->setToolTip(tr("The selected rows, or all of them"));
    connect(copyButton, &QPushButton::clicked, this, &DataDialog::copy);
    auto *save = makeButton(tr("Export\u2026"), u"export"_s, ButtonKind::Normal, this);
    save->setObjectName(u"exportData"_s);
    connect(save, &QPushButton::clicked, this, &DataDialog::chooseFile);
    auto *close = makeButton(tr("Close"), {}, ButtonKind::Normal, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 12);
    buttons->setSpacing(8);
    buttons->addWidget(copyButton);
    buttons->addWidget(save);
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (!stateWord(facts.condition.state).isEmpty())
        layout->addLayout(stateLine(facts, this));
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    resize(680, 520);
    fitColumns(*m_table, width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

void DataDialog::copy()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (int row = 0; rows.isEmpty() && row < m_model->rowCount(); ++row)
        rows << m_model->index(row, 0);
    auto *copied = new QMimeData;
    copied->setText(tabbedText(rows));
    copied->setData(u"text/csv"_s, csvOf(rows).toUtf8());
    QGuiApplication::clipboard()->setMimeData(copied);
    m_outcome->setText(tr("%n rows copied", nullptr, int(rows.size())));
}

void DataDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export data"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString local = tr("CSV for spreadsheets of this country (*.csv)");
    dialog->setNameFilters({tr("CSV for other programs (*.csv)"), local});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(fileNameFor(m_title));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, local](const QString &fileName) {
        writeFile(fileName, dialog->selectedNameFilter() == local);
    });
    dialog->open();
}

void DataDialog::writeFile(const QString &fileName, bool local)
{
    const CsvStyle style{local ? std::optional(m_locale) : std::nullopt};
    QThreadPool::globalInstance()->start([guard = QPointer<DataDialog>(this), home = QCoreApplication::instance(),
                                          fileName, csv = csvOf(*m_model, style).toUtf8()] {
        QSaveFile file(fileName);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
        const QString outcome = written ? tr("Written to %1").arg(fileName)
                                        : tr("%1 cannot be written: %2").arg(fileName, file.errorString());
        QMetaObject::invokeMethod(
            home,
            [guard, outcome] {
                if (guard) // looked at in its own thread only
                    guard->m_outcome->setText(outcome);
            },
            Qt::QueuedConnection);
    });
}

} // namespace hookboard
