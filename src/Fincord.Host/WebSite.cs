using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Fincord.Api.Http;
using Microsoft.Extensions.FileProviders;

namespace Fincord.Host;

/// <summary>Serves the web site's static export at <c>/</c>, from the folder <c>Web:Root</c> of the configuration; without it only the API answers.</summary>
internal static partial class WebSite
{
    public static void UseWebSite(this WebApplication app)
    {
        if (app.Configuration["Web:Root"] is not { } root)
        {
            app.MapGet("/", () => "Fincord is running. The web site is not built here; GraphQL is at /graphql, REST below /api/v1.\n").ExcludeFromDescription();
            app.MapFallback(Refusal.NotFound);
            return;
        }
        if (!Directory.Exists(root)) throw new StartException($"The web site's folder {root} does not exist.");
        var folder = Path.GetFullPath(root);
        var files = new PhysicalFileProvider(folder);
        var policy = ContentSecurityPolicy(folder);
        var notFoundPage = Path.Combine(folder, "404.html");
        UseGraphiQL(app, Path.Combine(folder, "graphiql", "index.html"), policy + "; font-src 'self' data:");     // its style sheet holds its fonts
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = response => Prepare(response.Context, policy) });
        app.MapFallback(http => WantsPage(http) && File.Exists(notFoundPage) ? SendPage(http, notFoundPage, policy, StatusCodes.Status404NotFound) : Refusal.NotFound(http));
    }

    // Tools and pages ask for JSON at the same address; a browser that is led there gets the page that asks for a person.
    private static void UseGraphiQL(WebApplication app, string page, string policy)
    {
        if (!File.Exists(page)) return;
        app.Use((http, next) => http.Request.Path.Equals("/graphql", StringComparison.Ordinal) && !http.Request.QueryString.HasValue && WantsPage(http)
            ? SendPage(http, page, policy, StatusCodes.Status200OK)
            : next(http));
    }

    private static bool WantsPage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task SendPage(HttpContext http, string page, string policy, int status)
    {
        Prepare(http, policy);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.SendFileAsync(page, http.RequestAborted);
    }

    private static void Prepare(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The build puts a hash of the content into these names; everything else is asked for again each time.
        headers.CacheControl = http.Request.Path.StartsWithSegments("/_next/static", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /// <summary>Everything comes from here and no page may frame ours; inline scripts run only if they are those of the build, known by their hashes.</summary>
    private static string ContentSecurityPolicy(string folder)
    {
        var hashes = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .SelectMany(page => InlineScript.Matches(File.ReadAllText(page)))
            .Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["code"].Value)))}'")
            .Distinct(StringComparer.Ordinal);
        return $"default-src 'self'; script-src 'self' {string.Join(' ', hashes)}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
            "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    [GeneratedRegex("<script(?<attributes>(?![^>]* src=)[^>]*)>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex InlineScript { get; }
}
