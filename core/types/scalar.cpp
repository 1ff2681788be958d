#include "core/types/scalar.h"

#include <QtCore/QLocale>

namespace hookboard {

std::optional<double> Scalar::toDouble() const
{
    if (const auto *i = std::get_if<qint64>(&m_value))
        return double(*i);
    if (const auto *u = std::get_if<quint64>(&m_value))
        return double(*u);
    if (const auto *d = std::get_if<double>(&m_value))
        return *d;
    return std::nullopt;
}

QString Scalar::toText() const
{
    struct Visitor
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(JsonNull) const { return QStringLiteral("null"); }
        QString operator()(bool b) const { return b ? QStringLiteral("true") : QStringLiteral("false"); }
        QString operator()(qint64 i) const { return QString::number(i); }
        QString operator()(quint64 u) const { return QString::number(u); }
        QString operator()(double d) const { return QString::number(d, 'g', QLocale::FloatingPointShortest); }
        QString operator()(const QByteArray &text) const { return QString::fromUtf8(text); }
    };
    return std::visit(Visitor{}, m_value);
}

} // namespace hookboard
