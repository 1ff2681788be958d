#include "ui/mapping/timepopover.h"

#include "ui/dashboard/tilewords.h"
#include "ui/mapping/pathedit.h"
#include "ui/mapping/studiodraft.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

QList<std::pair<Window, QString>> usualWindows(const QLocale &locale)
{
    QList<std::pair<Window, QString>> windows;
    Window window;
    for (const qint64 length : {10 * kMinuteUs, kHourUs, 6 * kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs}) {
        window.lengthUs = length;
        windows.append({window, windowText(window, locale)});
    }
    window = {};
    window.kind = Window::Kind::Calendar;
    for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
        window.unit = unit;
        windows.append({window, windowText(window, locale)});
    }
    window = {};
    window.kind = Window::Kind::LastEvents;
    windows.append({window, windowText(window, locale)});
    window.kind = Window::Kind::All;
    windows.append({window, TimePopover::tr("everything stored")});
    for (auto &[one, words] : windows)
        words[0] = words[0].toUpper();
    return windows;
}

TimePopover::TimePopover(StudioDraft &draft, QWidget *parent)
    : SlotPopover(draft, parent)
{
    setObjectName(u"timePopover"_s);
    caption(tr("Which time counts"));
    m_arrival = new QRadioButton(tr("When it arrived"), this);
    m_arrival->setObjectName(u"timeArrival"_s);
    m_named = new QRadioButton(tr("What its source names"), this);
    m_named->setObjectName(u"timeNamed"_s);
    m_field = new QRadioButton(tr("A field"), this);
    m_field->setObjectName(u"timeField"_s);
    m_path = new PathEdit(u"timePath"_s, this);
    m_path->setPlaceholder(u"$.created_at"_s);
    for (QWidget *one : {static_cast<QWidget *>(m_arrival), static_cast<QWidget *>(m_named),
                         static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_path)})
        m_column->addWidget(one);
    connect(m_arrival, &QRadioButton::clicked, this, [this] { setBasis(TimeBasis::Arrival, {}); });
    connect(m_named, &QRadioButton::clicked, this, [this] { setBasis(TimeBasis::Event, {}); });
    connect(m_field, &QRadioButton::clicked, this, [this] { m_path->edit()->setFocus(); });
    connect(m_path, &PathEdit::edited, this,
            [this](const QString &text) { setBasis(TimeBasis::Event, text.trimmed()); });

    QFormLayout *rows = form();
    m_window = new QComboBox(this);
    m_window->setObjectName(u"window"_s);
    const auto windows = usualWindows(locale());
    for (int i = 0; i < windows.size(); ++i)
        m_window->addItem(windows[i].second, i);
    m_bucket = new QComboBox(this);
    m_bucket->setObjectName(u"bucket"_s);
    m_bucket->addItem(tr("automatic"), QVariant::fromValue(qint64(0)));
    for (const qint64 length : {kSecondUs, 10 * kSecondUs, kMinuteUs, 5 * kMinuteUs, 15 * kMinuteUs, kHourUs, kDayUs})
        m_bucket->addItem(bucketText(length, locale()), QVariant::fromValue(length));
    rows->addRow(tr("Look at"), m_window);
    rows->addRow(tr("In steps"), m_bucket);
    connect(m_window, &QComboBox::activated, this, [this](int row) {
        const int number = m_window->itemData(row).toInt();
        const auto usual = usualWindows(locale());
        if (number < 0 || number >= usual.size())
            return;
        Binding binding = m_draft.binding();
        const QString zone = binding.window.timeZone;
        binding.window = usual[number].first;
        binding.window.timeZone = zone;
        m_draft.changeBinding(binding, tr("Look at another time span"));
    });
    connect(m_bucket, &QComboBox::activated, this, [this] {
        Binding binding = m_draft.binding();
        binding.bucketUs = m_bucket->currentData().toLongLong();
        m_draft.changeBinding(binding, tr("Change steps of time"));
    });
    refresh();
}

void TimePopover::setBasis(TimeBasis basis, const QString &path)
{
    Binding binding = m_draft.binding();
    binding.timeBasis = basis;
    binding.time = path;
    m_draft.changeBinding(binding, tr("Choose time"), path.isEmpty() ? QString() : u"time"_s);
}

void TimePopover::refresh()
{
    const Binding &binding = m_draft.binding();
    const bool event = binding.timeBasis == TimeBasis::Event;
    m_arrival->setChecked(!event);
    m_named->setChecked(event && binding.time.isEmpty() && !m_path->edit()->hasFocus());
    m_field->setChecked(event && !binding.time.isEmpty());
    QStringList times;
    for (const FieldFacts &facts : m_draft.samples().fields) {
        if (facts.time != TimeForm::None)
            times << facts.path;
    }
    m_path->setPaths(times.isEmpty() ? paths() : times);
    m_path->setText(binding.time);
    const auto windows = usualWindows(locale());
    int row = -1;
    for (int i = 0; i < windows.size(); ++i) {
        Window same = windows[i].first;
        same.timeZone = binding.window.timeZone;
        if (same == binding.window)
            row = i;
    }
    if (row >= 0)
        m_window->setCurrentIndex(row);
    else
        choose(*m_window, -1, windowText(binding.window, locale()));
    choose(*m_bucket, QVariant::fromValue(binding.bucketUs), bucketText(binding.bucketUs, locale()));
}

void TimePopover::setProblems(const QList<TileProblem> &problems)
{
    for (const TileProblem &problem : problems) {
        if (problem.part == TileProblem::Part::Time && problem.index == m_draft.bindingIndex()) {
            m_path->setProblem(problem.message, problem.position);
            return;
        }
    }
    m_path->setProblem({}, -1);
}

} // namespace hookboard
