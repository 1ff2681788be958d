#include "ui/mapping/pathedit.h"

#include "ui/fieldproblem.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

PathEdit::PathEdit(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_paths(new QStringListModel(this))
    , m_problem(new FieldProblem(m_edit, this))
{
    m_edit->setObjectName(objectName);
    m_edit->setFont(themeOf(this).font(TypeRole::Code));
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_problem->setObjectName(objectName + u"Problem"_s);
    auto *completer = new QCompleter(m_paths, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(10);
    m_edit->setCompleter(completer);
    setFocusProxy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    connect(m_edit, &QLineEdit::textEdited, this, &PathEdit::edited);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &PathEdit::edited);
}

QString PathEdit::text() const
{
    return m_edit->text();
}

void PathEdit::setText(const QString &text)
{
    if (m_edit->text().trimmed() != text.trimmed())
        m_edit->setText(text);
}

void PathEdit::setPlaceholder(const QString &words)
{
    m_edit->setPlaceholderText(words);
}

void PathEdit::setPaths(const QStringList &paths)
{
    if (m_paths->stringList() != paths)
        m_paths->setStringList(paths);
}

void PathEdit::setProblem(const QString &message, qsizetype position)
{
    m_problem->setProblem(message.isEmpty() ? QString() : problemSentence(m_edit->text(), position, message), position);
}

} // namespace hookboard
