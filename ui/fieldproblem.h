// FieldProblem: the sentence under a form field that says what is wrong with it, in words and with an icon; the field
// gets the edge of an error and the sentence as its accessible description. A click puts the cursor where the problem
// is. Hidden while all is well. GUI thread; the field outlives it.
#pragma once

#include <QtWidgets/QWidget>

namespace hookboard {

class FieldProblem final : public QWidget
{
    Q_OBJECT
public:
    FieldProblem(QWidget *field, QWidget *parent = nullptr);

    // Empty words = all is well. `position`: offset in the text of the field, -1 = the text as a whole.
    void setProblem(const QString &words, qsizetype position = -1);
    const QString &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    // Not as height-for-width: QFormLayout of Qt 6.4 writes beyond its rows when it has such ones and hides others.
    void fitHeight();

    QWidget *m_field;
    QString m_words;
    qsizetype m_position = -1;
};

// "Position 9, at “[unt”: expected a digit". Payload of the field is shown as plain, short text.
QString problemSentence(const QString &text, qsizetype position, const QString &message);

} // namespace hookboard
