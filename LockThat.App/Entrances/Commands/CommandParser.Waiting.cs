using LockThat.App.Locks.Waiting;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

public static partial class CommandParser
{
    private static ParsedCommand? ReadWaiting(CommandWord command, string behind) =>
        command switch
        {
            CommandWord.Queue => behind.Length == 0 ? new ParsedCommand.Waits() : ReadWish(command, behind),
            CommandWord.Ask => behind.Length == 0 ? new ParsedCommand.MissingName(command) : ReadWish(command, behind),
            CommandWord.Leave => behind.Length == 0
                ? new ParsedCommand.LeaveAny()
                : ReadNamed(command, behind, (name, _) => new ParsedCommand.Do(new Leave(name))),
            _ => null,
        };
}
