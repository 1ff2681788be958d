#include "ui/boards/exampleboards.h"

#include "core/config/boardfile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// resources/translations/update.sh reads the words out of the files.
void translate(QString &words)
{
    words = QCoreApplication::translate("ExampleBoard", words.toUtf8().constData());
}

void translate(TileSpec &tile)
{
    for (QString *words : {&tile.title, &tile.subtitle, &tile.description, &tile.format.unit})
        translate(*words);
    for (Binding &binding : tile.bindings)
        translate(binding.label);
    for (TableColumn &column : tile.columns)
        translate(column.title);
    for (Threshold &threshold : tile.thresholds)
        translate(threshold.label);
    for (ReferenceLine &line : tile.options.series.lines)
        translate(line.label);
    for (QList<StateLook> *looks : {&tile.valueLooks, &tile.options.states.states}) {
        for (StateLook &look : *looks)
            translate(look.label);
    }
}

} // namespace

QStringList exampleBoardKeys()
{
    QStringList keys = QDir(u":/hookboard/boards"_s).entryList({u"*.board.json"_s}, QDir::Files, QDir::Name);
    for (QString &key : keys)
        key.chop(11);
    return keys;
}

Result<BoardSpec> exampleBoard(const QString &key)
{
    QFile file(u":/hookboard/boards/%1.board.json"_s.arg(key));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("ExampleBoard", "The example board is missing from this program.")};
    }
    Result<BoardSpec> board = boardFromJson(file.readAll(), key);
    if (!board)
        return board;
    translate(board->title);
    for (TileSpec &tile : board->tiles)
        translate(tile);
    if (const QString purpose = board->unknown.value("description"_L1).toString(); !purpose.isEmpty()) {
        QString words = purpose;
        translate(words);
        board->unknown.insert("description"_L1, words);
    }
    return board;
}

} // namespace hookboard
