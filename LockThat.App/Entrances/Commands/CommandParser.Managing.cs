using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

public static partial class CommandParser
{
    private static ParsedCommand? ReadManaging(CommandWord command, string behind) =>
        command switch
        {
            CommandWord.Create => behind.Length == 0 ? new ParsedCommand.CreateForm() : ReadCreate(behind),
            CommandWord.Delete => ReadNamed(
                command,
                behind,
                (name, _) => new ParsedCommand.Do(new Delete(name, Expected.Anything))
            ),
            CommandWord.Settings => new ParsedCommand.Settings(),
            _ => null,
        };

    // All that is typed behind it is the name, so that a forgotten hyphen is noticed.
    private static ParsedCommand ReadCreate(string behind) =>
        ResourceName.Parse(behind) switch
        {
            NameParse.Parsed parsed => new ParsedCommand.Do(new Create(parsed.Name)),
            NameParse.Refused refused => Bad(CommandWord.Create, behind, refused),
            _ => throw new UnreachableException(),
        };
}
