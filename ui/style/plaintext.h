// Plain text: makes any string from a payload safe and cheap to show. Markup stays characters, line breaks and control
// characters become visible signs, bidi overrides are taken out, the rest is isolated, and nothing longer than a line
// of a large screen ever reaches text layout. Pure functions, any thread (the eliding ones: GUI).
#pragma once

#include <QtCore/QString>

class QFontMetrics;
class QLabel;

namespace hookboard {

inline constexpr qsizetype kPlainLineLimit = 512; // characters; more fits on no line

// One line, at most `limit` characters (then an ellipsis), without isolates: for measuring and for plain ASCII places.
QString plainLine(QStringView text, qsizetype limit = kPlainLineLimit);
// plainLine() between U+2068 and U+2069 where it holds right-to-left characters, so that it cannot reorder its
// neighbours.
QString isolatedLine(QStringView text, qsizetype limit = kPlainLineLimit);
// For QPainter::drawText: plain, isolated, elided at the end to `width` pixels.
QString elidedPlain(const QFontMetrics &metrics, QStringView text, int width);
// Several lines kept (at most 12), each made plain: for banners, details.
QString plainParagraph(QStringView text, qsizetype limit = 2000);
// Tooltips and other places of Qt that guess between plain and rich text: escaped, so that the guess cannot matter.
QString plainTooltip(QStringView text);
// With a capital first letter, as a heading or an entry of a list begins.
QString capitalised(QString text);
// A label that can show payload text: format pinned to plain.
void setPlainText(QLabel &label, QStringView text);

} // namespace hookboard
