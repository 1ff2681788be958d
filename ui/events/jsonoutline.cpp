#include "ui/events/jsonoutline.h"

#include <QtCore/QByteArrayView>

#include <algorithm>

namespace hookboard {

namespace {

// Walks the text once with a stack of open nodes instead of recursion: ten thousand levels must not reach our stack.
class OutlineReader
{
public:
    explicit OutlineReader(QByteArrayView text, bool cut)
        : m_text(text)
        , m_cut(cut)
    {}

    JsonOutline read()
    {
        skipBlanks();
        while (m_at < m_text.size() && !m_stopped) {
            step();
            skipBlanks();
        }
        if (!m_stopped && (m_outline.nodes.isEmpty() || !m_open.isEmpty())) {
            stopAtEnd();
        }
        return std::move(m_outline);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (m_outline.nodes.isEmpty()) {
            readValue({});
        } else if (m_open.isEmpty()) {
            fail(); // something after the document
        } else if (c == '}' || c == ']') {
            close(c);
        } else if (m_needComma) {
            c == ',' ? takeComma() : fail();
        } else if (top().kind == OutlineNode::Kind::Object) {
            readMember();
        } else {
            readValue({});
        }
    }

    void takeComma()
    {
        ++m_at;
        m_needComma = false;
        m_afterComma = true;
    }

    void readMember()
    {
        if (m_text[m_at] != '"') {
            fail();
            return;
        }
        const QString key = readText();
        if (m_stopped) {
            return;
        }
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != ':') {
            m_at >= m_text.size() ? stopAtEnd() : fail();
            return;
        }
        ++m_at;
        skipBlanks();
        m_at >= m_text.size() ? stopAtEnd() : readValue(key);
    }

    void readValue(const QString &key)
    {
        m_afterComma = false;
        const char c = m_text[m_at];
        if (c == '{' || c == '[') {
            open(key, c == '{' ? OutlineNode::Kind::Object : OutlineNode::Kind::Array);
        } else if (c == '"') {
            const QString text = readText();
            if (!m_stopped) {
                add(key, OutlineNode::Kind::Text, text);
            }
        } else {
            readBare(key);
        }
    }

    void open(const QString &key, OutlineNode::Kind kind)
    {
        if (m_open.size() >= JsonOutline::kMaxDepth) {
            m_outline.complete = false;
            m_stopped = true;
            return;
        }
        const int index = add(key, kind, {});
        if (index >= 0) {
            ++m_at;
            m_open.append(index);
            m_needComma = false;
        }
    }

    void close(char c)
    {
        const bool matches = (top().kind == OutlineNode::Kind::Object) == (c == '}');
        if (!matches || m_afterComma) {
            fail();
            return;
        }
        ++m_at;
        m_open.removeLast();
        m_needComma = true;
    }

    void readBare(const QString &key)
    {
        const qsizetype from = m_at;
        const auto ends = [](char c) { return c == ',' || c == '}' || c == ']' || c == ':' || c == '"' || isBlank(c); };
        while (m_at < m_text.size() && !ends(m_text[m_at])) {
            ++m_at;
        }
        const QByteArrayView word = m_text.sliced(from, m_at - from);
        if (m_at >= m_text.size() && m_cut) {
            stopAtEnd(); // half a number would be a wrong number
            return;
        }
        const bool isWord = word == "true" || word == "false" || word == "null";
        if (!isWord && !isNumber(word)) {
            m_at = from;
            fail();
            return;
        }
        add(key, isWord ? OutlineNode::Kind::Word : OutlineNode::Kind::Number, QString::fromLatin1(word));
    }

    static bool isNumber(QByteArrayView word)
    {
        qsizetype at = 0;
        const auto digits = [&] {
            const qsizetype from = at;
            while (at < word.size() && word[at] >= '0' && word[at] <= '9') {
                ++at;
            }
            return at > from;
        };
        const auto accept = [&](char c) { return at < word.size() && word[at] == c ? (++at, true) : false; };
        accept('-');
        if (!accept('0') && !digits()) {
            return false;
        }
        if (accept('.') && !digits()) {
            return false;
        }
        if (accept('e') || accept('E')) {
            accept('+') || accept('-');
            if (!digits()) {
                return false;
            }
        }
        return at == word.size();
    }

    QString readText()
    {
        const qsizetype from = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            stopAtEnd();
            return {};
        }
        const QString text = unescaped(m_text.sliced(from, std::min<qsizetype>(m_at - from, JsonOutline::kMaxText)));
        if (m_at - from > JsonOutline::kMaxText) {
            m_outline.complete = false;
        }
        ++m_at;
        return text;
    }

    static QString unescaped(QByteArrayView raw)
    {
        const QString text = QString::fromUtf8(raw);
        QString plain;
        plain.reserve(text.size());
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] != u'\\' || i + 1 >= text.size()) {
                plain.append(text[i]);
                continue;
            }
            const char16_t c = text[++i].unicode();
            bool hex = false;
            const char16_t code = c == u'u' ? QStringView(text).mid(i + 1, 4).toUShort(&hex, 16) : u'\0';
            if (hex) {
                plain.append(QChar(code));
                i += 4;
            } else {
                plain.append(c == u'n' ? u'\n' : c == u't' ? u'\t' : c == u'r' ? u'\r' : QChar(c));
            }
        }
        return plain;
    }

    int add(const QString &key, OutlineNode::Kind kind, const QString &value)
    {
        if (m_outline.nodes.size() >= JsonOutline::kMaxNodes) {
            m_outline.complete = false;
            m_stopped = true;
            return -1;
        }
        const int index = int(m_outline.nodes.size());
        OutlineNode node{kind, m_open.isEmpty() ? -1 : m_open.last(), 0, {}, key, value};
        if (node.parent >= 0) {
            OutlineNode &parent = m_outline.nodes[node.parent];
            node.rowInParent = int(parent.children.size());
            parent.children.append(index);
        }
        m_outline.nodes.append(std::move(node));
        m_needComma = true;
        return index;
    }

    // The text ends inside a value: cut by us it is only incomplete, else it is broken.
    void stopAtEnd()
    {
        if (m_cut) {
            m_outline.complete = false;
            m_stopped = true;
        } else {
            fail();
        }
    }

    void fail()
    {
        m_outline.valid = false;
        m_outline.errorOffset = m_at;
        m_stopped = true;
    }

    const OutlineNode &top() const { return m_outline.nodes[m_open.last()]; }
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
    }

    QByteArrayView m_text;
    bool m_cut;
    qsizetype m_at = 0;
    JsonOutline m_outline;
    QList<int> m_open;
    bool m_needComma = false;
    bool m_afterComma = false;
    bool m_stopped = false;
};

QString formDecoded(QByteArrayView part)
{
    QByteArray bytes = part.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes).left(JsonOutline::kMaxText));
}

} // namespace

JsonOutline readJsonOutline(const QByteArray &json)
{
    const bool cut = json.size() > JsonOutline::kMaxBytes;
    return OutlineReader(QByteArrayView(json).first(std::min(json.size(), JsonOutline::kMaxBytes)), cut).read();
}

JsonOutline readFormOutline(const QByteArray &form)
{
    JsonOutline outline;
    outline.complete = form.size() <= JsonOutline::kMaxBytes;
    outline.nodes.append({OutlineNode::Kind::Object, -1, 0, {}, {}, {}});
    const QList<QByteArray> pairs = form.left(JsonOutline::kMaxBytes).split('&');
    for (const QByteArray &pair : pairs) {
        if (outline.nodes.size() >= JsonOutline::kMaxNodes) {
            outline.complete = false;
            break;
        }
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? QByteArrayView(pair) : QByteArrayView(pair).first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : QByteArrayView(pair).sliced(equals + 1);
        const int index = int(outline.nodes.size());
        outline.nodes[0].children.append(index);
        outline.nodes.append({OutlineNode::Kind::Text, 0, index - 1, {}, formDecoded(name), formDecoded(value)});
    }
    return outline;
}

} // namespace hookboard
