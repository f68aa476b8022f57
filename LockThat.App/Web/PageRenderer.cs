using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LockThat.App.Web;

/// <summary>
/// Draws Razor components as plain HTML. It does not use AddRazorComponents, which brings forms, their tokens and a
/// ring of keys on the disk; these pages have no forms.
/// </summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>A page with its content, which is the parameters of its component.</summary>
    public async Task<Content> Render<TPage>(params (string Name, object? Value)[] shows)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                shows.ToDictionary(shown => shown.Name, shown => shown.Value)
            );
            var page = await renderer.RenderComponentAsync<TPage>(parameters);
            return new Content(Encoding.UTF8.GetBytes(page.ToHtmlString()), Content.Html);
        });
    }
}
