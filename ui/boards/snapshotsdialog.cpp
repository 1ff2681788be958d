#include "ui/boards/snapshotsdialog.h"

#include "core/types/clock.h"
#include "ui/boards/boardtemplates.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/numberformat.h"

#include <QtGui/QPainter>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMomentWidth = 240;
constexpr QSize kPictureSize(1400, 880);

} // namespace

// The board drawn at the size of a window and shown smaller.
class SnapshotPreview final : public QWidget
{
public:
    using QWidget::QWidget;

    void setPicture(const BoardPicture &picture)
    {
        m_image = renderBoard(picture, devicePixelRatioF());
        m_small = {};
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Canvas),
                        theme.colour(Colour::Border));
        if (m_image.isNull()) {
            return;
        }
        const QSize shown = kPictureSize.scaled(size() - QSize(8, 8), Qt::KeepAspectRatio);
        QRect place(QPoint(), shown);
        place.moveCenter(rect().center());
        const QSize pixels = shown * devicePixelRatioF();
        if (m_small.size() != pixels) {
            m_small = m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            m_small.setDevicePixelRatio(devicePixelRatioF());
        }
        painter.drawImage(place.topLeft(), m_small);
    }

private:
    QImage m_image;
    QImage m_small; // as it was shown last; null = it has not been yet
};

SnapshotsDialog::SnapshotsDialog(const BoardSpec &now, DashboardModel *model, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
    , m_model(model)
    , m_clock(clock)
    , m_list(new QListWidget(this))
    , m_words(new QLabel(this))
    , m_preview(new SnapshotPreview(this))
    , m_restore(makeButton(tr("Restore"), u"undo"_s, ButtonKind::Primary, this))
{
    setObjectName(u"snapshotsDialog"_s);
    setWindowTitle(tr("Snapshots"));
    m_list->setObjectName(u"snapshotList"_s);
    m_list->setAccessibleName(tr("Snapshots"));
    m_list->setFixedWidth(kMomentWidth);
    m_words->setObjectName(u"snapshotWords"_s);
    m_words->setWordWrap(true);
    m_words->setText(tr("Kept states are being read."));
    m_preview->setMinimumSize(420, 300);
    m_restore->setObjectName(u"snapshotRestore"_s);
    m_restore->setEnabled(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &SnapshotsDialog::show);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const BoardSnapshot chosen = m_snapshots.value(m_list->currentRow());
        accept();
        emit restoreWanted(chosen.board);
    });
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_preview, 1);
    right->addWidget(m_words);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(middle, 1);
    column->addWidget(buttons);
    resize(960, 600);
}

void SnapshotsDialog::setSnapshots(const QList<BoardSnapshot> &snapshots)
{
    m_snapshots = snapshots;
    m_list->clear();
    const qint64 now = m_clock.nowUs();
    for (const BoardSnapshot &one : snapshots) {
        const QString tiles =
            one.board.tiles.size() == 1 ? tr("1 tile") : tr("%1 tiles").arg(locale().toString(one.board.tiles.size()));
        m_list->addItem(formatMoment(one.timeUs, now, locale(), true) + u" \u2013 "_s + tiles);
    }
    if (snapshots.isEmpty()) {
        m_words->setText(tr("Nothing was kept yet. A state is kept before the first change, every minute of editing, "
                            "and when editing is done; the newest 50 stay."));
    } else {
        m_list->setCurrentRow(0);
        m_list->setFocus();
    }
}

void SnapshotsDialog::show(int row)
{
    m_restore->setEnabled(row >= 0);
    if (row < 0 || row >= m_snapshots.size()) {
        return;
    }
    const BoardSnapshot &chosen = m_snapshots[row];
    m_preview->setPicture(pictureOf(chosen.board));
    const QString difference = boardDifference(chosen.board, m_now);
    const bool same = difference.isEmpty();
    m_words->setText(same ? tr("The same as now.") : tr("Compared with now: %1.").arg(difference));
    m_restore->setEnabled(!same);
}

BoardPicture SnapshotsDialog::pictureOf(const BoardSpec &kept) const
{
    BoardPicture picture;
    picture.board = kept;
    picture.theme = themeOf(this);
    picture.locale = locale();
    picture.size = kPictureSize;
    picture.context.nowUs = m_clock.nowUs();
    picture.context.listener.listening = true;
    picture.context.journal.writable = true;
    if (m_model) {
        picture.context = m_model->context();
        for (const TileSpec &now : m_model->board().tiles) {
            const auto before = std::find_if(kept.tiles.begin(), kept.tiles.end(),
                                             [&now](const TileSpec &tile) { return tile.id == now.id; });
            const TileSnapshot shown = m_model->snapshot(now.id);
            // The number of today does not stand under the formula of yesterday.
            if (before != kept.tiles.end() && showsTheSame(*before, now) && shown.revision > 0) {
                picture.snapshots.insert(now.id, shown);
            }
        }
    }
    return picture;
}

} // namespace hookboard
