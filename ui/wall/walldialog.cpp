#include "ui/wall/walldialog.h"

#include "ui/style/buttons.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

WallDialog::WallDialog(const QList<BoardSpec> &boards, const WallChoice &before, QWidget *parent)
    : QDialog(parent)
    , m_boards(new QListWidget(this))
    , m_seconds(new QSpinBox(this))
    , m_scheme(new QComboBox(this))
    , m_start(makeButton(tr("Start"), u"fullscreen"_s, ButtonKind::Primary, this))
{
    setObjectName(u"wallDialog"_s);
    setWindowTitle(tr("Wall"));
    auto *words =
        new QLabel(tr("Full screen for a screen on the wall: larger type, a clock, problems first. Esc leaves, "
                      "arrow keys change boards, Space holds one."),
                   this);
    words->setWordWrap(true);
    m_boards->setObjectName(u"wallBoards"_s);
    m_boards->setAccessibleName(tr("Boards in their turn"));
    for (const BoardSpec &board : boards) {
        auto *item = new QListWidgetItem(plainLine(board.title, 80), m_boards);
        item->setData(Qt::UserRole, board.id);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(before.boardIds.contains(board.id) ? Qt::Checked : Qt::Unchecked);
    }
    m_seconds->setObjectName(u"wallSeconds"_s);
    m_seconds->setRange(5, 3600);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setValue(before.secondsEach);
    m_scheme->setObjectName(u"wallScheme"_s);
    m_scheme->addItem(tr("As the window"), -1);
    m_scheme->addItem(tr("Dark"), int(Theme::Scheme::Dark));
    m_scheme->addItem(tr("Light"), int(Theme::Scheme::Light));
    m_scheme->setCurrentIndex(m_scheme->findData(before.scheme ? int(*before.scheme) : -1));
    m_start->setObjectName(u"wallStart"_s);
    m_start->setDefault(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Boards"), m_boards);
    form->addRow(tr("Each for"), m_seconds);
    form->addRow(tr("Colours"), m_scheme);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto follow = [this] { m_start->setEnabled(!choice().boardIds.isEmpty()); };
    connect(m_boards, &QListWidget::itemChanged, this, follow);
    follow();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addLayout(form, 1);
    column->addWidget(buttons);
    resize(460, 380);
}

WallChoice WallDialog::choice() const
{
    WallChoice choice;
    for (int row = 0; row < m_boards->count(); ++row) {
        if (m_boards->item(row)->checkState() == Qt::Checked) {
            choice.boardIds.append(m_boards->item(row)->data(Qt::UserRole).toString());
        }
    }
    choice.secondsEach = m_seconds->value();
    const int scheme = m_scheme->currentData().toInt();
    if (scheme >= 0) {
        choice.scheme = Theme::Scheme(scheme);
    }
    return choice;
}

} // namespace hookboard
