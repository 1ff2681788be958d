#include "ui/mapping/samplepane.h"

#include "ui/events/eventtext.h"
#include "ui/mapping/sampledelegate.h"
#include "ui/mapping/sampletree.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QDateTime>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kMostPasted = 256 * 1024;
constexpr int kExpandBelow = 400;

QString clockText(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000).time().toString(u"HH:mm:ss"_s);
}

} // namespace

SamplePane::SamplePane(QWidget *parent)
    : QWidget(parent)
    , m_model(new SampleModel(this))
    , m_tree(new SampleTree(this))
    , m_basis(new QLabel(this))
    , m_picker(new QComboBox(this))
    , m_pin(makeIconButton(tr("Keep this event as the sample"), u"pin"_s, this))
    , m_paste(makeIconButton(tr("Paste an event"), u"copy"_s, this))
    , m_search(new QLineEdit(this))
    , m_notice(new QLabel(this))
{
    setObjectName(u"samplePane"_s);
    buildTop();
    auto *delegate = new SampleDelegate(m_tree);
    m_tree->setItemDelegate(delegate);
    m_tree->setModel(m_model);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        search(m_search->text());
    });
    connect(delegate, &SampleDelegate::choiceWanted, this,
            [this](const QModelIndex &list, const QPoint &at) { askForItems(list, at); });
    connect(m_tree, &SampleTree::chosen, this, [this](const QModelIndex &index) {
        const SampleNode *node = m_model->node(index);
        if (node && !SampleModel::isLeaf(*node) && !node->isList())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
        else if (node && node->isList() && m_model->choice(index).kind == ItemChoice::Kind::Undecided)
            askForItems(index, m_tree->viewport()->mapToGlobal(m_tree->visualRect(index).bottomLeft()));
        else
            withPath(index, [this](const QString &path) { emit fieldClicked(path); });
    });
    connect(m_tree, &SampleTree::chosenTwice, this, [this](const QModelIndex &index) {
        withPath(index, [this](const QString &path) { emit fieldDoubleClicked(path); });
    });
    connect(m_tree, &SampleTree::chosenFor, this, [this](Slot slot, const QModelIndex &index) {
        withPath(index, [this, slot](const QString &path) { emit fieldWanted(slot, path); });
    });
}

void SamplePane::buildTop()
{
    const Theme &theme = themeOf(this);
    auto *title = new QLabel(tr("Sample event"), this);
    title->setFont(theme.font(TypeRole::BodyStrong));
    m_basis->setFont(theme.font(TypeRole::Label));
    m_basis->setTextFormat(Qt::PlainText);
    m_basis->setForegroundRole(QPalette::PlaceholderText);
    m_basis->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_basis->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_picker->setObjectName(u"samplePicker"_s);
    m_picker->setAccessibleName(tr("Sample event"));
    m_picker->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pin->setObjectName(u"samplePin"_s);
    m_pin->setCheckable(true);
    m_paste->setObjectName(u"samplePaste"_s);
    m_search->setObjectName(u"sampleSearch"_s);
    m_search->setPlaceholderText(tr("Find a field, or type a path"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_notice->setObjectName(u"sampleNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 8, 12, 8);
    m_notice->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(title);
    head->addWidget(m_basis, 1);
    auto *headBox = new QWidget(this);
    headBox->setFixedHeight(theme.metrics().panelHeader);
    headBox->setLayout(head);
    auto *pick = new QHBoxLayout;
    pick->setContentsMargins(12, 8, 12, 0);
    pick->setSpacing(8);
    pick->addWidget(m_picker, 1);
    pick->addWidget(m_pin);
    pick->addWidget(m_paste);
    auto *find = new QHBoxLayout;
    find->setContentsMargins(12, 6, 12, 6);
    find->addWidget(m_search);
    auto *names = new QHBoxLayout;
    names->setContentsMargins(12, 0, 12, 4);
    auto *field = new QLabel(tr("Field"), this);
    auto *present = new QLabel(tr("Present in"), this);
    for (QLabel *label : {field, present}) {
        label->setFont(theme.font(TypeRole::Caption));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    names->addWidget(field);
    names->addStretch(1);
    names->addWidget(present);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addLayout(pick);
    column->addLayout(find);
    column->addLayout(names);
    column->addWidget(m_notice);
    column->addWidget(m_tree, 1);

    connect(m_picker, &QComboBox::activated, this, [this](int row) {
        m_shown = Shown(m_picker->itemData(row).toInt());
        showChosen();
    });
    connect(m_pin, &QToolButton::clicked, this, &SamplePane::pinShown);
    connect(m_paste, &QToolButton::clicked, this, &SamplePane::pasteEvent);
    connect(m_search, &QLineEdit::textChanged, this, &SamplePane::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_search->text().trimmed();
        const QModelIndex typed = m_model->indexOfPath(text);
        if (typed.isValid())
            m_tree->setCurrentIndex(typed);
        const bool path = text.startsWith(u'$') || text.startsWith("header:"_L1) || text.startsWith("query:"_L1);
        if (path && !typed.isValid())
            emit fieldWanted(Slot::Value, text); // nothing of that name came yet
        else if (m_tree->currentIndex().isValid())
            m_tree->setFocus(Qt::OtherFocusReason);
    });
}

QTreeView *SamplePane::tree() const
{
    return m_tree;
}

void SamplePane::setLoading()
{
    m_notice->setText(tr("Reading the newest events\u2026"));
    m_notice->setVisible(m_model->rowCount() == 0);
}

void SamplePane::setProblem(const QString &sentence)
{
    m_notice->setText(sentence);
    m_notice->show();
}

void SamplePane::setSamples(const SampledFields &samples, const QString &kindWord)
{
    m_samples = samples;
    if (samples.events == 0)
        setProblem(tr("No event of this kind is stored yet. The tile can be made all the same: type a path, or paste "
                      "an event as an example."));
    else if (samples.unread == samples.events)
        setProblem(tr("The bodies of these events are not JSON. Headers and query can be used."));
    else
        m_notice->hide();
    m_basis->setText(samples.events == 0   ? kindWord
                     : samples.events == 1 ? tr("1 event of %1").arg(kindWord)
                                           : tr("%1 newest of %2").arg(locale().toString(samples.events), kindWord));
    listChoices();
    showChosen();
}

void SamplePane::listChoices()
{
    if ((m_shown == Shown::Pinned && !m_samples.pinned) || (m_shown == Shown::Pasted && !m_pasted))
        m_shown = Shown::Newest;
    m_picker->clear();
    const auto offer = [this](Shown shown, const QString &words) { m_picker->addItem(words, int(shown)); };
    if (m_samples.newest)
        offer(Shown::Newest, tr("Newest, %1").arg(clockText(m_samples.newest->receivedUs)));
    if (m_samples.fullest && m_samples.newest && m_samples.fullest->seq != m_samples.newest->seq)
        offer(Shown::Fullest, tr("Most complete, %1").arg(clockText(m_samples.fullest->receivedUs)));
    if (m_samples.pinned)
        offer(Shown::Pinned, tr("Pinned, %1").arg(clockText(m_samples.pinned->receivedUs)));
    if (m_pasted)
        offer(Shown::Pasted, tr("Pasted, never counted"));
    if (m_picker->count() == 0)
        offer(Shown::Newest, tr("No event yet"));
    m_picker->setCurrentIndex(std::max(0, m_picker->findData(int(m_shown))));
    m_pin->setChecked(m_shown == Shown::Pinned);
    m_pin->setEnabled(m_samples.newest.has_value());
}

std::optional<StoredEvent> SamplePane::chosenEvent() const
{
    switch (m_shown) {
    case Shown::Newest:
        return m_samples.newest;
    case Shown::Fullest:
        return m_samples.fullest;
    case Shown::Pinned:
        return m_samples.pinned;
    case Shown::Pasted:
        return m_pasted;
    }
    return {};
}

void SamplePane::showChosen()
{
    m_pin->setChecked(m_shown == Shown::Pinned);
    const QString path =
        m_model->node(m_tree->currentIndex()) ? m_model->node(m_tree->currentIndex())->path : QString();
    m_model->setSample(m_samples, chosenEvent());
    showPath(path);
}

void SamplePane::pinShown()
{
    const std::optional<StoredEvent> event = chosenEvent();
    if (m_shown == Shown::Pinned || !event || m_shown == Shown::Pasted) {
        m_pinned.reset();
        m_shown = Shown::Newest;
    } else {
        m_pinned = event->seq;
        m_samples.pinned = event;
        m_shown = Shown::Pinned;
    }
    listChoices();
    showChosen();
    emit pinnedChanged();
}

void SamplePane::pasteEvent()
{
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"pasteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Paste an event"));
    auto *words = new QLabel(tr("The JSON body of one delivery. It is only looked at: no tile counts it."), dialog);
    words->setWordWrap(true);
    auto *text = new QPlainTextEdit(dialog);
    text->setObjectName(u"pastedText"_s);
    text->setFont(themeOf(this).font(TypeRole::Code));
    text->setAccessibleName(tr("Body of the event"));
    auto *use = makeButton(tr("Use as sample"), {}, ButtonKind::Primary, dialog);
    use->setObjectName(u"usePasted"_s);
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonKind::Normal, dialog);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(use, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, text] {
        StoredEvent pasted;
        pasted.payload = pasted.body = text->toPlainText().toUtf8().left(kMostPasted);
        if (pasted.payload.trimmed().isEmpty())
            return;
        m_pasted = pasted;
        m_shown = Shown::Pasted;
        listChoices();
        showChosen();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(words);
    column->addWidget(text, 1);
    column->addLayout(buttons);
    dialog->resize(520, 420);
    dialog->open();
}

void SamplePane::expandAll()
{
    m_tree->expandToDepth(0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex section = m_model->index(row, 0);
        if (row == 0 && m_samples.fields.size() < kExpandBelow)
            m_tree->expandRecursively(section);
    }
}

// Rows that neither have the text in name or value nor anything below that has it go away.
void SamplePane::search(const QString &text)
{
    const QString wanted = text.trimmed();
    const std::function<bool(const QModelIndex &, bool)> filter = [&](const QModelIndex &index, bool above) {
        const SampleNode *node = m_model->node(index);
        const bool own = wanted.isEmpty() || above || node->key.contains(wanted, Qt::CaseInsensitive) ||
                         node->value.contains(wanted, Qt::CaseInsensitive) ||
                         (!node->path.isEmpty() && node->path.contains(wanted, Qt::CaseInsensitive));
        bool any = own;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            any = filter(m_model->index(row, 0, index), own && !wanted.isEmpty() && node->parent >= 0) || any;
        m_tree->setRowHidden(index.row(), index.parent(), !any);
        return any;
    };
    for (int row = 0; row < m_model->rowCount(); ++row)
        filter(m_model->index(row, 0), false);
    if (wanted.isEmpty())
        return;
    for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        const SampleNode *node = m_model->node(index);
        if (SampleModel::isLeaf(*node) && (node->key.contains(wanted, Qt::CaseInsensitive) || node->path == wanted)) {
            m_tree->setCurrentIndex(index);
            return;
        }
    }
}

void SamplePane::askForItems(const QModelIndex &list, const QPoint &at, const std::function<void()> &then)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"itemsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex index(list);
    const auto offer = [&](QMenu *place, const QString &words, const ItemChoice &choice) {
        QAction *action = place->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_model->choice(list) == choice);
        connect(action, &QAction::triggered, this, [this, index, choice, then] {
            m_model->setChoice(index, choice);
            if (then)
                then();
        });
    };
    if (m_eachOffered)
        offer(menu, tr("Each item is counted by itself"), {ItemChoice::Kind::Each, {}});
    offer(menu, tr("First item"), {ItemChoice::Kind::First, {}});
    offer(menu, tr("Last item"), {ItemChoice::Kind::Last, {}});
    const auto conditions = m_model->conditionsFor(list);
    if (!conditions.isEmpty()) {
        QMenu *where = menu->addMenu(tr("Item where"));
        for (const auto &[condition, words] : conditions)
            offer(where, QString(words).replace(u'&', "&&"_L1), {ItemChoice::Kind::Where, condition});
    }
    menu->popup(at);
}

void SamplePane::withPath(const QModelIndex &index, const std::function<void(const QString &)> &then)
{
    const SampleNode *node = m_model->node(index);
    if (!node || node->kind == SampleNode::Kind::Section)
        return;
    if (!node->path.isEmpty()) {
        then(node->path);
        return;
    }
    const QModelIndex list = m_model->undecidedList(index);
    if (!list.isValid())
        return;
    const QString known = node->factsPath;
    m_tree->setCurrentIndex(index);
    askForItems(list, m_tree->viewport()->mapToGlobal(m_tree->visualRect(index).bottomLeft()), [this, known, then] {
        const QModelIndex again = m_model->indexOfPath(known);
        if (again.isValid())
            withPath(again, then);
    });
}

void SamplePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SamplePane::setTile(const TileSpec &tile, qsizetype binding)
{
    m_model->setTile(tile, binding);
}

void SamplePane::showPath(const QString &path)
{
    const QModelIndex index = m_model->indexOfPath(path);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

} // namespace hookboard
