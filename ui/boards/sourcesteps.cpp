#include "ui/boards/sourcesteps.h"

#include "ui/boards/undotimeline.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace hookboard {

namespace {

struct SourceWords
{
    Q_DECLARE_TR_FUNCTIONS(SourceSteps)
};

class ChangeSource final : public TimedStep
{
public:
    using Send = std::function<void(const SourceConfig &)>;

    ChangeSource(SourceConfig before, SourceConfig after, Send send)
        : TimedStep(SourceWords::tr("change source"))
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_send(std::move(send))
    {}
    void undo() override { m_send(m_before); }
    void redo() override
    {
        // Pushed after the engine has carried it out.
        if (std::exchange(m_done, false)) {
            return;
        }
        m_send(m_after);
    }

private:
    SourceConfig m_before;
    SourceConfig m_after;
    Send m_send;
    bool m_done = true;
};

// How many secrets there are is not a setting.
bool sameSettings(SourceConfig a, const SourceConfig &b)
{
    a.secretCount = b.secretCount;
    return a == b;
}

} // namespace

SourceRequests withSteps(SourceRequests requests, const SourceSteps &steps)
{
    const auto update = requests.update;
    UndoTimeline *timeline = &steps.timeline;
    const auto send = [update, timeline, problem = steps.problem](const SourceConfig &config) {
        update(config, {}, timeline, [problem](const Status &status) {
            if (!status.ok()) {
                problem(status.error().message);
            }
        });
    };
    requests.update = [update, send, timeline, current = steps.current](const SourceConfig &config,
                                                                        const QList<Secret> &secrets, QObject *context,
                                                                        const SourceRequests::Callback &done) {
        const std::optional<SourceConfig> before = current(config.name);
        update(config, secrets, context, [=](const Status &status) {
            if (status.ok() && before && !sameSettings(*before, config)) {
                timeline->push({}, std::make_unique<ChangeSource>(*before, config, send));
            }
            done(status);
        });
    };
    return requests;
}

} // namespace hookboard
