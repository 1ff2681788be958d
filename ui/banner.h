// Banner: a tinted panel with an icon, plain words and room for a button: troubles, errors of a form, edit mode.
// GUI thread.
#pragma once

#include "ui/style/designtokens.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace hookboard {

class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    // Empty words hide the banner.
    void setMessage(Tone tone, const QString &iconName, const QString &words);
    QString message() const;
    // An empty text hides the button.
    void setButton(const QString &text);
    void setSecondButton(const QString &text);

signals:
    void buttonClicked();
    void secondButtonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_words = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_second = nullptr;
    Tone m_tone = Tone::Warn;
    QString m_iconName;
};

} // namespace hookboard
