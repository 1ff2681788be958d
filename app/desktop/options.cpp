#include "app/desktop/options.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFileInfo>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Webhooks on a live board, on your own workstation."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Shows this help."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version."_s},
        {u"profile"_s, u"Keeps everything in DIR instead of the user's own profile."_s, u"DIR"_s},
        {u"board"_s, u"Opens a board file."_s, u"FILE"_s},
        {u"demo"_s, u"A temporary profile with an example board and simulated, signed deliveries."_s},
        {u"port"_s, u"Listens on this port; 0 picks a free one."_s, u"N"_s},
        {u"fullscreen"_s, u"Starts in full screen."_s},
        {u"trace"_s, u"Writes the times of sampled events, from arrival to paint, as JSON lines."_s, u"FILE"_s},
        {u"render"_s, u"Draws the stored state of a board without a window and ends."_s, u"FILE.board.json"_s},
        {u"size"_s, u"Size of the picture, for example 1600x900."_s, u"WxH"_s},
        {u"at"_s, u"Draws the board as of this time (ISO 8601) instead of now."_s, u"ISO-TIME"_s},
        {u"out"_s, u"The picture: .png, .pdf or .svg."_s, u"FILE"_s},
    });
}

Error wrong(const QString &message)
{
    return {ErrorCode::InvalidArgument, message};
}

std::optional<QSize> sizeFromText(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool sane = size.width() >= 200 && size.height() >= 150 && size.width() <= 16'384 && size.height() <= 16'384;
    return sane ? std::optional(size) : std::nullopt;
}

std::optional<Error> readRender(const QCommandLineParser &parser, Options &options)
{
    options.render = parser.value(u"render"_s);
    if (options.render.isEmpty()) {
        for (const QString &name : {u"size"_s, u"at"_s, u"out"_s}) {
            if (parser.isSet(name))
                return wrong(u"--%1 only goes with --render."_s.arg(name));
        }
        return std::nullopt;
    }
    options.out = parser.value(u"out"_s);
    const QString suffix = QFileInfo(options.out).suffix().toLower();
    if (suffix != "png"_L1 && suffix != "pdf"_L1 && suffix != "svg"_L1)
        return wrong(u"--render needs --out FILE with the ending .png, .pdf or .svg."_s);
    if (parser.isSet(u"size"_s)) {
        const std::optional<QSize> size = sizeFromText(parser.value(u"size"_s));
        if (!size)
            return wrong(u"--size wants WIDTHxHEIGHT from 200x150 to 16384x16384, for example 1600x900."_s);
        options.size = *size;
    }
    if (parser.isSet(u"at"_s)) {
        options.at = QDateTime::fromString(parser.value(u"at"_s), Qt::ISODateWithMs);
        if (!options.at.isValid())
            return wrong(u"--at wants a time such as 2026-11-23T13:00:00Z."_s);
    }
    return std::nullopt;
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    Options options;
    if (!parser.parse(arguments))
        return wrong(parser.errorText() + u" See hookboard --help."_s);
    if (parser.isSet(u"help"_s)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(u"version"_s)) {
        options.answer = u"hookboard " HOOKBOARD_VERSION "\n"_s;
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"\"%1\" is not an option. See hookboard --help."_s.arg(parser.positionalArguments().first()));
    options.profile = parser.value(u"profile"_s);
    options.board = parser.value(u"board"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.fullscreen = parser.isSet(u"fullscreen"_s);
    options.trace = parser.value(u"trace"_s);
    if (options.demo && !options.profile.isEmpty())
        return wrong(u"--demo makes its own temporary profile; leave --profile out."_s);
    if (parser.isSet(u"port"_s)) {
        bool ok = false;
        const int port = parser.value(u"port"_s).toInt(&ok);
        if (!ok || port < 0 || port > 65535)
            return wrong(u"--port wants a number from 0 to 65535."_s);
        options.port = quint16(port);
    }
    if (const std::optional<Error> problem = readRender(parser, options))
        return *problem;
    return options;
}

} // namespace hookboard
