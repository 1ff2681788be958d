#include "ui/dashboard/tiles/filterrow.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

FilterRow::FilterRow(QHeaderView &header, QWidget *parent)
    : QWidget(parent)
    , m_header(header)
{
    setObjectName(u"filterRow"_s);
    connect(&m_header, &QHeaderView::sectionResized, this, &FilterRow::follow);
    connect(&m_header, &QHeaderView::sectionCountChanged, this, &FilterRow::makeFields);
    connect(m_header.model(), &QAbstractItemModel::modelReset, this, &FilterRow::makeFields); // other titles
    connect(&m_header, &QHeaderView::geometriesChanged, this, &FilterRow::follow);
    makeFields();
}

void FilterRow::makeFields()
{
    while (m_fields.size() > m_header.count())
        delete m_fields.takeLast();
    while (m_fields.size() < m_header.count()) {
        auto *field = new QLineEdit(this);
        const auto column = int(m_fields.size());
        field->setObjectName(u"filter-%1"_s.arg(column));
        field->setClearButtonEnabled(true);
        field->setMaxLength(200);
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, this,
                [this, column](const QString &text) { emit filterChanged(column, text); });
        m_fields << field;
    }
    for (int column = 0; column < m_fields.size(); ++column) {
        const QString title = m_header.model()->headerData(column, Qt::Horizontal).toString();
        m_fields[column]->setPlaceholderText(tr("Filter"));
        m_fields[column]->setAccessibleName(tr("Filter %1").arg(title));
        m_fields[column]->setToolTip(tr("What the cells contain. Numbers also as > 5 or <= 2. Esc closes."));
        m_fields[column]->show();
    }
    follow();
}

void FilterRow::follow()
{
    for (int column = 0; column < m_fields.size(); ++column) {
        m_fields[column]->setGeometry(m_header.sectionViewportPosition(column) + 1, 2,
                                      std::max(0, m_header.sectionSize(column) - 2), height() - 4);
    }
}

void FilterRow::resizeEvent(QResizeEvent *)
{
    follow();
}

void FilterRow::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first()->setFocus(Qt::ShortcutFocusReason);
}

void FilterRow::clear()
{
    for (QLineEdit *field : std::as_const(m_fields))
        field->clear();
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        emit closeWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hookboard
