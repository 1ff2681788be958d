#include "ui/dashboard/datadialog.h"

#include "ui/csv.h"
#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/tablelook.h"

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
    auto *item = new QStandardItem(formatMoment(timeUs, facts.context.nowUs, facts.locale, true));
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
    for (const TableColumn &column : facts.spec.columns)
        header << plainLine(column.title.isEmpty() ? column.path : column.title, 60);
    model.setHorizontalHeaderLabels(header);
    for (const Row &row : facts.snapshot.rows) {
        QList<QStandardItem *> items{timeItem(row.timeUs, facts), new QStandardItem(plainLine(row.source, 80)),
                                     new QStandardItem(plainLine(row.type, 80))};
        for (qsizetype i = 0; i < std::min(row.cells.size(), facts.spec.columns.size()); ++i)
            items << cellItem(row.cells[i], facts.spec.columns[i], facts);
        model.appendRow(items);
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

} // namespace

DataDialog::DataDialog(const TileFacts &facts, QWidget *parent)
    : QDialog(parent)
    , m_title(facts.spec.title)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"dataDialog"_s);
    setWindowTitle(tr("Data of %1").arg(plainLine(facts.spec.title, 80)));
    if (facts.spec.kind == TileKind::Table || facts.spec.kind == TileKind::Feed)
        fillRows(*m_model, facts);
    else if (facts.spec.kind == TileKind::Bar)
        fillTotals(*m_model, facts);
    else
        fillSeries(*m_model, facts);
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
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    QString name = plainLine(m_title, 60);
    name.replace(u'/', u'-');
    dialog->selectFile(name.isEmpty() ? u"tile"_s : name);
    connect(dialog, &QFileDialog::fileSelected, this, &DataDialog::writeFile);
    dialog->open();
}

void DataDialog::writeFile(const QString &fileName)
{
    QThreadPool::globalInstance()->start([guard = QPointer<DataDialog>(this), home = QCoreApplication::instance(),
                                          fileName, csv = csvOf(*m_model).toUtf8()] {
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
