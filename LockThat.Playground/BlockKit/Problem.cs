namespace LockThat.Playground.BlockKit;

/// <summary>What Slack would refuse: its words, and the JSON pointer to the culprit.</summary>
public sealed record Problem(string Message, string Pointer)
{
    public override string ToString() => $"{Message} [json-pointer:{Pointer}]";
}

/// <summary>Where blocks are shown; some elements are not for every place.</summary>
[Flags]
public enum Place
{
    None = 0,
    Message = 1,
    Modal = 2,
    Home = 4,
    Anywhere = Message | Modal | Home,
}
