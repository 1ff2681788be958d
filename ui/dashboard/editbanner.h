// EditBanner: the tinted band over a board that is being edited: how much changed, and the keys that help. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

namespace hookboard {

class EditBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit EditBanner(QWidget *parent = nullptr);

    void setChanges(int changes);
    QString words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
};

} // namespace hookboard
