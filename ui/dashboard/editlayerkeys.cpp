// The keyboard half of EditLayer: the tiles keep the focus, their keys are looked at here first.
#include "ui/dashboard/editlayer.h"

#include "ui/dashboard/boardview.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kTileTitleLength = 120;

std::optional<QPoint> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPoint(-1, 0);
    case Qt::Key_Right:
        return QPoint(1, 0);
    case Qt::Key_Up:
        return QPoint(0, -1);
    case Qt::Key_Down:
        return QPoint(0, 1);
    default:
        return std::nullopt;
    }
}

} // namespace

bool EditLayer::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_title) {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            finishRename(false);
            return true;
        }
        return false;
    }
    auto *tile = qobject_cast<Tile *>(object);
    if (!tile)
        return false;
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            select({tile->spec().id});
    }
    return event->type() == QEvent::KeyPress && keyPressed(*tile, *static_cast<QKeyEvent *>(event));
}

bool EditLayer::keyPressed(Tile &tile, QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape) {
        m_hand == Hand::Empty ? emit leaveWanted() : cancel();
        return true;
    }
    if (m_hand != Hand::Empty)
        return true; // the pointer has the tile
    if (m_selected.isEmpty())
        select({tile.spec().id});
    if (arrowPressed(event))
        return true;
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeWanted();
        return true;
    case Qt::Key_F2:
        rename(tile.spec().id);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit optionsWanted();
        return true;
    case Qt::Key_Space:
        select({tile.spec().id});
        return true;
    default:
        return false;
    }
}

bool EditLayer::arrowPressed(QKeyEvent &event)
{
    const std::optional<QPoint> step = directionOf(event.key());
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool resize = modifiers == Qt::ShiftModifier;
    if (!step || (modifiers != Qt::NoModifier && !resize))
        return false;
    const QList<qsizetype> which = selectedIndexes();
    const QString series = (resize ? u"resize:"_s : u"move:"_s) + selection().join(u'/');
    if (m_keys.series != series || m_keys.result != cells())
        m_keys = {series, cells(), cells(), {}};
    const QPoint by = m_keys.by + *step;
    QList<QRect> result = m_keys.start;
    if (resize) {
        for (qsizetype i : which)
            result = editcells::resized(result, i, m_keys.start[i].adjusted(0, 0, by.x(), by.y()));
    } else {
        result = editcells::moved(m_keys.start, which, by);
    }
    if (result != m_keys.result) {
        m_keys.by = resize ? by : editcells::clampedMove(m_keys.start, which, by);
        m_keys.result = result;
        emitArranged(result, resize ? tr("resize") : tr("move"), series);
        if (Tile *first = m_view.tile(selection().value(0)))
            m_view.ensureWidgetVisible(first, 0, m_theme.metrics().gridMargin);
    }
    return true;
}

void EditLayer::rename(const QString &tileId)
{
    finishRename(true);
    const Tile *tile = m_view.tile(tileId);
    if (!tile)
        return;
    m_titleOf = tileId;
    m_title = new QLineEdit(tile->spec().title, this);
    m_title->setObjectName(u"tileTitleEdit"_s);
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(kTileTitleLength);
    m_title->setFont(m_theme.font(TypeRole::BodyStrong));
    const QRect rect = tile->geometry();
    m_title->setGeometry(rect.left() + 4, rect.top() + 3, std::max(80, rect.width() - 8), m_theme.metrics().control);
    m_title->installEventFilter(this);
    connect(m_title, &QLineEdit::editingFinished, this, [this] { finishRename(true); });
    m_title->show();
    m_title->selectAll();
    m_title->setFocus(Qt::OtherFocusReason);
}

void EditLayer::finishRename(bool accept)
{
    if (!m_title)
        return;
    QLineEdit *field = std::exchange(m_title, nullptr); // losing the focus comes here again
    const QString id = std::exchange(m_titleOf, {});
    const QString title = field->text().simplified();
    const bool hadFocus = field->hasFocus();
    field->hide();
    field->deleteLater(); // it is the sender
    if (Tile *tile = m_view.tile(id); tile && hadFocus)
        tile->setFocus(Qt::OtherFocusReason);
    if (accept && !title.isEmpty())
        emit titleEntered(id, title);
}

} // namespace hookboard
