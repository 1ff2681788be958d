#include "ui/events/payloadview.h"

#include "ui/events/eventtext.h"
#include "ui/events/payloadmodel.h"
#include "ui/events/usedfields.h"
#include "ui/style/hookboardstyle.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kLineBreakAt = 2'000;  // characters; text layout is quadratic-ish in the length of a line
constexpr int kExpandAllBelow = 400; // nodes

// Marks that steer the direction of text or hide; written out, since seeing them is what this view is for.
bool isHidden(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C ||
           c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

bool isForm(const Headers &headers)
{
    return headers.value("Content-Type").toLower().startsWith("application/x-www-form-urlencoded");
}

} // namespace

QString readableText(const QByteArray &bytes, qsizetype limit)
{
    const QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), limit)));
    QString shown;
    shown.reserve(text.size() + 64);
    int column = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == u'\n') {
            column = 0;
            shown += c;
            continue;
        }
        if (u < 0x20 && u != u'\t' && u != u'\r') {
            shown += QChar(char16_t(0x2400 + u));
        } else if (u == u'\r') {
            continue; // before a line feed it says nothing; the hex view has it
        } else if (u == 0x7F) {
            shown += QChar(char16_t(0x2421));
        } else if (isHidden(u)) {
            shown += u"\u27E8U+%1\u27E9"_s.arg(uint(u), 4, 16, QLatin1Char('0'));
        } else if (u == QChar::LineSeparator || u == QChar::ParagraphSeparator) {
            shown += QChar(char16_t(0x21B5));
        } else {
            shown += c;
        }
        if (++column >= kLineBreakAt && !c.isHighSurrogate()) {
            shown += u'\n';
            column = 0;
        }
    }
    return shown;
}

QPlainTextEdit *makeTextView(const QString &accessibleName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setUndoRedoEnabled(false);
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    text->setFont(themeOf(parent).font(TypeRole::Code));
    text->setAccessibleName(accessibleName);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->document()->setDocumentMargin(12);
    return text;
}

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_model(new PayloadModel(this))
    , m_tree(new QTreeView(this))
    , m_text(makeTextView(tr("Payload as text"), this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new QLabel(this))
{
    m_tree->setObjectName(u"payloadTree"_s);
    m_tree->setAccessibleName(tr("Payload"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PayloadDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(18);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setLayoutDirection(Qt::LeftToRight);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &PayloadView::copySelected);
    m_tree->addAction(copy);

    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 8, 12, 4);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
}

void PayloadView::show(const InspectedDelivery &delivery)
{
    const bool form = isForm(delivery.headers);
    m_model->setOutline(form ? readFormOutline(delivery.payload) : readJsonOutline(delivery.payload));
    const bool tree = m_model->rowCount() > 0;
    if (tree) {
        m_text->clear();
        showOutline();
    } else {
        m_text->setPlainText(readableText(delivery.payload, kTextBytes));
    }
    m_stack->setCurrentWidget(tree ? static_cast<QWidget *>(m_tree) : m_text);
    m_notice->setText(noticeFor(delivery, form));
    m_notice->setVisible(!m_notice->text().isEmpty());
}

void PayloadView::showOutline()
{
    if (m_model->outline().nodes.size() <= kExpandAllBelow) {
        m_tree->expandAll();
    } else {
        m_tree->expandToDepth(0);
    }
    markUsed();
}

void PayloadView::setUsedBy(const std::optional<Binding> &binding)
{
    m_usedBy = binding;
    markUsed();
}

void PayloadView::markUsed()
{
    const QSet<int> used = m_usedBy ? usedNodes(m_model->outline(), *m_usedBy) : QSet<int>();
    m_model->setUsed(used);
    if (used.isEmpty())
        return;
    for (const int node : used)
        m_tree->scrollTo(m_model->indexOf(node)); // opens what it is in
    m_tree->scrollTo(m_model->indexOf(*std::min_element(used.begin(), used.end())));
}

QString PayloadView::noticeFor(const InspectedDelivery &delivery, bool form) const
{
    const JsonOutline &outline = m_model->outline();
    if (delivery.payload.isEmpty()) {
        return tr("The body is empty.");
    }
    if (!form && outline.nodes.isEmpty()) {
        return delivery.payload.size() > kTextBytes
                   ? tr("Not JSON. The first %1 of %2 as text; the tab Hex has all of it.")
                         .arg(bytesText(kTextBytes), bytesText(delivery.payload.size()))
                   : tr("Not JSON, shown as text.");
    }
    if (!outline.valid) {
        return tr("The JSON breaks off at byte %1. What comes before is shown.")
            .arg(locale().toString(qlonglong(outline.errorOffset)));
    }
    if (!outline.complete) {
        return tr("Too large to show whole: the first %1 and %2 levels. The tabs Raw bytes and Hex have more.")
            .arg(bytesText(JsonOutline::kMaxBytes), locale().toString(JsonOutline::kMaxDepth));
    }
    return {};
}

QString PayloadView::notice() const
{
    return m_notice->text();
}

void PayloadView::copySelected()
{
    const OutlineNode *node = m_model->nodeAt(m_tree->currentIndex());
    if (node) {
        QGuiApplication::clipboard()->setText(node->value.isEmpty() ? node->key : node->value);
    }
}

} // namespace hookboard
