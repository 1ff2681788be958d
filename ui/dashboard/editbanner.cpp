#include "ui/dashboard/editbanner.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

EditBanner::EditBanner(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"editBanner"_s);
    setFixedHeight(themeOf(this).metrics().panelHeader);
    setChanges(0);
}

void EditBanner::setChanges(int changes)
{
    const QString count = changes == 0   ? tr("Nothing changed yet.")
                          : changes == 1 ? tr("1 change, saved as you go.")
                                         : tr("%1 changes, saved as you go.").arg(locale().toString(changes));
    m_words = count + u' ' +
              tr("Tiles keep receiving data. Arrow keys move the selected tile, Shift and arrow keys resize it, "
                 "Esc leaves.");
    setAccessibleName(tr("Editing") + u". "_s + m_words);
    setToolTip(m_words);
    update();
}

void EditBanner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::AccentTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Border));
    const auto mirrored = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int icon = theme.metrics().icon;
    paintIcon(painter, u"edit"_s, theme.colour(Colour::Text), mirrored(QRect(12, (height() - icon) / 2, icon, icon)));
    painter.setPen(theme.colour(Colour::Text));
    painter.setFont(theme.font(TypeRole::BodyStrong));
    const QString word = tr("Editing");
    const int wide = painter.fontMetrics().horizontalAdvance(word) + 2;
    painter.drawText(mirrored(QRect(36, 0, wide, height())), Qt::AlignVCenter | Qt::AlignLeading, word);
    painter.setFont(theme.font(TypeRole::Label));
    painter.setPen(theme.colour(Colour::TextSecondary));
    const QRect rest(36 + wide + 8, 0, width() - 36 - wide - 20, height());
    painter.drawText(mirrored(rest), Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_words, Qt::ElideRight, rest.width()));
}

} // namespace hookboard
