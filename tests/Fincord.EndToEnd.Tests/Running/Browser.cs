using Microsoft.Playwright;

namespace Fincord.EndToEnd.Tests.Running;

/// <summary>Debian's Chromium without a window. A test that needs it is skipped where it or the built site is missing.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> Start()
    {
        Assert.SkipWhen(Chromium is null, "Chromium is not installed (apt-get install chromium).");
        Assert.SkipWhen(Programs.WebRoot is null, "The web site is not built (Node.js 20 is needed).");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>Opens a page in a profile of its own; <paramref name="script"/> runs in it before anything else does.</summary>
    public async Task<IPage> Open(string address, int width = 1280, int height = 800, ColorScheme colours = ColorScheme.Light, string? script = null)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours });
        if (script is not null) await context.AddInitScriptAsync(script);
        return await Open(context, address);
    }

    /// <summary>Opens another page in a page's profile.</summary>
    public static async Task<IPage> Open(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
