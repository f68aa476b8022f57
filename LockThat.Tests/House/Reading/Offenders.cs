namespace LockThat.Tests.House.Reading;

/// <summary>A rule of the house fails by naming whoever breaks it, a line each.</summary>
internal static class Offenders
{
    public static void ShouldBeNone(this IEnumerable<string> offenders, string rule)
    {
        var named = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string.Join(Environment.NewLine, named).ShouldBeEmpty(rule);
    }
}
