#include "ui/dashboard/explaindialog.h"

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct Explain
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

void addCloseButton(QDialog &dialog, QVBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(&dialog);
    buttons->addButton(Explain::tr("Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout.addWidget(buttons);
}

// Times down, series across.
void fillSeries(QStandardItemModel &model, const TileFacts &facts)
{
    QMap<qint64, QStringList> lines;
    QStringList header{Explain::tr("From")};
    const auto count = int(facts.snapshot.series.size());
    for (int i = 0; i < count; ++i) {
        const Series &series = facts.snapshot.series[i];
        const QString label = seriesLabel(series, 0);
        header << (label.isEmpty() ? Explain::tr("Value") : plainLine(label, 60));
        for (const Point &point : series.points) {
            QStringList &line = lines[point.timeUs];
            line.resize(count);
            if (std::isfinite(point.value))
                line[i] = formatNumber(point.value, facts.spec.format, facts.locale).text();
        }
    }
    model.setHorizontalHeaderLabels(header);
    for (auto it = lines.cend(); it != lines.cbegin();) {
        --it;
        QList<QStandardItem *> row{new QStandardItem(formatMoment(it.key(), facts.context.nowUs, facts.locale, true))};
        for (const QString &value : it.value()) {
            row << new QStandardItem(value.isEmpty() ? QString(QChar(0x2013)) : value);
            row.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        model.appendRow(row);
    }
}

void fillTotals(QStandardItemModel &model, const TileFacts &facts)
{
    model.setHorizontalHeaderLabels({Explain::tr("Group"), Explain::tr("Value")});
    for (const Series &series : facts.snapshot.series) {
        auto *value =
            new QStandardItem(formatNumber(series.total.value_or(qQNaN()), facts.spec.format, facts.locale).text());
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model.appendRow({new QStandardItem(plainLine(seriesLabel(series, 0), 200)), value});
    }
}

void fillRows(QStandardItemModel &model, const TileFacts &facts)
{
    QStringList header{Explain::tr("Received"), Explain::tr("Source"), Explain::tr("Type")};
    for (const TableColumn &column : facts.spec.columns)
        header << plainLine(column.title.isEmpty() ? column.path : column.title, 60);
    model.setHorizontalHeaderLabels(header);
    for (const Row &row : facts.snapshot.rows) {
        QList<QStandardItem *> items{
            new QStandardItem(formatMoment(row.timeUs, facts.context.nowUs, facts.locale, true)),
            new QStandardItem(plainLine(row.source, 80)), new QStandardItem(plainLine(row.type, 80))};
        for (qsizetype i = 0; i < std::min(row.cells.size(), facts.spec.columns.size()); ++i)
            items << new QStandardItem(
                cellText(row.cells[i], facts.spec.columns[i], facts.spec.format, facts.locale, facts.context.nowUs));
        model.appendRow(items);
    }
}

} // namespace

QList<std::pair<QString, QString>> explainTile(const TileFacts &facts)
{
    const Binding b = facts.spec.bindings.value(0);
    const TileSnapshot &s = facts.snapshot;
    const auto code = [](const QString &text, const QString &none) { return text.isEmpty() ? none : plainLine(text); };
    QList<std::pair<QString, QString>> lines;
    lines << std::pair{Explain::tr("Source"), code(b.source, Explain::tr("any"))};
    lines << std::pair{Explain::tr("Event types"), code(b.types.join(u", "_s), Explain::tr("any"))};
    lines << std::pair{Explain::tr("Filter"), code(b.filter, Explain::tr("none"))};
    const bool rows = facts.spec.kind == TileKind::Table || facts.spec.kind == TileKind::Feed;
    if (!rows) {
        lines << std::pair{Explain::tr("Calculation"), aggregationText(b.aggregation)};
        lines << std::pair{Explain::tr("Value"), code(b.value, Explain::tr("the event itself"))};
        if (!b.groupBy.isEmpty())
            lines << std::pair{Explain::tr("Grouped by"), code(b.groupBy, {})};
    }
    lines << std::pair{Explain::tr("In"), windowText(b.window, facts.locale)};
    if (s.windowToUs > 0)
        lines << std::pair{Explain::tr("That is"),
                           formatRange(s.windowFromUs, s.windowToUs, facts.context.nowUs, facts.locale)};
    lines << std::pair{Explain::tr("Verification"),
                       b.verifiedOnly ? Explain::tr("verified events only") : Explain::tr("unverified ones too")};
    lines << std::pair{Explain::tr("Events counted"), formatCount(s.matched, facts.locale)};
    if (s.unverified > 0)
        lines << std::pair{Explain::tr("Of these unverified"), formatCount(s.unverified, facts.locale)};
    if (s.simulated > 0)
        lines << std::pair{Explain::tr("Of these simulated"), formatCount(s.simulated, facts.locale)};
    for (auto it = s.skipped.cbegin(); it != s.skipped.cend(); ++it)
        lines << std::pair{Explain::tr("Skipped, %1").arg(skipReasonText(it.key())),
                           formatCount(it.value(), facts.locale)};
    if (s.groupsTotal > 0)
        lines << std::pair{Explain::tr("Groups"), formatCount(s.groupsTotal, facts.locale)};
    if (s.approximate)
        lines << std::pair{Explain::tr("Precision"), Explain::tr("approximate, made from a sketch")};
    for (const Gap &gap : s.gaps)
        lines << std::pair{Explain::tr("Not listening"),
                           formatRange(gap.fromUs, gap.toUs, facts.context.nowUs, facts.locale)};
    if (s.error)
        lines << std::pair{Explain::tr("Error"), plainParagraph(s.error->message)};
    return lines;
}

ExplainDialog::ExplainDialog(const TileFacts &facts, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"explainDialog"_s);
    setWindowTitle(tr("How this tile is made"));
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(this);
    setPlainText(*title, facts.spec.title);
    title->setFont(themeOf(this).font(TypeRole::Subtitle));
    layout->addWidget(title);
    auto *form = new QFormLayout;
    for (const auto &[what, how] : explainTile(facts)) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(how);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        form->addRow(what, label);
    }
    layout->addLayout(form);
    layout->addStretch(1);
    addCloseButton(*this, *layout);
    resize(460, sizeHint().height());
}

DataDialog::DataDialog(const TileFacts &facts, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"dataDialog"_s);
    setWindowTitle(tr("Data of %1").arg(plainLine(facts.spec.title, 80)));
    auto *model = new QStandardItemModel(this);
    if (facts.spec.kind == TileKind::Table || facts.spec.kind == TileKind::Feed)
        fillRows(*model, facts);
    else if (facts.spec.kind == TileKind::Bar)
        fillTotals(*model, facts);
    else
        fillSeries(*model, facts);
    auto *table = new QTableView(this);
    table->setAccessibleName(windowTitle());
    table->setModel(model);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    addCloseButton(*this, *layout);
    resize(640, 480);
}

} // namespace hookboard
