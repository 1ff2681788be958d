#include "ui/dashboard/tiledialog.h"

#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tilewords.h"
#include "ui/fieldproblem.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostGroups = 8;
constexpr int kDialogWidth = 560;
constexpr int kAroundForm = 84; // margins and buttons

// A factor without the zeros that a fixed number of decimals brings.
class ScaleBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

// Never higher than the window it belongs to, so that its buttons stay in sight.
int heightFor(const QWidget &form, const QWidget *parent)
{
    const int wanted = form.sizeHint().height() + kAroundForm;
    return parent ? std::min(wanted, std::max(360, parent->window()->height() - 40)) : wanted;
}

} // namespace

TileDialog::TileDialog(const TileSpec &spec, const TileSuggestions &suggestions, TileCheck check, QWidget *parent)
    : QDialog(parent)
    , m_original(spec)
    , m_check(std::move(check))
{
    setObjectName(u"tileDialog"_s);
    setWindowTitle(tr("Edit tile"));
    auto *page = new QWidget;
    page->setObjectName(u"tileForm"_s);
    m_form = new QFormLayout(page);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addLookRows(*m_form);
    addEventRows(*m_form);
    addMeasureRows(*m_form);
    addWindowRows(*m_form);
    addColumnRows(*m_form);
    addFormatRows(*m_form);
    setSuggestions(suggestions);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"tileProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(this);
    QPushButton *apply = m_buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    setButtonKind(*apply, ButtonKind::Primary);
    apply->setDefault(true);
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    fill(spec);
    kindChanged();
    revalidate();
    resize(kDialogWidth, heightFor(*page, parent));
    m_title->setFocus();
    m_title->selectAll();
}

void TileDialog::presentAsNew()
{
    setWindowTitle(tr("Add tile"));
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setText(tr("Add tile"));
    }
}

QComboBox *TileDialog::choice(const QString &name, const QString &hint)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setPlaceholderText(hint);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setMinimumContentsLength(20);
    connect(box, &QComboBox::editTextChanged, this, &TileDialog::revalidate);
    // What is listed is made fit to be seen; what is written is the name itself.
    connect(box, &QComboBox::activated, box, [box](int index) { box->setEditText(box->itemData(index).toString()); });
    return box;
}

void TileDialog::setSuggestions(const TileSuggestions &suggestions)
{
    const auto offer = [](QComboBox *box, const QStringList &known) {
        const QString written = box->currentText();
        const QSignalBlocker quiet(box);
        box->clear();
        for (const QString &one : known)
            box->addItem(isolatedLine(one), one);
        box->setCurrentIndex(-1);
        box->setEditText(written);
    };
    offer(m_source, suggestions.sources);
    offer(m_types, suggestions.types);
    offer(m_value, suggestions.paths);
    offer(m_groupBy, suggestions.paths);
    m_newColumn->clear();
    for (const QString &path : suggestions.paths)
        m_newColumn->addItem(isolatedLine(path), path);
    m_newColumn->setCurrentIndex(-1);
    m_newColumn->setEnabled(!suggestions.paths.isEmpty());
}

// A row of its own: the form gives it the width of the fields, and takes no room while it is hidden.
void TileDialog::addProblemRow(QFormLayout &form, QWidget *field)
{
    auto *problem = new FieldProblem(field);
    problem->setObjectName(field->objectName() + u"Problem"_s);
    form.addRow({}, problem);
    m_problems.insert(field, problem);
}

void TileDialog::addLookRows(QFormLayout &form)
{
    m_title = new QLineEdit;
    m_title->setObjectName(u"title"_s);
    m_subtitle = new QLineEdit;
    m_kind = new QComboBox;
    m_kind->setObjectName(u"kind"_s);
    for (const TileKindInfo &info : tileKinds())
        m_kind->addItem(icon(info.iconName), tr("%1: %2").arg(info.word, info.purpose), int(info.kind));
    form.addRow(tr("&Title"), m_title);
    form.addRow(tr("S&ubtitle"), m_subtitle);
    form.addRow(tr("&Kind"), m_kind);
    connect(m_title, &QLineEdit::textChanged, this, &TileDialog::revalidate);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TileDialog::kindChanged);
}

void TileDialog::addEventRows(QFormLayout &form)
{
    m_source = choice(u"source"_s, tr("any source"));
    m_types = choice(u"types"_s, tr("any type; several with commas, order.* by prefix"));
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("all events"));
    m_filter->setFont(themeOf(this).font(TypeRole::Code));
    m_verifiedOnly = new QCheckBox(tr("Verified events only"));
    form.addRow(tr("&Source"), m_source);
    form.addRow(tr("Event t&ypes"), m_types);
    form.addRow(tr("&Filter"), m_filter);
    addProblemRow(form, m_filter);
    form.addRow({}, m_verifiedOnly);
    connect(m_filter, &QLineEdit::textChanged, this, &TileDialog::revalidate);
}

void TileDialog::addMeasureRows(QFormLayout &form)
{
    m_aggregation = new QComboBox;
    m_aggregation->setObjectName(u"aggregation"_s);
    for (int i = 0; i <= int(Aggregation::StdDev); ++i)
        m_aggregation->addItem(aggregationText(Aggregation(i)), i);
    m_ratePer = new QComboBox;
    m_ratePer->setObjectName(u"ratePer"_s);
    m_ratePer->addItem(tr("second"), QVariant::fromValue(kSecondUs));
    m_ratePer->addItem(tr("minute"), QVariant::fromValue(kMinuteUs));
    m_ratePer->addItem(tr("hour"), QVariant::fromValue(kHourUs));
    m_value = choice(u"value"_s, tr("field path, for example $.amount"));
    m_groupBy = choice(u"groupBy"_s, tr("one group"));
    m_topN = new QSpinBox;
    m_topN->setRange(1, kMostGroups);
    form.addRow(tr("&Calculate"), m_aggregation);
    form.addRow(tr("Events per"), m_ratePer);
    form.addRow(tr("&Value"), m_value);
    addProblemRow(form, m_value);
    form.addRow(tr("&Group by"), m_groupBy);
    addProblemRow(form, m_groupBy);
    form.addRow(tr("Groups sho&wn"), m_topN);
    connect(m_aggregation, &QComboBox::currentIndexChanged, this, &TileDialog::kindChanged);
}

void TileDialog::addWindowRows(QFormLayout &form)
{
    m_window = new QComboBox;
    m_window->setObjectName(u"window"_s);
    for (qint64 length : {10 * kMinuteUs, kHourUs, 6 * kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs}) {
        Window window;
        window.lengthUs = length;
        m_window->addItem(windowText(window, locale()), QVariant::fromValue(length));
    }
    for (CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
        Window window;
        window.kind = Window::Kind::Calendar;
        window.unit = unit;
        m_window->addItem(windowText(window, locale()), QVariant::fromValue(qint64(-1) - qint64(unit)));
    }
    m_window->addItem(tr("all events"), QVariant::fromValue(qint64(0)));
    m_bucket = new QComboBox;
    m_bucket->setObjectName(u"bucket"_s);
    m_bucket->addItem(tr("automatic"), QVariant::fromValue(qint64(0)));
    const std::pair<qint64, QString> buckets[]{{kSecondUs, tr("1 second")},
                                               {10 * kSecondUs, tr("10 seconds")},
                                               {kMinuteUs, tr("1 minute")},
                                               {5 * kMinuteUs, tr("5 minutes")},
                                               {15 * kMinuteUs, tr("15 minutes")},
                                               {kHourUs, tr("1 hour")},
                                               {kDayUs, tr("1 day")}};
    for (const auto &[length, words] : buckets)
        m_bucket->addItem(words, QVariant::fromValue(length));
    form.addRow(tr("&In"), m_window);
    form.addRow(tr("P&er"), m_bucket);
}

void TileDialog::addColumnRows(QFormLayout &form)
{
    m_columns = new QPlainTextEdit;
    m_columns->setObjectName(u"columns"_s);
    m_columns->setPlaceholderText(tr("one column a line: Title = $.path"));
    m_columns->setFont(themeOf(this).font(TypeRole::Code));
    m_columns->setTabChangesFocus(true);
    m_columns->setFixedHeight(96);
    m_newColumn = new QComboBox;
    m_newColumn->setObjectName(u"newColumn"_s);
    m_newColumn->setPlaceholderText(tr("Add a field of the newest events"));
    form.addRow(tr("Colu&mns"), m_columns);
    addProblemRow(form, m_columns);
    form.addRow({}, m_newColumn);
    connect(m_columns, &QPlainTextEdit::textChanged, this, &TileDialog::revalidate);
    connect(m_newColumn, &QComboBox::activated, this, [this] {
        appendColumn(m_newColumn->currentData().toString());
        m_newColumn->setCurrentIndex(-1);
    });
}

// Titled with the last name of the path: "$.data.city" becomes "City = $.data.city".
void TileDialog::appendColumn(const QString &path)
{
    QString title = path;
    for (const QChar sign : {u'.', u'\'', u':'}) {
        const QStringList parts = title.split(sign, Qt::SkipEmptyParts);
        title = sign == u'\'' && parts.size() > 1 ? parts.at(parts.size() - 2) : parts.value(parts.size() - 1);
    }
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    const QString before = m_columns->toPlainText();
    const QString gap = before.isEmpty() || before.endsWith(u'\n') ? QString() : QString(u'\n');
    m_columns->setPlainText(before + gap + title + u" = "_s + path);
}

void TileDialog::addFormatRows(QFormLayout &form)
{
    m_style = new QComboBox;
    m_style->setObjectName(u"numberStyle"_s);
    const QStringList styles{tr("number"),     tr("compact, 48.2k"), tr("currency"),    tr("bytes (KiB)"),
                             tr("bytes (kB)"), tr("duration"),       tr("percent of 1")};
    for (int i = 0; i < styles.size(); ++i)
        m_style->addItem(styles[i], i);
    m_unit = new QLineEdit;
    m_unit->setPlaceholderText(tr("none; for currency a code such as EUR"));
    m_scale = new ScaleBox;
    m_scale->setDecimals(6);
    m_scale->setRange(-1e9, 1e9);
    m_warn = new QLineEdit;
    m_warn->setObjectName(u"warnFrom"_s);
    m_warn->setPlaceholderText(tr("never"));
    m_error = new QLineEdit;
    m_error->setObjectName(u"errorFrom"_s);
    m_error->setPlaceholderText(tr("never"));
    form.addRow(tr("&Number format"), m_style);
    form.addRow(tr("Unit"), m_unit);
    form.addRow(tr("Multiply by"), m_scale);
    form.addRow(tr("Warning from"), m_warn);
    addProblemRow(form, m_warn);
    form.addRow(tr("Error from"), m_error);
    addProblemRow(form, m_error);
    connect(m_warn, &QLineEdit::textChanged, this, &TileDialog::revalidate);
    connect(m_error, &QLineEdit::textChanged, this, &TileDialog::revalidate);
}

} // namespace hookboard
