#include "ui/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const QString own = u":/hookboard/translations"_s;
    auto words = std::make_unique<QTranslator>();
    // English has a file too, for its plurals. So a reader of English is not given the next language of the list.
    if (!words->load(locale, u"hookboard"_s, u"_"_s, own) && !words->load(u"hookboard_en"_s, own))
        return;
    // Qt's words only in the language of ours: half a dialog in another one helps nobody.
    const QLocale spoken(words->language());
    auto dialogs = std::make_unique<QTranslator>();
    if (dialogs->load(spoken, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        dialogs->setParent(&application);
        QCoreApplication::installTranslator(dialogs.release());
    }
    words->setParent(&application);
    QCoreApplication::installTranslator(words.release());
}

} // namespace hookboard
