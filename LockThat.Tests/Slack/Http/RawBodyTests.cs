using LockThat.App.Slack.Http;
using Microsoft.AspNetCore.Http;

namespace LockThat.Tests.Slack.Http;

public sealed class RawBodyTests
{
    private const int Claims = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_only_claimed_to_come_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var claims = Enumerable
            .Range(0, Claims)
            .Select(_ => RawBody.Read(Request(new NeverComing(), RawBody.MaxBytes), Cancel))
            .ToList();
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        claims.ShouldAllBe(claim => !claim.IsCompleted);
        (taken / Claims).ShouldBeLessThan(RawBody.MaxBytes / 16);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8 * 1024)]
    [InlineData((8 * 1024) + 1)]
    [InlineData(RawBody.MaxBytes)]
    public async Task Whatever_came_is_there_to_the_byte(int length)
    {
        var sent = new byte[length];
        Random.Shared.NextBytes(sent);
        using var body = await RawBody.Read(Request(new MemoryStream(sent), length), Cancel);
        body.ShouldNotBeNull().Bytes.ToArray().ShouldBe(sent);
    }

    private static HttpRequest Request(Stream body, int length) =>
        new DefaultHttpContext { Request = { Body = body, ContentLength = length } }.Request;

    private sealed class NeverComing : MemoryStream
    {
        private readonly TaskCompletionSource<int> _never = new();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(_never.Task);
    }
}
