// TileDialog: plain editing of one tile in a form. Validation comes from outside, since paths and filters are compiled
// elsewhere; each problem stands under its field. Accepting does nothing but return; the caller takes spec(). GUI
// thread.
#pragma once

#include "core/types/tileproblem.h"
#include "core/types/tilespec.h"

#include <QtCore/QHash>
#include <QtWidgets/QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace hookboard {

// What the person can choose from; typing something else stays possible.
struct TileSuggestions
{
    QStringList sources;
    QStringList types;
    QStringList paths;
};

// Empty = fine.
using TileCheck = std::function<QList<TileProblem>(const TileSpec &)>;

class FieldProblem;

class TileDialog : public QDialog
{
    Q_OBJECT
public:
    TileDialog(const TileSpec &spec, const TileSuggestions &suggestions, TileCheck check, QWidget *parent = nullptr);

    // The edited tile: what the form does not show is as it was.
    TileSpec spec() const;
    // The words of a tile that does not exist yet.
    void presentAsNew();
    // What there is to choose from may arrive late; what is written stays.
    void setSuggestions(const TileSuggestions &suggestions);

private:
    QComboBox *choice(const QString &name, const QString &hint);
    void addLookRows(QFormLayout &form);
    void addEventRows(QFormLayout &form);
    void addMeasureRows(QFormLayout &form);
    void addWindowRows(QFormLayout &form);
    void addColumnRows(QFormLayout &form);
    void appendColumn(const QString &path);
    void addFormatRows(QFormLayout &form);
    void fill(const TileSpec &spec);
    Window chosenWindow() const;
    QList<TableColumn> chosenColumns() const;
    void kindChanged();
    void showRow(QWidget *field, bool visible);
    void revalidate();
    void addProblemRow(QFormLayout &form, QWidget *field);
    void showProblems(const QList<TileProblem> &problems);
    bool checkThreshold(QLineEdit *field);
    qsizetype columnStart(qsizetype column) const;
    QWidget *fieldOf(TileProblem::Part part) const;

    TileSpec m_original;
    TileCheck m_check;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_subtitle = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_source = nullptr;
    QComboBox *m_types = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_verifiedOnly = nullptr;
    QComboBox *m_aggregation = nullptr;
    QComboBox *m_value = nullptr;
    QComboBox *m_groupBy = nullptr;
    QSpinBox *m_topN = nullptr;
    QComboBox *m_ratePer = nullptr;
    QComboBox *m_window = nullptr;
    QComboBox *m_bucket = nullptr;
    QPlainTextEdit *m_columns = nullptr;
    QComboBox *m_newColumn = nullptr;
    QComboBox *m_style = nullptr;
    QLineEdit *m_unit = nullptr;
    QDoubleSpinBox *m_scale = nullptr;
    QLineEdit *m_warn = nullptr;
    QLineEdit *m_error = nullptr;
    QHash<QWidget *, FieldProblem *> m_problems; // by field
    QLabel *m_problem = nullptr;                 // what no field of this form holds
    QFormLayout *m_form = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace hookboard
