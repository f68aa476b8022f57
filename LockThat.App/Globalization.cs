using System.Text;

namespace LockThat.App;

/// <summary>Names are equal in every spelling, which needs ICU: without it <c>é</c> as one character and as two would
/// be two resources.</summary>
public static class Globalization
{
    public const string Fault =
        "LockThat cannot start in globalization-invariant mode: unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT and install ICU (libicu).";

    public static bool IsComplete => "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";

    public static void Require()
    {
        if (!IsComplete)
            throw new InvalidOperationException(Fault);
    }
}
