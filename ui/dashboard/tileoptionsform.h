// TileOptionsForm: the options of a tile's kind as a form: one control for each entry of tileOptions(). Shows a tile and
// says how it would be changed; changes nothing itself. GUI thread.
#pragma once

#include "ui/dashboard/tileoptionlist.h"

#include <QtWidgets/QWidget>

class QFormLayout;
class QLineEdit;

namespace hookboard {

class FieldProblem;

class TileOptionsForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TileOptionsForm(QWidget *parent);

    // The fields of both forms begin at the same place. The other form outlives this.
    void alignWith(QFormLayout &above);

    // Keeps what is being typed in a field as long as it is about the same tile.
    void setTile(const TileSpec &tile);

signals:
    // `step` names the change in words, `merge` the option: changes of one option in a row are one step.
    void edited(const hookboard::TileSpec &tile, const QString &step, const QString &merge);

private:
    struct Row
    {
        TileOption option;
        QWidget *control = nullptr;
        FieldProblem *problem = nullptr; // of fields to type in
    };

    void build(TileKind kind);
    void align();
    void addChoice(Row &row, QFormLayout &form);
    void addToggle(Row &row, QFormLayout &form);
    void addWhole(Row &row, QFormLayout &form);
    void addField(Row &row, QFormLayout &form);
    void showValue(const Row &row) const;
    void write(qsizetype row, const QVariant &value);
    void take(qsizetype row, const QString &text);
    QString textOf(const Row &row) const;

    std::optional<TileKind> m_kind;
    TileSpec m_tile;
    QFormLayout *m_above = nullptr;
    QWidget *m_rowsBox = nullptr;
    QList<Row> m_rows;
};

} // namespace hookboard
