#include "core/mapping/localnumber.h"

#include <string>

namespace hookboard {

namespace {

constexpr std::string_view kBlanks[] = {" ", "\t", "\xc2\xa0", "\xe2\x80\xaf"}; // the last two do not break
constexpr std::string_view kMinus = "\xe2\x88\x92";

bool isDecimal(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view viewed(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

// Reads from the front of a text and writes the number as JSON has it.
class NumberReader
{
public:
    NumberReader(std::string_view text, const NumberSigns &signs)
        : m_rest(text)
        , m_signs(signs)
    {}

    bool read()
    {
        skipBlanks();
        if (take("-") || take(kMinus))
            json += '-';
        else
            take("+");
        if (!whole() || !fraction() || !exponent())
            return false;
        skipBlanks();
        return m_rest.empty();
    }

    std::string json;

private:
    bool take(std::string_view token)
    {
        if (token.empty() || !m_rest.starts_with(token))
            return false;
        m_rest.remove_prefix(token.size());
        return true;
    }

    void skipBlanks()
    {
        for (bool more = true; more;) {
            more = false;
            for (const std::string_view blank : kBlanks)
                more = take(blank) || more;
        }
    }

    bool takeGrouping()
    {
        const std::string_view sign = viewed(m_signs.grouping);
        if (take(sign))
            return true;
        return sign == " " && (take(kBlanks[2]) || take(kBlanks[3]));
    }

    size_t digits(std::string &out)
    {
        size_t count = 0;
        for (; count < m_rest.size() && isDecimal(m_rest[count]); ++count)
            out += m_rest[count];
        m_rest.remove_prefix(count);
        return count;
    }

    bool whole()
    {
        std::string all;
        size_t last = digits(all);
        const size_t first = last;
        bool grouped = false;
        for (std::string_view before = m_rest; takeGrouping(); before = m_rest) {
            if (m_rest.empty() || !isDecimal(m_rest.front())) {
                m_rest = before; // a blank behind the number
                break;
            }
            if (first == 0 || first > 3 || (grouped && last != 2 && last != 3))
                return false;
            grouped = true;
            last = digits(all);
        }
        if (grouped && last != 3)
            return false;
        m_hasWhole = !all.empty();
        const size_t significant = std::min(all.find_first_not_of('0'), all.size());
        json += significant == all.size() ? "0" : all.substr(significant);
        return true;
    }

    bool fraction()
    {
        if (!take(viewed(m_signs.decimal)))
            return m_hasWhole;
        json += '.';
        return digits(json) > 0;
    }

    bool exponent()
    {
        if (!take("e") && !take("E"))
            return true;
        json += 'e';
        if (take("-"))
            json += '-';
        else
            take("+");
        return digits(json) > 0;
    }

    std::string_view m_rest;
    const NumberSigns &m_signs;
    bool m_hasWhole = false;
};

} // namespace

JsonValue parseLocalNumber(std::string_view text, const NumberSigns &signs)
{
    NumberReader reader(text, signs);
    if (!reader.read())
        return {};
    JsonValue number = parseJsonNumber(reader.json);
    number.text = {}; // it does not outlive this
    return number;
}

} // namespace hookboard
