using Fincord.Api.Http;
using Microsoft.Extensions.FileProviders;

namespace Fincord.Host;

/// <summary>Serves the web site's static export at <c>/</c>, from the folder <c>Web:Root</c> of the configuration; without it only the API answers.</summary>
internal static class WebSite
{
    // Next.js starts its pages by small inline scripts; everything else comes from here, and no page may frame ours.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseWebSite(this WebApplication app)
    {
        var root = app.Configuration["Web:Root"];
        if (root is null)
        {
            app.MapGet("/", () => Results.Text("Fincord is running. The web site is not built here; GraphQL is at /graphql, REST below /api/v1.\n"))
                .ExcludeFromDescription();
            app.MapFallback(Refusal.NotFound);
            return;
        }
        if (!Directory.Exists(root)) throw new StartException($"The web site's folder {root} does not exist.");
        var files = new PhysicalFileProvider(Path.GetFullPath(root));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = response => Prepare(response.Context) });
        app.MapFallback(Refusal.NotFound);
    }

    private static void Prepare(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The build puts a hash of the content into these names; everything else is asked for again each time.
        headers.CacheControl = http.Request.Path.StartsWithSegments("/_next/static") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
