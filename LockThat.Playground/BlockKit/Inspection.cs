using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>One value under examination, and the list that all findings of its message or view go to.</summary>
internal sealed record Inspection(JsonElement Value, string Pointer, Place Place, List<Problem> Problems)
{
    public string Type => Value.TypeOf();

    public void Object(string message) => Problems.Add(new(message, Pointer));

    public Inspection At(JsonElement value, object step) => this with { Value = value, Pointer = $"{Pointer}/{step}" };

    /// <summary>Examines a member when it is there.</summary>
    public bool Has(string name, Action<Inspection> rule)
    {
        if (Value.ValueKind != JsonValueKind.Object || !Value.TryGetProperty(name, out var member))
            return false;
        rule(At(member, name));
        return true;
    }

    public void Needs(string name, Action<Inspection> rule)
    {
        if (!Has(name, rule))
            Object($"missing required field: {name}");
    }

    /// <summary>Slack names every member that it does not know.</summary>
    public void KnowsOnly(params IEnumerable<string> names)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in Value.EnumerateObject().Where(member => !names.Contains(member.Name)))
            Object($"invalid additional property: {member.Name}");
    }

    /// <summary>Exactly one of the two members.</summary>
    public void NeedsEither(string one, string other, Action<Inspection> ruleOfOne, Action<Inspection> ruleOfOther)
    {
        var hasOne = Has(one, ruleOfOne);
        var hasOther = Has(other, ruleOfOther);
        if (hasOne == hasOther)
            Object(hasOne ? $"cannot have both `{one}` and `{other}`" : $"must provide either `{one}` or `{other}`");
    }

    public bool IsObject()
    {
        if (Value.ValueKind == JsonValueKind.Object)
            return true;
        Object("must provide an object");
        return false;
    }
}
