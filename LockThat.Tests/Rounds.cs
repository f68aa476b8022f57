using System.Globalization;

namespace LockThat.Tests;

/// <summary>
/// How often a test that leaves something to chance tries it: seldom in the gate, and as often as an environment
/// variable says when somebody wants to know. Nothing else in the tests reads such a variable.
/// </summary>
internal static class Rounds
{
    /// <summary>Whether somebody wants to know, and will wait for as long as it takes.</summary>
    public static bool AreAsked { get; private set; }

    /// <param name="variable">The environment variable that raises (or lowers) the number, such as
    /// <c>CRASH_ROUNDS</c>.</param>
    /// <param name="inTests">How often when it is not set.</param>
    public static int Of(string variable, int inTests)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        AreAsked |= !string.IsNullOrEmpty(value);
        return Read(variable, value, inTests);
    }

    internal static int Read(string variable, string? value, int inTests)
    {
        if (string.IsNullOrEmpty(value))
            return inTests;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0
            ? rounds
            : throw new ArgumentException(
                $"{variable}={value}: say a whole number from 1 to {int.MaxValue}.",
                nameof(value)
            );
    }
}
