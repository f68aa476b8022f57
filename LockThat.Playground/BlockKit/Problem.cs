namespace LockThat.Playground.BlockKit;

/// <summary>A reason for which Slack would refuse: Slack's words, and the JSON pointer to the culprit.</summary>
public sealed record Problem(string Message, string Pointer)
{
    public override string ToString() => $"{Message} [json-pointer:{Pointer}]";
}

/// <summary>The surfaces that show blocks; some elements are not for all of them.</summary>
[Flags]
public enum Place
{
    None = 0,
    Message = 1,
    Modal = 2,
    Home = 4,
    Anywhere = Message | Modal | Home,
}
