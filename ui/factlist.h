// FactList: label and value pairs, one under the other, as in "Scheme   HMAC-SHA256 over the raw body". Values are
// plain text, wrap, and can be selected. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;

namespace hookboard {

struct Fact
{
    QString name;
    QString value;
    bool code = false; // fixed pitch: addresses, ids, headers
};

class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    // Facts with an empty value are left out.
    void setFacts(const QList<Fact> &facts);
    // For tests and accessibility: the value shown beside a name, empty when there is none.
    QString value(const QString &name) const;

private:
    struct Line
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };
    Line &lineAt(int row);

    QGridLayout *m_grid = nullptr;
    QList<Line> m_lines;
};

} // namespace hookboard
