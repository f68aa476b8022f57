using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace LockThat.App.Web;

/// <summary>Content that is sent as it is, made once and sent often.</summary>
public sealed class Content(byte[] utf8, string contentType)
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";

    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(utf8))[..16]}\"");

    /// <summary>All of it, or the answer that the reader has it already.</summary>
    public Task Send(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(utf8, contentType, entityTag: _tag).ExecuteAsync(http);
    }

    /// <summary>All of it, as an answer that no cache keeps.</summary>
    public Task Send(HttpContext http, int status)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = utf8.Length;
        return http.Response.Body.WriteAsync(utf8, http.RequestAborted).AsTask();
    }
}
