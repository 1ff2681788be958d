#include "ui/mapping/studiobar.h"

#include "ui/dashboard/tilewords.h"
#include "ui/mapping/studiodraft.h"
#include "ui/mapping/timepopover.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kTitleLength = 120;
constexpr qsizetype kMostKindsListed = 24;
constexpr int kWideWord = 180;

// An ampersand of a name must not become an underlined letter.
QString menuText(const QString &text)
{
    return isolatedLine(text, 80).replace(u'&', "&&"_L1);
}

QString kindText(const QString &source, const QStringList &types)
{
    if (types.isEmpty())
        return source.isEmpty() ? StudioBar::tr("All events")
                                : StudioBar::tr("All of %1").arg(isolatedLine(source, 40));
    const QString words = isolatedLine(types.join(u", "_s), 48);
    return source.isEmpty() ? words : words + u", "_s + isolatedLine(source, 32);
}

} // namespace

StudioBar::StudioBar(StudioDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    setObjectName(u"studioBar"_s);
    const Theme &theme = themeOf(this);
    setFixedHeight(theme.metrics().toolbar + 1);
    m_back = makeButton({}, u"board"_s, ButtonKind::Flat, this);
    m_back->setObjectName(u"studioBack"_s);
    auto *arrow = new QLabel(this);
    arrow->setPixmap(icon(u"chevron-right"_s).pixmap(14));
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"title"_s);
    m_title->setAccessibleName(tr("Title of the tile"));
    m_title->setPlaceholderText(tr("Title of the tile"));
    m_title->setMaxLength(kTitleLength);
    m_title->setFont(theme.font(TypeRole::PageTitle));
    m_title->setFixedHeight(32);
    m_title->setMinimumWidth(120);
    m_title->setMaximumWidth(420);
    m_undo = makeButton(tr("Undo"), u"undo"_s, ButtonKind::Flat, this);
    m_undo->setObjectName(u"studioUndo"_s);
    m_redo = makeButton(tr("Redo"), u"redo"_s, ButtonKind::Flat, this);
    m_redo->setObjectName(u"studioRedo"_s);
    m_events = makeButton({}, u"sources"_s, ButtonKind::Normal, this);
    m_events->setObjectName(u"studioEvents"_s);
    m_window = makeButton({}, u"clock"_s, ButtonKind::Normal, this);
    m_window->setObjectName(u"studioWindow"_s);
    m_events->setMenu(new QMenu(this));
    m_window->setMenu(new QMenu(this));
    m_events->menu()->setObjectName(u"studioEventsMenu"_s);
    m_window->menu()->setObjectName(u"studioWindowMenu"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(arrow);
    row->addWidget(m_title, 1);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_events);
    row->addWidget(m_window);

    connect(m_back, &QPushButton::clicked, this, &StudioBar::backWanted);
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) {
        TileSpec tile = m_draft.tile();
        tile.title = text;
        m_draft.change(tile, tr("Rename tile"), kTitleMerge);
    });
    connect(m_undo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::redo);
    connect(m_events->menu(), &QMenu::aboutToShow, this, &StudioBar::fillEvents);
    connect(m_window->menu(), &QMenu::aboutToShow, this, &StudioBar::fillWindows);
    connect(&m_draft, &StudioDraft::changed, this, &StudioBar::refresh);
    connect(&m_draft.undoStack(), &QUndoStack::indexChanged, this, &StudioBar::refresh);
    refresh();
}

void StudioBar::setBoardTitle(const QString &title)
{
    m_boardTitle = title;
    refresh();
}

void StudioBar::setSourceNames(const QStringList &names)
{
    m_sources = names;
}

void StudioBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refresh();
}

void StudioBar::refresh()
{
    const QString board = isolatedLine(m_boardTitle, 40);
    m_back->setText(m_narrow ? QString() : QString(board).replace(u'&', "&&"_L1));
    m_back->setToolTip(plainTooltip(tr("Back to %1").arg(board)));
    m_back->setAccessibleName(tr("Back to %1").arg(board));
    if (m_title->text() != m_draft.tile().title) {
        m_title->setText(m_draft.tile().title);
        m_title->setCursorPosition(0); // a long one is read from its beginning
    }
    const QUndoStack &steps = m_draft.undoStack();
    m_undo->setEnabled(steps.canUndo());
    m_redo->setEnabled(steps.canRedo());
    m_undo->setText(m_narrow ? QString() : tr("Undo"));
    m_redo->setText(m_narrow ? QString() : tr("Redo"));
    m_undo->setToolTip(plainTooltip(steps.canUndo() ? tr("Undo: %1").arg(steps.undoText()) : tr("Undo")));
    m_redo->setToolTip(plainTooltip(steps.canRedo() ? tr("Redo: %1").arg(steps.redoText()) : tr("Redo")));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    const Binding &binding = m_draft.binding();
    const QString events = kindText(binding.source, binding.types);
    m_events->setText(m_events->fontMetrics().elidedText(events, Qt::ElideRight, kWideWord).replace(u'&', "&&"_L1));
    m_events->setToolTip(plainTooltip(events));
    m_events->setAccessibleName(tr("Events: %1").arg(events));
    QString window = windowText(binding.window, locale());
    window[0] = window[0].toUpper();
    m_window->setText(window);
    m_window->setAccessibleName(tr("Time span: %1").arg(window));
}

void StudioBar::setKind(const QString &source, const QStringList &types)
{
    TileSpec tile = m_draft.tile();
    for (Binding &binding : tile.bindings) {
        binding.source = source;
        binding.types = types;
    }
    m_draft.change(tile, tr("Choose events"));
}

void StudioBar::fillEvents()
{
    QMenu *menu = m_events->menu();
    menu->clear();
    const auto offer = [&](const QString &text, const QString &source, const QStringList &types) {
        QAction *action = menu->addAction(menuText(text));
        action->setCheckable(true);
        action->setChecked(m_draft.binding().source == source && m_draft.binding().types == types);
        connect(action, &QAction::triggered, this, [this, source, types] { setKind(source, types); });
    };
    const QList<EventKind> &kinds = m_draft.samples().kindsSeen;
    for (const EventKind &kind : kinds.first(std::min(kMostKindsListed, kinds.size()))) {
        const QStringList types = kind.type.isEmpty() ? QStringList() : QStringList{kind.type};
        offer(kindText(kind.source, types), kind.source, types);
    }
    menu->addSeparator();
    for (const QString &source : std::as_const(m_sources))
        offer(kindText(source, {}), source, {});
    offer(kindText({}, {}), {}, {});
    menu->addSeparator();
    connect(menu->addAction(tr("Other types\u2026")), &QAction::triggered, this, &StudioBar::askForTypes);
}

void StudioBar::askForTypes()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"typesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Event types"));
    dialog->setLabelText(tr("Several with commas; order.* takes all that begin so"));
    dialog->setTextValue(m_draft.binding().types.join(u", "_s));
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        QStringList types;
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                types << part.trimmed();
        }
        setKind(m_draft.binding().source, types);
    });
    dialog->open();
}

void StudioBar::fillWindows()
{
    QMenu *menu = m_window->menu();
    menu->clear();
    const auto windows = usualWindows(locale());
    for (const auto &[window, words] : windows) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_draft.binding().window == window);
        connect(action, &QAction::triggered, this, [this, window = window] {
            TileSpec tile = m_draft.tile();
            for (Binding &binding : tile.bindings) {
                const QString zone = binding.window.timeZone;
                binding.window = window;
                binding.window.timeZone = zone;
            }
            m_draft.change(tile, tr("Look at another time span"));
        });
    }
}

void StudioBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Sunken));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Border));
}

} // namespace hookboard
