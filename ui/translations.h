// The language of the window. Our words come from a resource of this library, those of Qt's own dialogs and buttons
// from where Qt is installed. GUI thread; called once, before the first widget. The application owns what is installed.
#pragma once

class QCoreApplication;
class QLocale;

namespace hookboard {

// Takes the first of the locale's languages that there are words for, else English.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace hookboard
