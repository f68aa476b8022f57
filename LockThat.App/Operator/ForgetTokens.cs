using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;
using LockThat.App.Storage;

namespace LockThat.App.Operator;

/// <summary><c>forget-tokens</c>, for an operator who has lost a key. Workspaces whose token no key opens count as
/// left, and can add the app again.</summary>
internal static class ForgetTokens
{
    /// <summary>Returns the result in one line. No app may have the store open.</summary>
    public static async Task<CommandReport> Run(IServiceProvider app, CancellationToken cancellationToken)
    {
        if (app.GetService<TokenKeys>() is not { } keys)
            return new(false, "There is nothing to forget: this installation serves one workspace, by Slack:BotToken.");
        var storage = app.GetRequiredService<IStorage>();
        await storage.Open(cancellationToken);
        try
        {
            var forgotten = await keys.Forget(app.GetRequiredService<Installations>(), cancellationToken);
            return new(
                true,
                forgotten.Count == 0
                    ? "Nothing was forgotten: the keys open every stored token."
                    : $"Forgotten: the tokens of {string.Join(", ", forgotten)}. Their locks are kept for 30 days; add LockThat there anew."
            );
        }
        finally
        {
            await storage.Close(cancellationToken);
        }
    }
}
