#include "ui/dashboard/stepwords.h"

#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kTextLimit = 80;

class StepWords
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
public:
    explicit StepWords(const QLocale &locale)
        : m_locale(locale)
    {}

    QString operator()(const steps::ParseNumber &step) const
    {
        return step.grouping.isEmpty() ? tr("text read as a number with decimal \"%1\"").arg(text(step.decimal))
                                       : tr("text read as a number with decimal \"%1\" and grouping \"%2\"")
                                             .arg(text(step.decimal), text(step.grouping));
    }
    QString operator()(const steps::Scale &step) const
    {
        return step.offset == 0 ? tr("times %1").arg(number(step.factor))
                                : tr("times %1, plus %2").arg(number(step.factor), number(step.offset));
    }
    QString operator()(const steps::Clamp &step) const
    {
        if (step.min && step.max)
            return tr("not below %1 and not above %2").arg(number(*step.min), number(*step.max));
        return step.min   ? tr("not below %1").arg(number(*step.min))
               : step.max ? tr("not above %1").arg(number(*step.max))
                          : tr("unchanged");
    }
    QString operator()(const steps::MapValues &step) const
    {
        QStringList pairs;
        for (const auto &[from, to] : step.pairs.first(std::min<qsizetype>(4, step.pairs.size())))
            pairs << text(from) + u" → "_s + text(to);
        if (step.pairs.size() > 4)
            pairs << tr("%1 more").arg(m_locale.toString(step.pairs.size() - 4));
        if (step.otherwise)
            pairs << tr("else %1").arg(text(*step.otherwise));
        return tr("replaced: %1").arg(pairs.join(u", "_s));
    }
    QString operator()(const steps::Extract &step) const { return tr("what matches %1").arg(text(step.pattern)); }
    QString operator()(const steps::Split &step) const
    {
        return tr("part %1 between \"%2\"").arg(m_locale.toString(step.index), text(step.separator));
    }
    QString operator()(const steps::Coalesce &step) const
    {
        return tr("where it is missing, %1").arg(text(step.paths.join(u", "_s)));
    }
    QString operator()(const steps::ParseDate &step) const
    {
        return step.format.isEmpty() ? tr("text read as a date") : tr("text read as a date %1").arg(text(step.format));
    }

private:
    static QString text(const QString &payload) { return isolatedLine(payload, kTextLimit); }
    QString number(double value) const { return m_locale.toString(value, 'g', QLocale::FloatingPointShortest); }

    QLocale m_locale;
};

} // namespace

QString stepWords(const ValueStep &step, const QLocale &locale)
{
    return std::visit(StepWords(locale), step);
}

QString stepsWords(const QList<ValueStep> &list, const QLocale &locale)
{
    QStringList words;
    for (const ValueStep &step : list)
        words << stepWords(step, locale);
    return words.join(u"; "_s);
}

} // namespace hookboard
