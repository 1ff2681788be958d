// HexView: bytes as offset, hex and text, sixteen to a line. Draws only the lines in sight, so the size of a body does
// not matter. GUI thread. Keyboard: arrows, Page Up and Down, Home, End.
#pragma once

#include <QtWidgets/QAbstractScrollArea>

namespace hookboard {

class HexView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    // One line as shown: "00000010  7b 22 69 ...  {"i".............".
    static QString lineText(const QByteArray &bytes, qint64 line);
    qint64 lineCount() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateBars();
    int lineHeight() const;

    QByteArray m_bytes;
};

} // namespace hookboard
