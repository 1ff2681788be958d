// I-Regexp: the grammar of RFC 9485, matches against another implementation, and patterns made to hurt.
#include "core/mapping/iregexp.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

using Answer = IRegexp::Answer;
using Mode = IRegexp::Mode;
using Use = IRegexp::Use;

namespace {

constexpr qsizetype kMiB = 1024 * 1024;

// A pattern compiled both ways, which must agree.
class Both
{
public:
    Both(const QString &pattern, Mode mode)
        : m_pattern(pattern)
        , m_often(IRegexp::compile(pattern, mode, nullptr, Use::Often))
        , m_once(IRegexp::compile(pattern, mode, nullptr, Use::Once))
    {}
    bool areValid() const { return m_often && m_once; }
    bool match(const QByteArray &text) const
    {
        const std::string_view view(text.constData(), size_t(text.size()));
        const Answer often = areValid() ? m_often->match(view) : Answer::GaveUp;
        if (often == Answer::GaveUp || m_once->match(view) != often)
            qFatal("%s is refused, or means one thing by table and another by simulation", qPrintable(m_pattern));
        return often == Answer::Yes;
    }

private:
    QString m_pattern;
    std::optional<IRegexp> m_often;
    std::optional<IRegexp> m_once;
};

bool found(const QString &pattern, const QByteArray &text, Mode mode = Mode::Search)
{
    return Both(pattern, mode).match(text);
}

// A pattern that means the same here and in Perl.
QString randomPattern(QRandomGenerator &random, int depth)
{
    static const QStringList atoms{u"a"_s, u"b"_s, u"c"_s, u"."_s, u"[ab]"_s, u"[^a]"_s, u"[b-d]"_s, u"\\."_s, u"é"_s};
    static const QStringList counts{u""_s,  u""_s,    u""_s,      u"*"_s,    u"+"_s,
                                    u"?"_s, u"{2}"_s, u"{1,3}"_s, u"{2,}"_s, u"{0}"_s};
    QString pattern;
    for (int i = random.bounded(1, 4); i > 0; --i) {
        if (depth > 0 && random.bounded(3) == 0)
            pattern += "(?:"_L1 + randomPattern(random, depth - 1) + u'|' + randomPattern(random, depth - 1) + u')';
        else
            pattern += atoms[random.bounded(int(atoms.size()))];
        pattern += counts[random.bounded(int(counts.size()))];
    }
    return pattern;
}

} // namespace

class TestIRegexp : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void refusals_data();
    void refusals();
    void agreesWithPerlOnRandomPatterns();
    void categoriesAreThoseOfUnicode();
    void brokenTextIsReadAsReplacements();
    void hostilePatternsAreLinear_data();
    void hostilePatternsAreLinear();
    void workIsBounded();
};

void TestIRegexp::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("part");
    QTest::newRow("the same") << u"abc"_s << "abc"_ba << true << true;
    QTest::newRow("a part") << u"b"_s << "abc"_ba << false << true;
    QTest::newRow("nothing matches nothing") << QString() << ""_ba << true << true;
    QTest::newRow("nothing is found in all") << QString() << "abc"_ba << false << true;
    QTest::newRow("an empty alternative") << u"(|b)c"_s << "c"_ba << true << true;
    QTest::newRow("alternatives are anchored together") << u"a|abc|b"_s << "abc"_ba << true << true;
    QTest::newRow("a dot is no line feed") << u"a.c"_s << "a\nc"_ba << false << false;
    QTest::newRow("a dot is no carriage return") << u"a.c"_s << "a\rc"_ba << false << false;
    QTest::newRow("a dot is one code point") << u"."_s << QByteArray("\xf0\x9f\x98\x80") << true << true;
    QTest::newRow("a code point beyond the plane")
        << u"\U0001F600+"_s << QByteArray("\xf0\x9f\x98\x80\xf0\x9f\x98\x80") << true << true;
    QTest::newRow("a range beyond the plane")
        << u"[\U0001F600-\U0001F64F]"_s << QByteArray("\xf0\x9f\x99\x80") << true << true;
    QTest::newRow("hyphens at both ends") << u"[-a-]+"_s << "a--a"_ba << true << true;
    QTest::newRow("a class without") << u"[^a-c]"_s << "b"_ba << false << false;
    QTest::newRow("escapes") << u"\\(\\n\\t\\\\\\{\\|"_s << "(\n\t\\{|"_ba << true << true;
    QTest::newRow("a caret and a dollar are themselves") << u"^a$"_s << "^a$"_ba << true << true;
    QTest::newRow("exactly three") << u"a{3}"_s << "aa"_ba << false << false;
    QTest::newRow("two to three") << u"a{2,3}"_s << "aaa"_ba << true << true;
    QTest::newRow("two to three of four") << u"a{2,3}"_s << "aaaa"_ba << false << true;
    QTest::newRow("at least two") << u"a{2,}"_s << "aaaaa"_ba << true << true;
    QTest::newRow("none") << u"ba{0}c"_s << "bc"_ba << true << true;
    QTest::newRow("empty repeated") << u"(a*)*b"_s << "aab"_ba << true << true;
    QTest::newRow("empty counted") << u"(){1000}a"_s << "a"_ba << true << true;
    QTest::newRow("NUL in pattern and text") << (u"a"_s + QChar(0)) << QByteArray("a\0", 2) << true << true;
    QTest::newRow("not a category") << u"\\P{L}+"_s << "12"_ba << true << true;
    QTest::newRow("categories in a class") << u"[\\p{Lu}\\p{Nd}_]+"_s << "A_1"_ba << true << true;
}

void TestIRegexp::matches()
{
    QFETCH(const QString, pattern);
    QFETCH(const QByteArray, text);
    QTEST(found(pattern, text, Mode::Whole), "whole");
    QTEST(found(pattern, text, Mode::Search), "part");
}

void TestIRegexp::refusals_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("at");
    QTest::addColumn<bool>("tooLarge");
    QTest::newRow("a star of a star") << u"ab**"_s << 3 << false;
    QTest::newRow("a lazy quantifier") << u"ab*?"_s << 3 << false;
    QTest::newRow("a lookahead") << u"a(?=b)"_s << 2 << false;
    QTest::newRow("a shorthand") << u"a\\d"_s << 1 << false;
    QTest::newRow("a group left open") << u"a(b"_s << 3 << false;
    QTest::newRow("a group never opened") << u"ab)"_s << 2 << false;
    QTest::newRow("a class left open") << u"a[b"_s << 3 << false;
    QTest::newRow("an empty class") << u"a[]"_s << 2 << false;
    QTest::newRow("a range backwards") << u"a[z-b]"_s << 2 << false;
    QTest::newRow("a count backwards") << u"ab{3,2}"_s << 2 << false;
    QTest::newRow("a count of nothing") << u"ab{}"_s << 3 << false;
    QTest::newRow("a category of surrogates") << u"\\p{Cs}"_s << 3 << false;
    QTest::newRow("an unknown category") << u"\\p{Xy}"_s << 3 << false;
    QTest::newRow("half a surrogate pair") << (u"a"_s + QChar(0xd800)) << 1 << false;
    QTest::newRow("a count beyond the bound") << u"xy(abc){5000}"_s << 7 << true;
    QTest::newRow("a count beyond all numbers") << u"xya{99999999999999999999}"_s << 3 << true;
    QTest::newRow("counts of counts") << u"((a{50}){50}){50}"_s << 13 << true;
    QTest::newRow("counts of nothing") << u"((()){1000}){1000}"_s << 12 << true;
    QTest::newRow("many counts") << u"a{0,1000}"_s.repeated(4) << 18 << true;
    QTest::newRow("longer than allowed") << u"a"_s.repeated(1025) << 1024 << true;
}

void TestIRegexp::refusals()
{
    QFETCH(const QString, pattern);
    IRegexp::Problem problem;
    QVERIFY(!IRegexp::compile(pattern, Mode::Search, &problem));
    QTEST(int(problem.at), "at");
    QTEST(problem.tooLarge, "tooLarge");
}

void TestIRegexp::agreesWithPerlOnRandomPatterns()
{
    QRandomGenerator random(20'260);
    int compared = 0;
    for (int round = 0; round < 300; ++round) {
        QString perl = randomPattern(random, 3);
        const QString pattern = QString(perl).replace("(?:"_L1, "("_L1);
        const Both anchored(pattern, Mode::Whole);
        const Both anywhere(pattern, Mode::Search);
        if (!anchored.areValid())
            continue; // counts of counts
        perl.replace(u"."_s, u"[^\\n\\r]"_s).replace(u"\\[^\\n\\r]"_s, u"\\."_s);
        const QRegularExpression whole(u"\\A(?:"_s + perl + u")\\z"_s);
        const QRegularExpression part(perl);
        for (int i = 0; i < 10; ++i) {
            QString text;
            for (int n = random.bounded(0, 12); n > 0; --n)
                text += u"aabbcd.é\n"[random.bounded(9)];
            const QRegularExpressionMatch wholeMatch = whole.match(text);
            const QRegularExpressionMatch partMatch = part.match(text);
            if (!wholeMatch.isValid() || !partMatch.isValid())
                continue; // Perl gave up
            ++compared;
            const QByteArray utf8 = text.toUtf8();
            const QString what = pattern + u" on "_s + text;
            QVERIFY2(anchored.match(utf8) == wholeMatch.hasMatch(), qPrintable(what));
            QVERIFY2(anywhere.match(utf8) == partMatch.hasMatch(), qPrintable(what));
        }
    }
    QVERIFY2(compared > 1'500, qPrintable(QString::number(compared)));
}

void TestIRegexp::categoriesAreThoseOfUnicode()
{
    QVERIFY(found(u"\\p{Lu}"_s, "Ä", Mode::Whole));
    QVERIFY(found(u"\\p{L}"_s, "ß", Mode::Whole));
    QVERIFY(!found(u"\\p{Lu}"_s, "ä", Mode::Whole));
    QVERIFY(found(u"\\p{Nd}"_s, "٣", Mode::Whole));
    QVERIFY(found(u"\\p{Zs}"_s, "\u00a0", Mode::Whole));
    QVERIFY(found(u"\\p{So}"_s, "😀", Mode::Whole));
    QVERIFY(found(u"\\p{Sc}"_s, "€", Mode::Whole));
    QVERIFY(found(u"\\p{Cc}"_s, "\t", Mode::Whole));
    QVERIFY(found(u"\\p{Co}"_s, "\ue000", Mode::Whole));
    QVERIFY(found(u"\\p{C}"_s, "\u200b", Mode::Whole)); // a format character
}

void TestIRegexp::brokenTextIsReadAsReplacements()
{
    for (const QByteArray &broken :
         {"\xff"_ba, "\xc0\x80"_ba, "\xed\xa0\x80"_ba, "\xf4\x90\x80\x80"_ba, "\xe2\x82"_ba}) {
        QVERIFY(found(u"a\ufffd+b?"_s, "a" + broken, Mode::Whole));
        QVERIFY(!found(u"[\\u0000-\\u007f]"_s.replace(u"\\u0000-\\u007f"_s, u"a-z"_s), broken));
    }
}

void TestIRegexp::hostilePatternsAreLinear_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const QByteArray as(kMiB, 'a');
    QTest::newRow("(a|aa)*b") << u"(a|aa)*b"_s << as << false;
    QTest::newRow("(a*)*b") << u"(a*)*b"_s << as << false;
    QTest::newRow("((a*)*)*b") << u"((a*)*)*b"_s << as << false;
    QTest::newRow("(a|a)*b") << u"(a|a)*b"_s << as << false;
    QTest::newRow("a{0,1000}a{1000}") << u"a{0,1000}a{1000}"_s << ("b" + QByteArray(999, 'a')).repeated(1048) << false;
    QTest::newRow("a{0,1000}a{1000} at the end")
        << u"a{0,1000}a{1000}"_s << ("b" + QByteArray(999, 'a')).repeated(1047) + "a" << true;
    QTest::newRow(".*.*.*x") << u".*.*.*x"_s << as << false;
    QTest::newRow("(.*)(.*)(.*)(.*)(.*)x") << u"(.*)(.*)(.*)(.*)(.*)x"_s << as << false;
    QTest::newRow("an e-mail address") << u"[a-z0-9._-]+@[a-z0-9.-]+\\.[a-z]{2,}"_s << as << false;
    QTest::newRow("letters of any script") << u"\\p{Lu}\\p{Ll}+\\p{Nd}"_s << "äß"_ba.repeated(kMiB / 4) << false;
}

// One pass over the text: a backtracking matcher would not come back from most of these.
void TestIRegexp::hostilePatternsAreLinear()
{
    QFETCH(const QString, pattern);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, matches);
    const std::optional<IRegexp> compiled = IRegexp::compile(pattern, Mode::Search);
    QVERIFY(compiled);
    const std::string_view view(text.constData(), size_t(text.size()));
    qint64 work = 0;
    QCOMPARE(int(compiled->match(view, &work)), int(matches ? Answer::Yes : Answer::No));
    QCOMPARE(work, 0); // all of it by the table
    // What has no table looks at no more steps than the pattern has, for each character.
    const std::optional<IRegexp> once = IRegexp::compile(pattern, Mode::Search, nullptr, Use::Once);
    const std::string_view some = view.substr(0, 4'000);
    QVERIFY(once->match(some, &work) != Answer::GaveUp);
    QVERIFY2(work <= 4'000 * 4'096, qPrintable(QString::number(work)));
}

void TestIRegexp::workIsBounded()
{
    // Its table would have two to the power of 13 states.
    const QString pattern = u"(a|b)*a(a|b){12}c"_s;
    QByteArray text(kMiB / 2, 'a');
    for (qsizetype i = 0; i < text.size(); i += 3)
        text[i] = 'b';
    qint64 work = 0;
    const std::optional<IRegexp> compiled = IRegexp::compile(pattern, Mode::Whole);
    QVERIFY(compiled);
    QCOMPARE(int(compiled->match({text.constData(), size_t(text.size())}, &work)), int(Answer::No));
    QVERIFY(work > 0 && work < 16'000'000);
    // The largest of patterns on the worst of texts is given up, not carried through.
    const std::optional<IRegexp> largest = IRegexp::compile(u"(a|b)*a(a|b){900}c"_s, Mode::Search);
    QVERIFY(largest);
    QCOMPARE(int(largest->match({text.constData(), size_t(text.size())}, &work)), int(Answer::GaveUp));
    const QByteArray tooLong(IRegexp::kMaxSubjectBytes + 1, 'a');
    QCOMPARE(int(IRegexp::compile(u"a"_s, Mode::Search)->match({tooLong.constData(), size_t(tooLong.size())})),
             int(Answer::GaveUp));
}

QTEST_APPLESS_MAIN(TestIRegexp)
#include "tst_iregexp.moc"
