#include "ui/boards/rebinddialog.h"

#include "ui/boards/boardtemplates.h"
#include "ui/style/buttons.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kRebindWidth = 460;
enum SourceChoice { Known, Any, New };

qsizetype tilesOf(const BoardSpec &board, const QString &source)
{
    return std::count_if(board.tiles.begin(), board.tiles.end(), [&](const TileSpec &tile) {
        return std::any_of(tile.bindings.begin(), tile.bindings.end(),
                           [&](const Binding &binding) { return binding.source == source; });
    });
}

// The one that is meant most likely: its name holds the other.
int likely(const QString &wanted, const QStringList &known)
{
    for (int i = 0; i < known.size(); ++i) {
        if (known[i].contains(wanted, Qt::CaseInsensitive) || wanted.contains(known[i], Qt::CaseInsensitive)) {
            return i;
        }
    }
    return -1;
}

} // namespace

RebindDialog::RebindDialog(const BoardSpec &board, const QStringList &knownSources, QWidget *parent)
    : QDialog(parent)
    , m_board(board)
{
    setObjectName(u"rebindDialog"_s);
    setWindowTitle(tr("Sources of the board"));
    auto *words = new QLabel(
        tr("The board asks for sources that are not here. Choose which events its tiles are made from."), this);
    words->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const QStringList unknown = unknownSources(board, knownSources);
    for (const QString &source : unknown) {
        auto *box = new QComboBox(this);
        box->setObjectName(u"rebind-"_s + source);
        for (const QString &known : knownSources) {
            box->addItem(known, QStringList{QString::number(Known), known});
        }
        box->addItem(tr("Any source"), QStringList{QString::number(Any), {}});
        box->addItem(tr("A new source named %1").arg(plainLine(source, 40)), QStringList{QString::number(New), source});
        const int guess = likely(source, knownSources);
        box->setCurrentIndex(guess >= 0 ? guess : box->count() - 1);
        const qsizetype tiles = tilesOf(board, source);
        auto *label = new QLabel(this);
        setPlainText(*label, tiles == 1 ? tr("%1 (1 tile)").arg(plainLine(source, 40))
                                        : tr("%1 (%2 tiles)").arg(plainLine(source, 40)).arg(tiles));
        label->setBuddy(box);
        box->setAccessibleName(label->text());
        form->addRow(label, box);
        m_choices.insert(source, box);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *use = makeButton(tr("Use these sources"), {}, ButtonKind::Primary, this);
    use->setObjectName(u"rebindAccept"_s);
    use->setDefault(true);
    buttons->addButton(use, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(words);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(kRebindWidth, sizeHint().height());
}

BoardSpec RebindDialog::board() const
{
    QHash<QString, QString> names;
    for (auto it = m_choices.cbegin(); it != m_choices.cend(); ++it) {
        names.insert(it.key(), it.value()->currentData().toStringList().value(1));
    }
    return rebound(m_board, names);
}

QString RebindDialog::newSource() const
{
    for (const QComboBox *box : m_choices) {
        const QStringList choice = box->currentData().toStringList();
        if (choice.value(0) == QString::number(New)) {
            return choice.value(1);
        }
    }
    return {};
}

} // namespace hookboard
