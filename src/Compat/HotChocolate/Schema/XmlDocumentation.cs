using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace HotChocolate.Schemas;

/// <summary>Descriptions from the XML documentation that the compiler leaves beside an assembly.</summary>
internal sealed partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = new();

    public static string? Describe(Type type) => Summary(Find(type, TypeId(type)));

    public static string? Describe(MemberInfo member)
    {
        if (member is Type type) return Describe(type);
        var element = FindMember(member);
        var summary = Summary(element);
        // The compiler documents a record's property in the parameter of its primary constructor.
        if (summary is null && member is PropertyInfo { DeclaringType: { } owner }) summary = Text(Parameter(Find(owner, TypeId(owner)),
            member.Name));
        if (member is not MethodInfo) return summary;
        var returns = Text(element?.Element("returns"));
        if (returns is null) return summary;
        return (summary is null ? "" : summary + "\n\n") + "**Returns:**\n" + returns;
    }

    public static string? Describe(ParameterInfo parameter) => Text(Parameter(FindMember(parameter.Member), parameter.Name!));

    private static XElement? FindMember(MemberInfo member)
    {
        var element = Find(member.DeclaringType!, MemberId(member));
        return element?.Element("inheritdoc") is null ? element : FindInherited(member) ?? element;
    }

    private static XElement? FindInherited(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var ancestors = type.GetInterfaces().Concat(type.BaseType is { } parent ? [parent] : []);
        return ancestors
            .SelectMany(ancestor => ancestor.GetMember(member.Name, member.MemberType, BindingFlags.Public | BindingFlags.Instance))
            .Select(FindMember)
            .FirstOrDefault(element => element is not null);
    }

    private static XElement? Parameter(XElement? element, string name) =>
        element?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name);

    private static XElement? Find(Type type, string id) => Files.GetOrAdd(type.Assembly, Load).GetValueOrDefault(id);

    private static IReadOnlyDictionary<string, XElement> Load(Assembly assembly)
    {
        var path = assembly.IsDynamic || assembly.Location.Length == 0 ? null : System.IO.Path.ChangeExtension(assembly.Location, ".xml");
        if (path is null || !File.Exists(path)) return new Dictionary<string, XElement>();
        try
        {
            return XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member")
                .Where(member => member.Attribute("name") is not null)
                .DistinctBy(member => member.Attribute("name")!.Value)
                .ToDictionary(member => member.Attribute("name")!.Value);
        }
        catch (XmlException)
        {
            return new Dictionary<string, XElement>();   // A broken file costs the descriptions, not the schema.
        }
    }

    private static string TypeId(Type type) => "T:" + FullName(type);

    private static string MemberId(MemberInfo member) => member switch
    {
        PropertyInfo => $"P:{FullName(member.DeclaringType!)}.{member.Name}",
        FieldInfo => $"F:{FullName(member.DeclaringType!)}.{member.Name}",
        MethodBase method => $"M:{FullName(member.DeclaringType!)}.{member.Name.Replace('.', '#')}{ParameterIds(method)}",
        _ => "",
    };

    private static string ParameterIds(MethodBase method)
    {
        var parameters = method.GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => ParameterId(parameter.ParameterType)))})";
    }

    private static string ParameterId(Type type)
    {
        if (type.IsArray) return ParameterId(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter) return "`" + type.GenericParameterPosition;
        if (!type.IsGenericType) return FullName(type);
        var definition = FullName(type.GetGenericTypeDefinition());
        return $"{definition[..definition.LastIndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(ParameterId))}}}";
    }

    private static string FullName(Type type) =>
        (type is { IsGenericType: true, IsGenericTypeDefinition: false } ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Summary(XElement? element) => Text(element?.Element("summary"));

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var text = new StringBuilder();
        Append(text, element);
        var lines = text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Split('\n').Select(line => line.Trim());
        var result = string.Join('\n', lines);
        return result.Length == 0 ? null : result;
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText literal) text.Append(literal.Value);
            else if (node is XElement child) AppendElement(text, child);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        var target = element.Attribute("langword") ?? element.Attribute("name") ?? element.Attribute("cref") ?? element.Attribute("href");
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty && target is not null:
                text.Append(target.Name.LocalName == "cref" ? ShortName(target.Value) : target.Value);
                break;
            case "para":
                text.Append('\n');
                Append(text, element);
                text.Append('\n');
                break;
            default:
                Append(text, element);
                break;
        }
    }

    private static string ShortName(string cref)
    {
        var name = Arguments().Replace(cref, "");
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    [GeneratedRegex(@"\(.*\)|`+\d+|\{.*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arguments();
}
