// JsonDocument: one parsed JSON text at a time, with its parser's memory kept for the next. One thread at a time.
// A document with a number beyond 64 bits or beyond double, which simdjson refuses as a whole, is still read: such
// numbers become texts that start with numberMark(). Of a document over kLargeBytes everything is given back by
// clear().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <simdjson.h>

#include <memory>
#include <optional>
#include <string_view>

namespace hookboard {

class JsonDocument
{
public:
    enum class Problem : quint8 { None, NotJson, TooDeep, TooLarge };

    static constexpr qsizetype kLargeBytes = 1024 * 1024;
    // simdjson counts at most 2^24 - 1 elements of an array; below this size no array can have more.
    static constexpr qsizetype kMaxBytes = 32 * 1024 * 1024;
    // Counted by commas in large documents: a value costs up to thirty times its text.
    static constexpr qsizetype kMostValues = 1'000'000;

    JsonDocument();
    ~JsonDocument();
    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;

    // Copies `json`; a leading byte order mark is skipped.
    Problem parse(QByteArrayView json);
    void clear();
    // Valid until the next parse() or clear(). Absent when nothing was parsed or there was a problem.
    std::optional<simdjson::dom::element> root() const { return m_root; }
    // What numbers that do not fit begin with: a character that no text of this document holds. Empty when all fit.
    std::string_view numberMark() const { return m_mark; }

private:
    Problem parsePlain(QByteArrayView json);

    simdjson::dom::parser m_parser;
    std::unique_ptr<simdjson::dom::parser> m_largeParser;
    std::optional<simdjson::dom::element> m_root;
    std::string_view m_mark;
};

// "not JSON", "nested deeper than 1,024 levels", "larger than 32 MiB or a million values"; empty for None.
QString problemText(JsonDocument::Problem problem);

} // namespace hookboard
