#include "ui/fieldproblem.h"

#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kProblemIcon = 14;
constexpr int kProblemTextLeft = 20;
constexpr qsizetype kProblemExcerpt = 16;

} // namespace

FieldProblem::FieldProblem(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void FieldProblem::setProblem(const QString &words, qsizetype position)
{
    m_position = position;
    if (m_words == words)
        return;
    m_words = words;
    m_field->setAccessibleDescription(words);
    controls::setWrong(*m_field, !words.isEmpty());
    setAccessibleName(words);
    fitHeight();
    setVisible(!words.isEmpty());
    update();
}

void FieldProblem::fitHeight()
{
    const Theme &theme = themeOf(this);
    const QRect room(0, 0, std::max(1, width() - kProblemTextLeft), 10'000);
    setFixedHeight(QFontMetrics(theme.font(TypeRole::Label)).boundingRect(room, Qt::TextWordWrap, m_words).height() +
                   2);
}

void FieldProblem::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void FieldProblem::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const int line = QFontMetrics(theme.font(TypeRole::Label)).height();
    const auto mirrored = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    paintIcon(painter, u"error"_s, theme.colour(Colour::Error), mirrored({0, 0, kProblemIcon, line}), kProblemIcon);
    painter.setPen(theme.colour(Colour::Error));
    painter.setFont(theme.font(TypeRole::Label));
    painter.drawText(mirrored(rect().adjusted(kProblemTextLeft, 0, 0, 0)),
                     Qt::AlignTop | Qt::AlignLeading | Qt::TextWordWrap, m_words);
}

void FieldProblem::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_field->setFocus(Qt::OtherFocusReason);
    auto *line = qobject_cast<QLineEdit *>(m_field);
    if (auto *box = qobject_cast<QComboBox *>(m_field))
        line = box->lineEdit();
    if (line)
        line->setCursorPosition(m_position < 0 ? int(line->text().size()) : int(m_position));
    if (auto *page = qobject_cast<QPlainTextEdit *>(m_field); page && m_position >= 0) {
        QTextCursor cursor = page->textCursor();
        cursor.setPosition(int(std::min<qsizetype>(m_position, page->document()->characterCount() - 1)));
        page->setTextCursor(cursor);
    }
}

QString problemSentence(const QString &text, qsizetype position, const QString &message)
{
    QString words = message;
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    if (!words.isEmpty() && !words.endsWith(u'.'))
        words += u'.';
    if (position < 0)
        return words;
    if (position >= text.size())
        return FieldProblem::tr("At the end: %1").arg(message);
    return FieldProblem::tr("Position %1, at \u201C%2\u201D: %3")
        .arg(position + 1)
        .arg(plainLine(QStringView(text).sliced(position), kProblemExcerpt), message);
}

} // namespace hookboard
