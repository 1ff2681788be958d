#include "core/mapping/grouptext.h"

#include "core/types/utf8cut.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QLocale>

#include <charconv>

namespace hookboard {

namespace {

constexpr QByteArrayView kEllipsis = "\xe2\x80\xa6";
constexpr qsizetype kDigestDigits = 12;

void writeBounded(QByteArrayView text, QByteArray &out)
{
    if (text.size() <= kMaxGroupBytes) {
        out.append(text);
        return;
    }
    const QByteArray whole = QByteArray::fromRawData(text.data(), text.size());
    const QByteArray digest = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
    out.append(cutUtf8(text, kMaxGroupBytes - kEllipsis.size() - kDigestDigits));
    out.append(kEllipsis).append(digest.first(kDigestDigits));
}

template <typename Integer> void writeInteger(Integer value, QByteArray &out)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end - digits);
}

} // namespace

QByteArrayView groupText(const JsonValue &value, std::string_view numberMark, QByteArray &written)
{
    using Kind = JsonValue::Kind;
    const QByteArrayView text(value.text.data(), qsizetype(value.text.size()));
    const bool isText = value.kind == Kind::Text || value.kind == Kind::OutOfRange;
    if (isText && text.size() <= kMaxGroupBytes)
        return text;
    written.resize(0);
    switch (value.kind) {
    case Kind::Nothing:
        break;
    case Kind::Null:
        return "null";
    case Kind::Bool:
        return value.boolean ? QByteArrayView("true") : QByteArrayView("false");
    case Kind::Int:
        writeInteger(value.integer, written);
        break;
    case Kind::UInt:
        writeInteger(value.natural, written);
        break;
    case Kind::Double:
        written.append(QByteArray::number(value.real, 'g', QLocale::FloatingPointShortest));
        break;
    case Kind::Text:
    case Kind::OutOfRange:
        writeBounded(text, written);
        break;
    case Kind::Structure: {
        QByteArray json;
        writeJson(value.node, json, numberMark);
        writeBounded(json, written);
        break;
    }
    }
    return written;
}

} // namespace hookboard
