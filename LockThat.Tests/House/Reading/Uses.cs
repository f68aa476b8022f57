using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LockThat.Tests.House.Reading;

/// <summary>Which types a type names: in its declaration, its signatures and the code of its methods.</summary>
internal static class Uses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Declared(type).SelectMany(Parts);

    /// <summary>The methods that a type calls or hands on.</summary>
    public static IEnumerable<MethodReference> Calls(TypeDefinition type) =>
        Instructions(type).Select(code => code.Operand).OfType<MethodReference>();

    private static IEnumerable<TypeReference?> Declared(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
            .. type.Properties.SelectMany(Attributes),
            .. type.Methods.SelectMany(Signature),
            .. type
                .Methods.Where(method => method.HasBody)
                .SelectMany(method => method.Body.Variables.Select(local => local.VariableType)),
            .. type
                .Methods.Where(method => method.HasBody)
                .SelectMany(method => method.Body.ExceptionHandlers.Select(handler => handler.CatchType)),
            .. Instructions(type).SelectMany(Named),
        ];

    private static IEnumerable<Instruction> Instructions(TypeDefinition type) =>
        type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions);

    private static IEnumerable<TypeReference?> Signature(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.SelectMany(parameter => Attributes(parameter).Prepend(parameter.ParameterType)),
            .. Attributes(method),
            .. Constraints(method),
        ];

    private static IEnumerable<TypeReference?> Named(Instruction code) =>
        code.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [.. Named(method), .. method.GenericArguments],
            MethodReference method => Named(method),
            _ => [],
        };

    private static IEnumerable<TypeReference?> Named(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider place) =>
        place.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Select(argument => argument.Value)
                .OfType<TypeReference>()
                .Prepend(attribute.AttributeType)
        );

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider place) =>
        place
            .GenericParameters.SelectMany(parameter => parameter.Constraints)
            .Select(constraint => constraint.ConstraintType);

    /// <summary>The plain types in a constructed one: of <c>Task&lt;Lease[]&gt;</c> both.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            IModifierType modified => [.. Parts(modified.ModifierType), .. Parts(modified.ElementType)],
            TypeSpecification specified => Parts(specified.ElementType),
            _ => [type],
        };
}
