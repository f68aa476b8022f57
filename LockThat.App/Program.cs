using LockThat.App;

var builder = WebApplication.CreateBuilder(args);
builder.AddLockThat();
var app = builder.Build();
app.MapLockThat();
await app.RunAsync();
