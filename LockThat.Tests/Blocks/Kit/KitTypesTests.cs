using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using LockThat.App.Slack.Requests;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks.Kit;

public sealed class KitTypesTests
{
    private static readonly Type[] Kit =
    [
        .. typeof(Block)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Block).Namespace && !type.IsAssignableTo(typeof(JsonConverter))),
    ];

    public static TheoryData<Type> Roles =>
        [.. Kit.Where(type => type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Any())];

    public static TheoryData<Type> Typed =>
        [.. Kit.Where(type => !type.IsAbstract && type.GetProperty(nameof(Block.Type)) is not null)];

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_knows_everything_that_plays_it(Type role)
    {
        var registered = role.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).ToArray();
        registered.ShouldAllBe(attribute => attribute.TypeDiscriminator == null);
        registered
            .Select(attribute => attribute.DerivedType)
            .ShouldBe(Kit.Where(type => !type.IsAbstract && type.IsAssignableTo(role)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void Whatever_Slack_tells_apart_by_its_type_has_one(Type type)
    {
        var made = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).First();
        var arguments = made.GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(string) ? (object)"x" : 1L)
            .ToArray();
        type.GetProperty(nameof(Block.Type))
            ?.GetValue(made.Invoke(arguments))
            .ShouldBeOfType<string>()
            .ShouldMatch("^[a-z_]+$");
    }

    [Fact]
    public void Every_interface_and_open_type_of_the_Kit_that_is_written_lists_its_kinds()
    {
        var open = Kit.Where(type => type.IsInterface || type is { IsAbstract: true, IsSealed: false })
            .Where(IsWrittenAsItself);
        open.Where(type => !Roles.Any(role => role.Data == type)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_in_the_Kit_can_be_changed_after_it_was_made() =>
        Kit.SelectMany(type =>
                type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            )
            .Where(property =>
                property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            )
            .ShouldBeEmpty();

    private static bool IsWrittenAsItself(Type type) =>
        Kit.SelectMany(holder => holder.GetProperties())
            .Any(property =>
                property.PropertyType == type || property.PropertyType == typeof(IReadOnlyList<>).MakeGenericType(type)
            );
}
