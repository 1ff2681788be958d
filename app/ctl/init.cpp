#include "app/ctl/console.h"
#include "app/ctl/options.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Outcome runInit(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {valueOption(u"secrets"_s)});
    if (!options)
        return options.error();
    const QString store = options->has(u"secrets"_s) ? options->text(u"secrets"_s) : u"keychain"_s;
    if (store != "keychain"_L1 && store != "file"_L1)
        return Error{ErrorCode::InvalidArgument, u"--secrets is keychain or file, not \"%1\"."_s.arg(store)};

    Profile profile(options->invocation().profileDirectory);
    if (profile.exists())
        return Error{ErrorCode::Cancelled,
                     u"There is already a profile in %1; nothing was changed."_s.arg(profile.configDirectory())};
    if (const Status made = profile.create(store); !made)
        return made.error();
    printLine("Made a profile in " + profile.configDirectory().toUtf8() + '.');
    if (store == "file"_L1)
        printLine("Secrets are kept unencrypted in one file that only this user may read, not in the keychain.");
    else
        printLine("Secrets are kept in the system keychain.");
    return 0;
}

} // namespace hookboard
