#include "ui/problems/problemcentre.h"

#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// Icon at the left, a hairline below.
class ProblemRow final : public QWidget
{
public:
    ProblemRow(const Problem &problem, QWidget *parent)
        : QWidget(parent)
        , m_icon(problem.icon)
        , m_tone(problem.tone)
    {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Grid));
        const QColor ink = m_tone == Tone::Neutral ? theme.colour(Colour::TextSecondary) : theme.toneText(m_tone);
        paintIcon(painter, m_icon, ink, QStyle::visualRect(layoutDirection(), rect(), QRect(14, 13, 20, 20)), 20);
    }

private:
    QString m_icon;
    Tone m_tone;
};

} // namespace

ProblemCentre::ProblemCentre(QWidget *parent)
    : QDialog(parent)
    , m_none(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"problemCentre"_s);
    setWindowTitle(tr("Problems"));
    m_none->setObjectName(u"noProblems"_s);
    m_none->setText(tr("Nothing is broken. What needs attention stands here as long as it lasts."));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_none, 1);
    column->addWidget(buttons);
    resize(680, 440);
    rebuild();
}

void ProblemCentre::setProblems(const QList<Problem> &problems)
{
    if (m_problems != problems) {
        m_problems = problems;
        rebuild();
    }
}

void ProblemCentre::rebuild()
{
    // The keyboard stays at the problem it was at, when that lasts.
    const QString focused = m_rows && m_rows->isAncestorOf(focusWidget()) ? focusWidget()->objectName() : QString();
    m_rows = new QWidget;
    m_rows->setBackgroundRole(QPalette::Base);
    m_rows->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const Problem &problem : std::as_const(m_problems)) {
        column->addWidget(makeRow(problem));
    }
    column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // one of its buttons may be the sender
    }
    m_scroll->setWidget(m_rows);
    m_scroll->setVisible(!m_problems.isEmpty());
    m_none->setVisible(m_problems.isEmpty());
    if (!focused.isEmpty()) {
        if (auto *button = m_rows->findChild<QPushButton *>(focused)) {
            button->setFocus();
        }
    }
}

QWidget *ProblemCentre::makeRow(const Problem &problem)
{
    const Theme &theme = themeOf(this);
    auto *row = new ProblemRow(problem, m_rows);
    auto *title = new QLabel(row);
    setPlainText(*title, plainLine(problem.title, 160));
    title->setFont(theme.font(TypeRole::BodyStrong));
    title->setWordWrap(true);
    auto *sentence = new QLabel(row);
    setPlainText(*sentence, plainParagraph(problem.sentence, 400));
    sentence->setFont(theme.font(TypeRole::Label));
    sentence->setWordWrap(true);
    sentence->setVisible(!problem.sentence.isEmpty());
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(sentence);
    QPushButton *cure = makeButton(problem.cureText, {}, ButtonKind::Normal, row);
    cure->setObjectName(u"cure-"_s + problem.key);
    cure->setAccessibleName(problem.cureText + u": "_s + plainLine(problem.title, 160));
    connect(cure, &QPushButton::clicked, this, [this, problem] { emit cureWanted(problem); });
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(46, 10, 12, 11);
    line->setSpacing(16);
    line->addLayout(words, 1);
    line->addWidget(cure, 0, Qt::AlignTop);
    return row;
}

} // namespace hookboard
