// contactsheet DIR: draws every kind of tile in every state, and at its extremes, light and dark, into PNG files to
// look at: KIND-SCHEME-RATIOx.png. The ratio is that of the screen (QT_SCALE_FACTOR). tests/contact-sheet.sh calls it.
#include "tests/support/tilesamples.h"
#include "ui/dashboard/tile.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/style/themecontroller.h"

#include "core/config/boardkeys.h"

#include <QtCore/QDir>
#include <QtCore/QTextStream>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr int kSpace = 12;
constexpr int kCaption = 20;
constexpr int kWidth = 1680;
constexpr QSize kSmallest(142, 112); // three columns and rows of a board
constexpr QSize kCell(58, 40);

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

struct Picture
{
    QString caption;
    TileSpec spec;
    TileSnapshot snapshot;
    TileContext context = samples::context();
    QSize size;
    QLocale locale = kEnglish;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

QSize usualSize(TileKind kind)
{
    const QSize cells = tileKindInfo(kind).size;
    return {cells.width() * kCell.width() - 8, cells.height() * kCell.height() - 8};
}

// What text of a payload may contain.
QString hostile()
{
    return u"<b>bold</b> \u202Eesrever\u202C \u2067rtl\u2069 a\nb"_s + QChar(0) + QString(1 << 20, u'w');
}

QList<Picture> inEveryState(const TileSpec &spec, const TileSnapshot &live, QSize size)
{
    QList<Picture> pictures;
    for (int state = int(TileState::Error); state <= int(TileState::Live); ++state) {
        Picture picture{{}, spec, live, samples::context(), size};
        samples::enterState(TileState(state), picture.snapshot, picture.context);
        picture.caption = stateWord(TileState(state));
        if (picture.caption.isEmpty())
            picture.caption = u"Live"_s;
        pictures << picture;
    }
    return pictures;
}

void renameTo(TileSnapshot &snapshot, const QString &text)
{
    for (Series &series : snapshot.series)
        series.label = text;
    for (Lane &lane : snapshot.lanes)
        lane.label = text;
    for (Row &row : snapshot.rows) {
        for (Cell &cell : row.cells)
            cell = {Scalar(text.toUtf8()), false};
    }
}

void keepOne(TileSnapshot &snapshot)
{
    if (snapshot.series.size() > 1)
        snapshot.series.resize(1);
    snapshot.lanes.resize(std::min<qsizetype>(1, snapshot.lanes.size()));
    snapshot.rows.resize(std::min<qsizetype>(1, snapshot.rows.size()));
    snapshot.groupsTotal = std::min<quint64>(snapshot.groupsTotal, 1);
    if (snapshot.bins.size() > 1)
        snapshot.bins = {{400, 450, 1}};
    for (Percentile &mark : snapshot.percentiles)
        mark.value = 412;
    snapshot.matched = 1;
}

void makeMany(TileSpec &spec, TileSnapshot &snapshot)
{
    const QList<Series> series = snapshot.series;
    for (int i = 0; i < 9 && series.size() > 1; ++i) {
        Series one = series[i % (series.size() - 1)];
        one.key = one.label = u"Group number %1"_s.arg(i + 5);
        one.other = false;
        snapshot.series.insert(snapshot.series.size() - 1, one);
    }
    const QList<Lane> lanes = snapshot.lanes;
    for (int i = 0; i < 24 && !lanes.isEmpty(); ++i) {
        Lane one = lanes[i % lanes.size()];
        one.label = u"host-%1.example"_s.arg(i);
        snapshot.lanes << one;
    }
    if (!snapshot.bins.isEmpty())
        snapshot = samples::histogram(spec, true);
    for (Bin &bin : snapshot.bins)
        bin.count *= 48'211;
    if (snapshot.value)
        snapshot.value = Scalar(qint64(984'213'775));
    snapshot.matched = 98'421'377;
}

QList<Picture> atExtremes(const TileSpec &spec, const TileSnapshot &live, QSize size)
{
    QList<Picture> pictures;
    const auto add = [&](const QString &caption) -> Picture & {
        pictures << Picture{caption, spec, live, samples::context(), size};
        return pictures.last();
    };
    keepOne(add(u"One value"_s).snapshot);
    Picture &many = add(u"Many and large"_s);
    makeMany(many.spec, many.snapshot);
    add(u"German"_s).locale = kGerman;
    Picture &mirrored = add(u"Right to left"_s);
    mirrored.direction = Qt::RightToLeft;
    Picture &texts = add(u"Hostile texts"_s);
    texts.spec.title = texts.spec.subtitle = hostile();
    renameTo(texts.snapshot, hostile());
    if (spec.kind == TileKind::Gauge) {
        Picture &linear = add(u"Linear"_s);
        linear.spec.options.gauge.shape = GaugeOptions::Shape::Linear;
        Picture &warned = add(u"Beyond the target"_s);
        warned.snapshot.value = Scalar(qint64(731));
        Picture &failing = add(u"Linear, failing"_s);
        failing.spec.options.gauge.shape = GaugeOptions::Shape::Linear;
        failing.snapshot.value = Scalar(qint64(913));
    }
    if (spec.kind == TileKind::Histogram) {
        Picture &tail = add(u"Outliers"_s);
        tail.snapshot = samples::histogram(spec, true);
    }
    if (spec.kind == TileKind::States) {
        add(u"Timeline"_s).spec.options.states.view = StatesOptions::View::Timeline;
        Picture &unknown = add(u"Unknown state"_s);
        unknown.spec.options.states.states.removeFirst();
    }
    if (spec.kind == TileKind::Donut) {
        add(u"Values"_s).spec.options.donut.labels = DonutOptions::Labels::Value;
    }
    add(u"Large"_s).size = QSize(820, 460);
    add(u"Wide"_s).size = QSize(620, 192);
    add(u"High"_s).size = QSize(226, 472);
    return pictures;
}

// Pictures in lines, as many as fit beside one another.
class Sheet : public QWidget
{
public:
    explicit Sheet(const Theme &theme)
        : m_theme(theme)
    {
        setAutoFillBackground(true);
        QPalette palette = theme.palette();
        palette.setColor(QPalette::Window, theme.colour(Colour::Canvas));
        setPalette(palette);
        resize(kWidth, kMargin);
    }
    void add(const QString &title, const QList<Picture> &pictures)
    {
        m_x = kMargin;
        m_y = m_bottom + kMargin;
        caption(title, TypeRole::Subtitle, QPoint(m_x, m_y), kWidth);
        m_y += kCaption + kSpace;
        for (const Picture &picture : pictures)
            place(picture);
        resize(kWidth, m_bottom + kMargin);
    }

private:
    void caption(const QString &text, TypeRole role, QPoint position, int width)
    {
        auto *label = new QLabel(text, this);
        label->setFont(m_theme.font(role));
        label->setGeometry(QRect(position, QSize(width, kCaption)));
    }
    void place(const Picture &picture)
    {
        if (m_x + picture.size.width() + kMargin > kWidth) {
            m_x = kMargin;
            m_y = m_bottom + kSpace;
        }
        caption(picture.caption, TypeRole::Label, QPoint(m_x, m_y), picture.size.width());
        TileSpec spec = picture.spec;
        spec.grid.setSize({spec.grid.width(), (picture.size.height() + 8) / kCell.height()});
        Tile *tile = makeTile(spec, m_theme, this);
        tile->setLocale(picture.locale);
        tile->setLayoutDirection(picture.direction);
        tile->setAddressOf([](const QString &name) { return u"http://127.0.0.1:8765/hooks/"_s + name; });
        tile->setGeometry(QRect(QPoint(m_x, m_y + kCaption), picture.size));
        tile->setContext(picture.context);
        tile->setSnapshot(picture.snapshot);
        m_x += picture.size.width() + kSpace;
        m_bottom = std::max(m_bottom, tile->geometry().bottom() + 1);
    }

    const Theme &m_theme;
    int m_x = 0;
    int m_y = 0;
    int m_bottom = 0;
};

bool writeSheet(const QString &fileName, const Theme &theme, const TileSpec &spec, const TileSnapshot &snapshot)
{
    Sheet sheet(theme);
    const TileKindInfo info = tileKindInfo(spec.kind);
    sheet.add(info.word + u": every state"_s, inEveryState(spec, snapshot, usualSize(spec.kind)));
    sheet.add(info.word + u": every state, smallest"_s, inEveryState(spec, snapshot, kSmallest));
    sheet.add(info.word + u": extremes"_s, atExtremes(spec, snapshot, usualSize(spec.kind)));
    sheet.setAttribute(Qt::WA_DontShowOnScreen);
    sheet.show();
    QCoreApplication::processEvents();
    return sheet.grab().save(fileName);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ThemeController themes(app);
    const QDir dir(app.arguments().value(1, u"."_s));
    dir.mkpath(u"."_s);
    for (const auto choice : {ThemeController::Choice::Light, ThemeController::Choice::Dark}) {
        themes.setChoice(choice);
        for (const auto &[spec, snapshot] : samples::everyKind()) {
            const QString name = dir.filePath(
                u"%1-%2-%3x.png"_s.arg(tileKindTexts().text(spec.kind), ThemeController::choiceText(choice))
                    .arg(qRound(app.devicePixelRatio())));
            if (!writeSheet(name, themes.theme(), spec, snapshot)) {
                QTextStream(stderr) << name << " cannot be written\n";
                return 1;
            }
        }
    }
    return 0;
}
