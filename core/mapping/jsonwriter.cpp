// Compact JSON text of parsed values (declared in jsonvalue.h).
#include "core/mapping/jsonvalue.h"

#include <QtCore/QLocale>

namespace hookboard {

using simdjson::dom::element_type;

void writeJsonText(std::string_view text, QByteArray &out)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    size_t done = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = uchar(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        out.append(text.data() + done, qsizetype(i - done));
        done = i + 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    out.append(text.data() + done, qsizetype(text.size() - done));
    out += '"';
}

void writeJson(JsonNode node, QByteArray &out, std::string_view mark)
{
    switch (node.type()) {
    case element_type::NULL_VALUE:
        out += "null";
        return;
    case element_type::BOOL:
        out += node.get_bool().value_unsafe() ? "true" : "false";
        return;
    case element_type::INT64:
        out += QByteArray::number(node.get_int64().value_unsafe());
        return;
    case element_type::UINT64:
        out += QByteArray::number(node.get_uint64().value_unsafe());
        return;
    case element_type::DOUBLE:
        out += QByteArray::number(node.get_double().value_unsafe(), 'g', QLocale::FloatingPointShortest);
        return;
    case element_type::STRING: {
        const std::string_view text = node.get_string().value_unsafe();
        if (!mark.empty() && text.starts_with(mark))
            out.append(text.data() + mark.size(), qsizetype(text.size() - mark.size()));
        else
            writeJsonText(text, out);
        return;
    }
    case element_type::ARRAY: {
        char separator = '[';
        const simdjson::dom::array array = node.get_array().value_unsafe();
        for (const JsonNode child : array) {
            out += separator;
            separator = ',';
            writeJson(child, out, mark);
        }
        out += separator == '[' ? "[]" : "]";
        return;
    }
    case element_type::OBJECT: {
        char separator = '{';
        const simdjson::dom::object object = node.get_object().value_unsafe();
        for (const auto field : object) {
            out += separator;
            separator = ',';
            writeJsonText(field.key, out);
            out += ':';
            writeJson(field.value, out, mark);
        }
        out += separator == '{' ? "{}" : "}";
        return;
    }
    default:
        return;
    }
}

} // namespace hookboard
