// WallDialog: which boards a wall shows, how long each, in which scheme. Starts nothing; the caller takes the choice.
// GUI thread.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/theme.h"

#include <QtWidgets/QDialog>

#include <optional>

class QComboBox;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace hookboard {

struct WallChoice
{
    QStringList boardIds;
    int secondsEach = 60;
    std::optional<Theme::Scheme> scheme; // absent = as the window
};

class WallDialog final : public QDialog
{
    Q_OBJECT
public:
    WallDialog(const QList<BoardSpec> &boards, const WallChoice &before, QWidget *parent = nullptr);

    WallChoice choice() const;

private:
    QListWidget *m_boards = nullptr;
    QSpinBox *m_seconds = nullptr;
    QComboBox *m_scheme = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace hookboard
