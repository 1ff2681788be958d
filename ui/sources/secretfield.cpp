#include "ui/sources/secretfield.h"

#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

SecretField::SecretField(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_warning(new QLabel(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_edit->setFont(themeOf(this).font(TypeRole::Code));
    setFocusProxy(m_edit);
    auto *show = new QToolButton(this);
    show->setText(tr("Show"));
    show->setAccessibleName(tr("Show what was entered"));
    show->setCheckable(true);
    show->setAutoRaise(true);
    show->setObjectName(u"showSecret"_s);
    connect(show, &QToolButton::toggled, this, [this, show](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        show->setText(shown ? tr("Hide") : tr("Show"));
    });
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->setFont(themeOf(this).font(TypeRole::Label));
    m_warning->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_warning);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::update);
}

void SecretField::setHint(const QString &hint)
{
    m_edit->setPlaceholderText(hint);
    m_edit->setToolTip(hint);
}

bool SecretField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

bool SecretField::hasSurroundingSpace() const
{
    return m_edit->text() != m_edit->text().trimmed();
}

Secret SecretField::secret() const
{
    return Secret(m_edit->text().toUtf8());
}

void SecretField::update()
{
    const bool blanks = hasSurroundingSpace();
    m_warning->setText(blanks ? tr("There is white space before or after the secret. It is used exactly like this.")
                              : QString());
    QPalette warning = m_warning->palette();
    warning.setColor(QPalette::WindowText, themeOf(this).toneText(Tone::Warn));
    m_warning->setPalette(warning);
    m_warning->setVisible(blanks);
    emit changed();
}

} // namespace hookboard
