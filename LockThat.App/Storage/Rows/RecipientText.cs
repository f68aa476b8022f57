using LockThat.App.Locks;

namespace LockThat.App.Storage.Rows;

/// <summary>A recipient as one text, the same in both stores: Slack's id of the person.</summary>
internal static class RecipientText
{
    public static string Of(Recipient recipient) => recipient.Address;

    public static Recipient Read(string text) => new Recipient.Person(new(text));
}
