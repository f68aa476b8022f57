using System.Globalization;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Serialization;

namespace LockThat.Tests.Hosting;

/// <summary>The files by which it is deployed, read as Fly and Compose do, as far as ours go.</summary>
internal static class Deployed
{
    private static readonly Dictionary<object, object> Compose = new DeserializerBuilder()
        .Build()
        .Deserialize<Dictionary<object, object>>(Read("compose.yaml"));

    /// <summary>The port of the image.</summary>
    public static int Port { get; } = int.Parse(Dockerfile.Ours.Final.The("EXPOSE").Text, CultureInfo.InvariantCulture);

    public static IEnumerable<string> Services => In(Compose, "services").Keys.Cast<string>();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file));

    public static TomlTable Toml(string file) => TomlSerializer.Deserialize<TomlTable>(Read(file)) ?? [];

    public static Dictionary<object, object> Service(string name) => In(In(Compose, "services"), name);

    /// <summary>The content that Compose writes into a file of this name.</summary>
    public static string Config(string name) => (string)In(In(Compose, "configs"), name)["content"];

    public static Dictionary<object, object> In(Dictionary<object, object> map, string key) =>
        (Dictionary<object, object>)map[key];

    public static void ShouldBeAlone(object list, string only) =>
        ((List<object>)list).ShouldHaveSingleItem().ShouldBe(only);

    public static double Seconds(object time) =>
        int.Parse(time.ToString()?.TrimEnd('s') ?? "", CultureInfo.InvariantCulture);
}
