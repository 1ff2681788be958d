#include "ui/factlist.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace hookboard {

namespace {

constexpr int kNameWidth = 116; // one column for all lists of a page; longer names wrap

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, kNameWidth);
    m_grid->setColumnStretch(1, 1);
}

FactList::Line &FactList::lineAt(int row)
{
    while (m_lines.size() <= row) {
        Line line{new QLabel(this), new QLabel(this)};
        line.name->setTextFormat(Qt::PlainText);
        line.name->setWordWrap(true);
        line.name->setFixedWidth(kNameWidth);
        line.name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        line.name->setForegroundRole(QPalette::PlaceholderText);
        line.value->setTextFormat(Qt::PlainText);
        line.value->setWordWrap(true);
        line.value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        line.value->setMinimumWidth(80);
        line.name->setBuddy(line.value);
        m_grid->addWidget(line.name, int(m_lines.size()), 0);
        m_grid->addWidget(line.value, int(m_lines.size()), 1);
        m_lines.append(line);
    }
    return m_lines[row];
}

void FactList::setFacts(const QList<Fact> &facts)
{
    const Theme &theme = themeOf(this);
    int row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty()) {
            continue;
        }
        Line &line = lineAt(row++);
        line.name->setFont(theme.font(TypeRole::Label));
        line.name->setText(fact.name);
        line.value->setFont(theme.font(fact.code ? TypeRole::Code : TypeRole::Label));
        line.value->setText(plainParagraph(fact.value));
        line.value->setAccessibleName(fact.name);
        line.name->show();
        line.value->show();
    }
    for (; row < m_lines.size(); ++row) {
        m_lines[row].name->clear();
        m_lines[row].name->hide();
        m_lines[row].value->hide();
    }
}

QString FactList::value(const QString &name) const
{
    for (const Line &line : m_lines) {
        if (line.name->text() == name) {
            return line.value->text();
        }
    }
    return {};
}

} // namespace hookboard
