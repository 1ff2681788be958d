#include "ui/boards/newboarddialog.h"

#include "ui/boards/boardsketch.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNewTitleLength = 80;
constexpr int kTemplateWidth = 200;

QString templateIcon(const QString &key)
{
    return key == "empty"_L1 ? u"plus"_s : key == "proposed"_L1 ? u"kpi"_s : u"board"_s;
}

} // namespace

NewBoardDialog::NewBoardDialog(QWidget *parent)
    : QDialog(parent)
    , m_templates(boardTemplates())
    , m_title(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_purpose(new QLabel(this))
    , m_sketch(new BoardSketch(this))
{
    setObjectName(u"newBoardDialog"_s);
    setWindowTitle(tr("New board"));
    m_title->setObjectName(u"newBoardTitle"_s);
    m_title->setMaxLength(kNewTitleLength);
    m_title->setPlaceholderText(tr("Title of the board"));
    m_title->setAccessibleName(tr("Title of the board"));
    m_list->setObjectName(u"newBoardTemplates"_s);
    m_list->setAccessibleName(tr("Start from"));
    m_list->setFixedWidth(kTemplateWidth);
    for (const BoardTemplate &one : std::as_const(m_templates)) {
        auto *item = new QListWidgetItem(icon(templateIcon(one.key)), one.word, m_list);
        item->setData(Qt::UserRole, one.key);
        item->setSizeHint({kTemplateWidth - 8, themeOf(this).metrics().railItem});
    }
    m_purpose->setWordWrap(true);
    m_purpose->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *create = makeButton(tr("Create board"), {}, ButtonKind::Primary, this);
    create->setObjectName(u"newBoardCreate"_s);
    create->setDefault(true);
    buttons->addButton(create, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewBoardDialog::show);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);

    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_sketch, 1);
    right->addWidget(m_purpose);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(middle, 1);
    column->addWidget(buttons);
    m_list->setCurrentRow(0);
    m_title->setFocus();
    resize(720, 480);
}

void NewBoardDialog::show(int row)
{
    if (row >= 0 && row < m_templates.size()) {
        const BoardTemplate &chosen = m_templates[row];
        m_sketch->setBoard(chosen.board);
        m_purpose->setText(chosen.purpose);
        m_title->setPlaceholderText(chosen.board.title.isEmpty() ? tr("Title of the board") : chosen.board.title);
    }
}

BoardSpec NewBoardDialog::board() const
{
    BoardSpec board = m_templates.value(m_list->currentRow()).board;
    const QString title = m_title->text().simplified();
    if (!title.isEmpty()) {
        board.title = title;
    } else if (board.title.isEmpty()) {
        board.title = tr("New board");
    }
    return board;
}

} // namespace hookboard
