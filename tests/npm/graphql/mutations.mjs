// Breaks documents in all the ways that the specification's rules are about, and a few that are about nothing but characters.
import { Kind, parse, print, visit } from 'graphql';
import { argument, directive, name, namedType, variable } from './documents.mjs';

const strangers = ['nope', 'symbol', 'id', '__typename', 'Asset', 'value', 'ticks', 'price', 'rating', 'note', 'present', 'fails', 'strict', 'F0', 'Op0',
  'same', 'Int'];
const types = ['Int', 'Int!', '[Int]', '[Int!]!', 'String', 'Boolean', 'Boolean!', 'Side', 'AssetFilterInput', 'AssetFilterInput!', 'Asset', 'Nope', 'ID',
  'Float!', 'Decimal'];
const conditions = ['Asset', 'Equity', 'Cash', 'Holding', 'Echo', 'Query', 'Int', 'Nope', 'Faults', 'AssetFilterInput'];
const values = ['1', '-1', '0.5', '"text"', '"ACME"', 'true', 'null', 'BUY', 'NOPE', '[]', '[1, 2]', '[[1], null]', '["a"]', '{}', '{ from: 1 }',
  '{ id: "1", symbol: "x" }', '{ id: null }', '{ symbol: "x" }', '{ limit: null }', '{ limit: 1, limit: 2 }', '{ nope: 1 }', '$v', '99999999999', '1e400', '"""block"""', '{ range: { from: $v } }'];
const constants = values.filter((text) => !text.includes('$'));
const json = [null, 1, -1.5, 'text', true, [], [1], ['x', null], [[1]], {}, { from: 1 }, { id: '1' }, { id: '1', symbol: 'x' }, { id: null }, { nope: 1 },
  'BUY', 99999999999, '7'];
const characters = ['{', '}', '(', ')', '[', ']', ':', '$', '!', '@', '...', '"', '"""', '#', ',', '|', '&', '=', '\\', '0', '.', '-', 'on ', 'null', ' ', '\n',
  '\u0000', 'é', '\ufeff', 'fragment ', 'query ', '\\u{1F4B9}', '\\ud83d'];

const literal = (text) => parse(`{ a(b: ${text}) }`).definitions[0].selectionSet.selections[0].arguments[0].value;
const type = (text) => parse(`query ($a: ${text}) { a }`).definitions[0].variableDefinitions[0].type;

const removeFrom = (list, item) => list.filter((other) => other !== item);
const isField = (node) => node.kind === Kind.FIELD;
const all = (...kinds) => (node) => kinds.includes(node.kind);

// Each says which nodes it can change, and returns the node to take the place of one of them.
const changes = {
  nameOfField: [isField, (node, random) => ({ ...node, name: name(random.pick(strangers)) })],
  alias: [isField, (node, random) => ({ ...node, alias: name(random.pick(strangers)) })],
  sameAlias: [isField, (node) => ({ ...node, alias: name('same') })],
  fieldTwice: [all(Kind.SELECTION_SET), (node, random) => ({ ...node, selections: [...node.selections, random.pick(node.selections)] })],
  fieldMoved: [all(Kind.SELECTION_SET), (node, random, ast) => ({ ...node, selections: [...node.selections, random.pick(find(ast, isField))] })],
  selectionRemoved: [(node) => node.kind === Kind.SELECTION_SET && node.selections.length > 1,
    (node, random) => ({ ...node, selections: removeFrom(node.selections, random.pick(node.selections)) })],
  subfieldsRemoved: [(node) => isField(node) && node.selectionSet, (node) => ({ ...node, selectionSet: undefined })],
  subfieldsAdded: [(node) => isField(node) && !node.selectionSet,
    (node) => ({ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: name('__typename') }] } })],
  nameOfArgument: [all(Kind.ARGUMENT), (node, random) => ({ ...node, name: name(random.pick(strangers)) })],
  argumentRemoved: [(node) => node.arguments?.length > 0, (node, random) => ({ ...node, arguments: removeFrom(node.arguments, random.pick(node.arguments)) })],
  argumentAdded: [(node) => isField(node) || node.kind === Kind.DIRECTIVE,
    (node, random) => ({ ...node, arguments: [...(node.arguments ?? []), argument(random.pick(strangers), literal(random.pick(values)))] })],
  argumentTwice: [(node) => node.arguments?.length > 0, (node, random) => ({ ...node, arguments: [...node.arguments, random.pick(node.arguments)] })],
  valueOfArgument: [all(Kind.ARGUMENT), (node, random) => ({ ...node, value: literal(random.pick(values)) })],
  valueInside: [all(Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.LIST, Kind.OBJECT),
    (_, random) => literal(random.pick(constants))],
  nameOfInputField: [all(Kind.OBJECT_FIELD), (node, random) => ({ ...node, name: name(random.pick(strangers)) })],
  inputFieldTwice: [(node) => node.kind === Kind.OBJECT && node.fields.length > 0, (node, random) => ({ ...node, fields: [...node.fields, random.pick(node.fields)] })],
  typeOfVariable: [all(Kind.VARIABLE_DEFINITION), (node, random) => ({ ...node, type: type(random.pick(types)) })],
  defaultOfVariable: [all(Kind.VARIABLE_DEFINITION), (node, random) => ({ ...node, defaultValue: literal(random.pick(constants)) })],
  variableRemoved: [(node) => node.variableDefinitions?.length > 0,
    (node, random) => ({ ...node, variableDefinitions: removeFrom(node.variableDefinitions, random.pick(node.variableDefinitions)) })],
  variableTwice: [(node) => node.variableDefinitions?.length > 0,
    (node, random) => ({ ...node, variableDefinitions: [...node.variableDefinitions, random.pick(node.variableDefinitions)] })],
  variableAdded: [all(Kind.OPERATION_DEFINITION), (node, random) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []),
    { kind: Kind.VARIABLE_DEFINITION, variable: variable('v'), type: type(random.pick(types)) }] })],
  nameOfVariable: [all(Kind.VARIABLE), () => variable('v')],
  typeCondition: [(node) => node.typeCondition, (node, random) => ({ ...node, typeCondition: namedType(random.pick(conditions)) })],
  nameOfSpread: [all(Kind.FRAGMENT_SPREAD), (node, random) => ({ ...node, name: name(random.pick(['F0', 'F1', 'Nope'])) })],
  spreadAdded: [all(Kind.SELECTION_SET), (node, random) => ({ ...node, selections: [...node.selections,
    { kind: Kind.FRAGMENT_SPREAD, name: name(random.pick(['F0', 'F1', 'F2'])) }] })],
  nameOfFragment: [all(Kind.FRAGMENT_DEFINITION), (node, random) => ({ ...node, name: name(random.pick(['F0', 'F1', 'Nope'])) })],
  directiveAdded: [(node) => 'directives' in node, (node, random) => ({ ...node, directives: [...node.directives, random.pick([
    directive('nope'), directive('skip'), directive('include', [argument('if', literal(random.pick(values)))]), directive('skip', [argument('if', literal('false'))]),
    directive('deprecated'), directive('oneOf'), directive('include', [argument('if', literal('true')), argument('nope', literal('1'))])])] })],
  directiveTwice: [(node) => node.directives?.length > 0, (node) => ({ ...node, directives: [...node.directives, node.directives[0]] })],
  definitionTwice: [all(Kind.DOCUMENT), (node, random) => ({ ...node, definitions: [...node.definitions, random.pick(node.definitions)] })],
  definitionRemoved: [(node) => node.kind === Kind.DOCUMENT && node.definitions.length > 1,
    (node, random) => ({ ...node, definitions: removeFrom(node.definitions, random.pick(node.definitions)) })],
  definitionAdded: [all(Kind.DOCUMENT), (node, random) => ({ ...node, definitions: [...node.definitions, ...parse(random.pick([
    '{ __typename }', 'query Op0 { __typename }', 'query Other { faults { present } }', 'fragment F0 on Query { __typename }', 'fragment Unused on Asset { id }',
    'type Query { a: Int }', 'extend type Query { b: Int }', 'schema { query: Query }', 'fragment F0 on Asset { ...F1 } fragment F1 on Asset { ...F0 }',
    'subscription Two { silence again: silence }', 'subscription Meta { __typename }'])).definitions] })],
  operationType: [all(Kind.OPERATION_DEFINITION), (node, random) => ({ ...node, operation: random.pick(['query', 'mutation', 'subscription']) })],
  operationName: [all(Kind.OPERATION_DEFINITION), (node, random) => ({ ...node, name: random.chance(0.5) ? undefined : name('Op1') })],
  introspection: [all(Kind.SELECTION_SET), (node, random) => ({ ...node, selections: [...node.selections, ...parse(random.pick([
    '{ __schema { queryType { name kind } mutationType { name } subscriptionType { fields { name } } } }',
    '{ __type(name: "Asset") { kind name fields { name args { name defaultValue } type { kind name ofType { name } } } interfaces { name } } }',
    '{ __type(name: "Holding") { kind possibleTypes { name } fields { name } } }',
    '{ meta: __type(name: "AssetFilterInput") { inputFields { name defaultValue type { kind name ofType { kind name } } } isOneOf } }', '{ of: __type(name: "Nope") { name } }',
    '{ side: __type(name: "Side") { enumValues { name isDeprecated } interfaces { name } ofType { name } specifiedByURL } }', '{ __typename }',
    '{ deep: __type(name: "Asset") { fields { type { fields { type { fields { type { name } } } } } } } }',
    '{ twice: __type(name: "Asset") { fields { type { fields { name } } } } }',
    '{ old: __type(name: "Portfolio") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }'])).definitions[0].selectionSet.selections] })],
};

function find(ast, matches) {
  const found = [];
  visit(ast, { enter: (node) => { if (matches(node)) found.push(node); } });
  return found;
}

// The same node may stand in several places; one of them is changed.
function changed(ast, [matches, change], random) {
  const found = find(ast, matches);
  if (found.length === 0) return ast;
  const target = random.pick(found);
  let isDone = false;
  return visit(ast, { enter: (node) => {
    if (isDone || node !== target) return undefined;
    isDone = true;
    return change(target, random, ast);
  } });
}

/** Mutates a document of the generator: { query, variables, operationName }. */
export function mutate({ ast, variables, operationName }, random) {
  const count = 1 + random.below(3);
  for (let i = 0; i < count; i++) ast = changed(ast, random.pick(Object.values(changes)), random);
  let query = print(ast);
  if (random.chance(0.12)) query = scramble(query, random);
  variables = { ...variables };
  const keys = Object.keys(variables);
  if (keys.length > 0 && random.chance(0.3)) {
    const key = random.pick(keys);
    if (random.chance(0.3)) delete variables[key];
    else variables[key] = random.pick(json);
  }
  if (random.chance(0.3)) variables.v = random.pick(json);
  if (random.chance(0.03)) operationName = random.pick(['Op0', 'Op1', 'Nope']);
  return { query, variables, operationName };
}

/** Changes a few characters. */
function scramble(text, random) {
  for (let i = 1 + random.below(2); i > 0; i--) {
    const at = random.below(text.length + 1);
    const length = random.chance(0.35) ? 0 : 1 + random.below(3);
    text = text.slice(0, at) + (random.chance(0.7) ? random.pick(characters) : '') + text.slice(at + length);
  }
  return text;
}
