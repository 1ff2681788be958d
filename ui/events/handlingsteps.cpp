#include "ui/events/handlingsteps.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>

namespace hookboard {

HandlingSteps::HandlingSteps(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HandlingSteps::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    QStringList words;
    for (const Step &step : steps) {
        words.append(step.time.isEmpty() ? step.name : tr("%1 %2").arg(step.name, step.time));
    }
    setAccessibleName(words.join(QStringView(u", ")));
    updateGeometry();
    update();
}

QSize HandlingSteps::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {320, 20 + theme.lineHeight(TypeRole::Caption) * 2 + 4};
}

void HandlingSteps::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty()) {
        return;
    }
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qsizetype last = m_steps.size() - 1;
    const int slot = width() / int(m_steps.size());
    const auto centre = [&](qsizetype i) {
        return layoutDirection() == Qt::RightToLeft ? width() - 7 - int(i) * slot : 7 + int(i) * slot;
    };
    painter.setPen(QPen(theme.colour(Colour::OkFill), 1.5));
    for (qsizetype i = 0; i < last; ++i) {
        painter.drawLine(QPoint(centre(i), 9), QPoint(centre(i + 1), 9));
    }
    for (qsizetype i = 0; i <= last; ++i) {
        const Step &step = m_steps[i];
        const QColor edge = theme.colour(step.failed ? Colour::ErrorFill : Colour::OkFill);
        painter.setPen(QPen(edge, 1.5));
        painter.setBrush(step.time.isEmpty() && !step.failed ? theme.colour(Colour::Surface)
                                                             : theme.toneTint(step.failed ? Tone::Error : Tone::Ok));
        painter.drawEllipse(QPointF(centre(i), 9), 5, 5);
        const int line = theme.lineHeight(TypeRole::Caption);
        const QRect box = layoutDirection() == Qt::RightToLeft ? QRect(centre(i) + 7 - slot + 4, 20, slot - 4, line)
                                                               : QRect(centre(i) - 6, 20, slot - 4, line);
        painter.setFont(theme.font(TypeRole::Chip));
        painter.setPen(theme.colour(Colour::Text));
        painter.drawText(box, Qt::AlignLeading | Qt::AlignVCenter,
                         elidedPlain(painter.fontMetrics(), step.name, box.width()));
        painter.setFont(theme.font(TypeRole::Caption));
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(box.translated(0, line), Qt::AlignLeading | Qt::AlignVCenter,
                         elidedPlain(painter.fontMetrics(), step.time, box.width()));
    }
}

} // namespace hookboard
