// Field Selection Merging (§5.3.2), word for word from the specification and without any of the short cuts that make it fast: the judge where
// we and graphql-js, whose short cuts miss some conflicts, do not agree.
import { getNamedType, isLeafType, isListType, isNonNullType, isObjectType, Kind, TypeNameMetaFieldDef, typeFromAST, valueFromASTUntyped } from 'graphql';

/** Whether all fields of the operations of a document can be merged. */
export function canMergeAll(schema, document) {
  const fragments = new Map(document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));

  const collect = (selectionSet, parent, into, spread) => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const type = selection.name.value === '__typename' ? TypeNameMetaFieldDef.type : parent.getFields?.()[selection.name.value]?.type;
        if (type) into.set(key, [...(into.get(key) ?? []), { node: selection, parent, type }]);
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!fragment || spread.has(fragment)) continue;
        const condition = fragment.typeCondition ? typeFromAST(schema, fragment.typeCondition) : parent;
        collect(fragment.selectionSet, condition, into, new Set([...spread, fragment]));
      }
    }
    return into;
  };

  const merged = (...fields) => {
    const into = new Map();
    for (const { node, type } of fields) if (node.selectionSet) collect(node.selectionSet, getNamedType(type), into, new Set());
    return into;
  };

  const pairs = (list) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b]));

  const canMerge = (groups) => [...groups.values()].every((fields) => pairs(fields).every(([a, b]) => {
    if (!sameShape(a, b)) return false;
    if (a.parent !== b.parent && isObjectType(a.parent) && isObjectType(b.parent)) return true;
    return a.node.name.value === b.node.name.value && sameArguments(a.node, b.node) && canMerge(merged(a, b));
  }));

  const sameShape = (a, b) => {
    let [left, right] = [a.type, b.type];
    while (isNonNullType(left) || isNonNullType(right) || isListType(left) || isListType(right)) {
      if (isNonNullType(left) !== isNonNullType(right)) return false;
      if (!isNonNullType(left) && isListType(left) !== isListType(right)) return false;
      [left, right] = [left.ofType, right.ofType];
    }
    if (isLeafType(left) || isLeafType(right)) return left === right;
    return [...merged(a, b).values()].every((fields) => pairs(fields).every(([c, d]) => sameShape(c, d)));
  };

  return document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .every((operation) => canMerge(collect(operation.selectionSet, schema.getRootType(operation.operation), new Map(), new Set())));
}

function sameArguments(a, b) {
  const text = (node) => JSON.stringify((node.arguments ?? []).map(({ name, value }) => [name.value, meaning(value)]).sort());
  return text(a) === text(b);
}

// A value without the way it is written: a string is the same in quotes and as a block, an object in any order.
function meaning(value) {
  if (value.kind === Kind.OBJECT) return { fields: value.fields.map((field) => [field.name.value, meaning(field.value)]).sort() };
  if (value.kind === Kind.LIST) return value.values.map(meaning);
  if (value.kind === Kind.VARIABLE) return { variable: value.name.value };
  return { [value.kind]: value.value ?? valueFromASTUntyped(value) };
}
