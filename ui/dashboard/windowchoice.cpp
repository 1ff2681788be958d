#include "ui/dashboard/windowchoice.h"

#include "ui/dashboard/tilewords.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QComboBox>

namespace hookboard {

namespace {

struct WindowChoice
{
    Q_DECLARE_TR_FUNCTIONS(WindowChoice)
};

} // namespace

qint64 windowCode(const Window &window)
{
    switch (window.kind) {
    case Window::Kind::Rolling:
        return window.lengthUs;
    case Window::Kind::Calendar:
        return -1 - qint64(window.unit);
    case Window::Kind::All:
        return 0;
    case Window::Kind::LastEvents:
        break;
    }
    return -100 - window.events;
}

Window windowOf(qint64 code, Window window)
{
    if (code > 0) {
        window.kind = Window::Kind::Rolling;
        window.lengthUs = code;
    } else if (code == 0) {
        window.kind = Window::Kind::All;
    } else if (code > -100) {
        window.kind = Window::Kind::Calendar;
        window.unit = CalendarUnit(-1 - code);
    }
    return window;
}

void addChoice(QComboBox &box, const QString &text, qint64 code)
{
    box.addItem(text, code);
}

void chooseCode(QComboBox &box, qint64 code, const QString &text)
{
    const int index = box.findData(code);
    if (index < 0) {
        box.addItem(text, code);
    }
    box.setCurrentIndex(index < 0 ? box.count() - 1 : index);
}

void fillWindows(QComboBox &box, const QLocale &locale)
{
    box.clear();
    for (const qint64 length : {15 * kMinuteUs, kHourUs, 6 * kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs}) {
        Window window;
        window.lengthUs = length;
        addChoice(box, capitalised(windowText(window, locale)), length);
    }
    for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
        Window window;
        window.kind = Window::Kind::Calendar;
        window.unit = unit;
        addChoice(box, capitalised(windowText(window, locale)), windowCode(window));
    }
    addChoice(box, WindowChoice::tr("Whole history"), 0);
}

void fillSpans(QComboBox &box, const QLocale &locale, std::initializer_list<qint64> spans)
{
    for (const qint64 span : spans) {
        addChoice(box, formatSpan(span, locale), span);
    }
}

} // namespace hookboard
