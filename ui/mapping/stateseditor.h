// StatesEditor: what the states of a status tile are called and how bad they are, one row for each that the tile or its
// sampled events know. As long as nobody said anything, the usual words ("up", "failed") mean what they say. GUI
// thread; part of the look popover, shown for status tiles alone.
#pragma once

#include "core/types/tileoptions.h"

#include <QtWidgets/QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace hookboard {

class StudioDraft;

class StatesEditor final : public QWidget
{
    Q_OBJECT
public:
    StatesEditor(StudioDraft &draft, QWidget *parent);
    void refresh();

private:
    struct Row
    {
        QString value;
        QLineEdit *label = nullptr;
        QComboBox *meaning = nullptr;
    };

    QStringList knownStates() const;
    void rebuild(const QStringList &values);
    void addRow(const QString &value);
    void change(const QString &value, const std::optional<QString> &label,
                const std::optional<std::optional<Threshold::Severity>> &meaning, const QString &merge);

    StudioDraft &m_draft;
    QGridLayout *m_grid = nullptr;
    QWidget *m_box = nullptr; // of the rows
    QList<Row> m_rows;
};

} // namespace hookboard
