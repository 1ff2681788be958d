// PathEdit: a field path, template or expression as text, completed from the fields that the events have. What is wrong
// with it is told by setProblem() and stands under it. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace hookboard {

class FieldProblem;

class PathEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit PathEdit(const QString &objectName, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); // quietly, and never under the cursor of who is typing the same
    void setPlaceholder(const QString &words);
    void setPaths(const QStringList &paths);
    void setProblem(const QString &message, qsizetype position);
    QLineEdit *edit() const { return m_edit; }

signals:
    void edited(const QString &text);

private:
    QLineEdit *m_edit = nullptr;
    QStringListModel *m_paths = nullptr;
    FieldProblem *m_problem = nullptr;
};

} // namespace hookboard
