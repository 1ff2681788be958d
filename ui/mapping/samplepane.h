// SamplePane: the left column of the studio: which event is looked at, and its fields to choose from. Choosing tells of
// a wish; what becomes of it is decided by who owns the tile. GUI thread.
#pragma once

#include "ui/mapping/samplemodel.h"

#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;
class QToolButton;

namespace hookboard {

class SampleTree;

class SamplePane final : public QWidget
{
    Q_OBJECT
public:
    explicit SamplePane(QWidget *parent = nullptr);

    void setLoading();
    void setSamples(const SampledFields &samples, const QString &kindWord);
    void setProblem(const QString &sentence);
    void setTile(const TileSpec &tile, qsizetype binding);
    // Whether "each item" can be offered: only where such a tile can be folded.
    void setEachOffered(bool offered) { m_eachOffered = offered; }
    SampleModel &model() { return *m_model; }
    QTreeView *tree() const;
    void focusSearch();
    // Selects and shows the field of this path.
    void showPath(const QString &path);
    std::optional<quint64> pinned() const { return m_pinned; }

signals:
    void fieldClicked(const QString &path);                      // best slot
    void fieldDoubleClicked(const QString &path);                // value
    void fieldWanted(hookboard::Slot slot, const QString &path); // this slot
    void pinnedChanged();                                        // the samples have to be asked for again

private:
    enum class Shown { Newest, Fullest, Pinned, Pasted };
    void buildTop();
    void showChosen();
    void listChoices();
    void pinShown();
    void pasteEvent();
    void search(const QString &text);
    void askForItems(const QModelIndex &list, const QPoint &at, const std::function<void()> &then = {});
    // Runs `then` with the path of this row, after the question for items if there is one.
    void withPath(const QModelIndex &index, const std::function<void(const QString &)> &then);
    std::optional<StoredEvent> chosenEvent() const;
    void expandAll();

    SampleModel *m_model = nullptr;
    SampleTree *m_tree = nullptr;
    QLabel *m_basis = nullptr;
    QComboBox *m_picker = nullptr;
    QToolButton *m_pin = nullptr;
    QToolButton *m_paste = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_notice = nullptr;
    SampledFields m_samples;
    std::optional<quint64> m_pinned;
    std::optional<StoredEvent> m_pasted;
    Shown m_shown = Shown::Newest;
    bool m_eachOffered = true;
};

} // namespace hookboard
