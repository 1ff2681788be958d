#include "ui/style/plaintext.h"

#include <QtGui/QFontMetrics>
#include <QtWidgets/QLabel>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr char16_t kFirstStrongIsolate = 0x2068;
constexpr char16_t kPopIsolate = 0x2069;
constexpr char16_t kEllipsis = 0x2026;
constexpr char16_t kControlPictures = 0x2400; // U+2400 shows NUL, and so on to U+241F
constexpr char16_t kDeletePicture = 0x2421;
constexpr char16_t kReturnSign = 0x21B5;
constexpr int kParagraphLines = 12;

// Characters that steer direction, join or hide: embeddings, overrides, isolates, marks, and zero-width spaces. Joiners
// (U+200C, U+200D) stay, scripts and emoji need them.
bool isSteering(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C ||
           c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.isSurrogate();
}

void appendVisible(QString &out, QChar c)
{
    const char16_t u = c.unicode();
    if (u == u'\n' || u == 0x2028 || u == 0x2029)
        out += QChar(kReturnSign);
    else if (u == u'\t' || u == 0x0085 || c.isSpace())
        out += u == 0x00A0 || u == 0x202F ? c : QChar(u' ');
    else if (u < 0x20)
        out += QChar(char16_t(kControlPictures + u));
    else if (u == 0x7F)
        out += QChar(kDeletePicture);
    else if (u >= 0x80 && u < 0xA0)
        out += QChar(QChar::ReplacementCharacter);
    else if (!isSteering(u))
        out += c;
}

} // namespace

QString plainLine(QStringView text, qsizetype limit)
{
    QString out;
    out.reserve(std::min(text.size(), limit) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (out.size() >= limit) {
            if (out.back().isHighSurrogate())
                out.chop(1);
            out += QChar(kEllipsis);
            break;
        }
        // A line break of two characters is one sign.
        if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        // Steering characters can fill megabytes without adding to the line.
        if (i > 8 * limit) {
            out += QChar(kEllipsis);
            break;
        }
        appendVisible(out, text[i] == u'\r' ? QChar(u'\n') : text[i]);
    }
    return out;
}

QString isolatedLine(QStringView text, qsizetype limit)
{
    const QString line = plainLine(text, limit);
    if (std::none_of(line.begin(), line.end(), isRightToLeft))
        return line;
    return QChar(kFirstStrongIsolate) + line + QChar(kPopIsolate);
}

QString elidedPlain(const QFontMetrics &metrics, QStringView text, int width)
{
    if (width <= 0)
        return {};
    // No glyph that people read is narrower than two pixels.
    const qsizetype limit = std::min<qsizetype>(kPlainLineLimit, width / 2 + 1);
    const QString line = plainLine(text, limit);
    const QString elided =
        metrics.horizontalAdvance(line) <= width ? line : metrics.elidedText(line, Qt::ElideRight, width);
    if (std::none_of(elided.begin(), elided.end(), isRightToLeft))
        return elided;
    return QChar(kFirstStrongIsolate) + elided + QChar(kPopIsolate);
}

QString plainParagraph(QStringView text, qsizetype limit)
{
    QStringList lines;
    qsizetype left = std::min(limit, text.size());
    for (QStringView line : text.first(left).tokenize(u'\n')) {
        if (lines.size() == kParagraphLines) {
            lines << QString(QChar(kEllipsis));
            break;
        }
        lines << isolatedLine(line, limit);
    }
    return lines.join(u'\n');
}

QString plainTooltip(QStringView text)
{
    if (text.isEmpty())
        return {};
    return u"<span style=\"white-space:pre-wrap\">%1</span>"_s.arg(plainParagraph(text).toHtmlEscaped());
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

void setPlainText(QLabel &label, QStringView text)
{
    label.setTextFormat(Qt::PlainText);
    label.setText(isolatedLine(text));
}

} // namespace hookboard
