// Makes random documents for a schema, most of them valid: every kind of selection, argument, variable, fragment and directive.
import {
  astFromValue, isCompositeType, getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType,
  isObjectType, isRequiredArgument, isRequiredInputField, isAbstractType, Kind,
} from 'graphql';

export const name = (value) => ({ kind: Kind.NAME, value });
export const argument = (key, value) => ({ kind: Kind.ARGUMENT, name: name(key), value });
export const directive = (key, args = []) => ({ kind: Kind.DIRECTIVE, name: name(key), arguments: args });
export const variable = (key) => ({ kind: Kind.VARIABLE, name: name(key) });
export const namedType = (type) => ({ kind: Kind.NAMED_TYPE, name: name(type) });

const typeNode = (type) =>
  isNonNullType(type) ? { kind: Kind.NON_NULL_TYPE, type: typeNode(type.ofType) }
    : isListType(type) ? { kind: Kind.LIST_TYPE, type: typeNode(type.ofType) }
      : namedType(type.name);

const texts = ['', 'main', 'ACME', 'BTC', 'spare', 'ä"\\/', 'two\nlines', '💹', '  indented\n    more\n  less', '\u2028'];
const wholeNumbers = [0, 1, 2, 3, -1, 7, 100, 2147483647, -2147483648];
const fractions = [0.5, -2.25, 1e21, 3, 1.5e-7, 0, 123456789.125];
const decimals = ['0', '1.50', '-3.25', '100'];

export class Documents {
  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
    this.composites = Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && !type.name.startsWith('__'));
  }

  /** A document with what is sent beside it: { ast, variables, operationName }. */
  next() {
    const { random } = this;
    this.fragments = [];
    this.variables = {};
    this.aliases = 0;
    this.budget = 24;
    const count = random.chance(0.1) ? 2 : 1;
    const operations = Array.from({ length: count }, (_, i) => this.#operation(count > 1 || random.chance(0.4) ? `Op${i}` : undefined));
    return {
      ast: { kind: Kind.DOCUMENT, definitions: this.#shuffled([...operations, ...this.fragments]) },
      variables: this.variables,
      operationName: count > 1 || random.chance(0.1) ? operations[0].name?.value : undefined,
    };
  }

  #operation(operationName) {
    const { random, schema } = this;
    const operation = random.weighted({ query: 80, mutation: 12, subscription: 8 });
    this.definitions = new Map();
    this.spreadable = [];
    this.isSubscription = operation === 'subscription';
    const type = schema.getRootType(operation);
    let selections = this.#selections(type, 0);
    // An operation that subscribes to two things, or maybe to none, is invalid: keep the one that ends by itself.
    if (this.isSubscription) {
      selections = [this.#field(type, type.getFields().ticks, 0)];
      selections[0].directives = [];
    }
    return {
      kind: Kind.OPERATION_DEFINITION,
      operation,
      name: operationName && name(operationName),
      variableDefinitions: [...this.definitions.values()],
      directives: [],
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
  }

  #selections(type, depth) {
    const { random } = this;
    const selections = [];
    const count = 1 + random.below(depth === 0 ? 5 : 4);
    for (let i = 0; i < count; i++) {
      const kind = random.weighted({ field: 70, typename: 6, inline: depth < 6 ? 14 : 0, spread: depth < 6 ? 10 : 0 });
      const made = kind === 'inline' ? this.#inline(type, depth) : kind === 'spread' ? this.#spread(type, depth)
        : kind === 'field' ? this.#anyField(type, depth) : undefined;
      selections.push(made ?? this.#typename());
    }
    return selections;
  }

  #typename() {
    const alias = this.random.chance(0.2) ? name(`t${this.random.below(3)}`) : undefined;
    return { kind: Kind.FIELD, alias, name: name('__typename'), arguments: [], directives: this.#conditions() };
  }

  #anyField(type, depth) {
    const fields = Object.values(type.getFields?.() ?? {});
    // Deep down only leaves are chosen, so that documents stay small.
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const choice = (depth > 4 || this.budget <= 0) ? leaves : fields;
    return choice.length === 0 ? undefined : this.#field(type, this.random.pick(choice), depth);
  }

  #field(type, field, depth) {
    const { random } = this;
    this.budget--;
    const args = this.#arguments(field.args, isRequiredArgument);
    const named = getNamedType(field.type);
    // Fields with arguments mostly get a name of their own, since the same field with other arguments would be in conflict.
    const own = () => (random.chance(0.95) ? `a${++this.aliases}` : 'same');
    const alias = random.chance(args.length > 0 ? 0.9 : 0.15) ? name(own()) : undefined;
    return {
      kind: Kind.FIELD,
      alias,
      name: name(field.name),
      arguments: args,
      directives: this.#conditions(),
      selectionSet: isCompositeType(named) ? { kind: Kind.SELECTION_SET, selections: this.#selections(named, depth + 1) } : undefined,
    };
  }

  #arguments(definitions, isRequired) {
    return this.#shuffled(definitions.filter((definition) => isRequired(definition) || this.random.chance(0.6))
      .map((definition) => argument(definition.name, this.#value(definition.type, 0, definition.defaultValue !== undefined))));
  }

  #inline(type, depth) {
    const condition = this.random.chance(0.25) ? undefined : this.#overlapping(type);
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: condition && namedType(condition.name),
      directives: this.#conditions(),
      selectionSet: { kind: Kind.SELECTION_SET, selections: this.#selections(condition ?? type, depth + 1) },
    };
  }

  // A fragment is made with its first spread; it may only be spread again where its variables are declared, so in the same operation.
  #spread(type, depth) {
    const { random } = this;
    const known = this.spreadable.filter(({ condition }) => this.#possible(condition).some((possible) => this.#possible(type).includes(possible)));
    let fragment = random.chance(0.5) ? random.pick(known) : undefined;
    if (!fragment) {
      const condition = this.#overlapping(type);
      fragment = { condition, name: `F${this.fragments.length}` };
      const definition = { kind: Kind.FRAGMENT_DEFINITION, name: name(fragment.name), typeCondition: namedType(condition.name), directives: [] };
      this.fragments.push(definition);
      definition.selectionSet = { kind: Kind.SELECTION_SET, selections: this.#selections(condition, depth + 1) };
      this.spreadable.push(fragment);
    }
    return { kind: Kind.FRAGMENT_SPREAD, name: name(fragment.name), directives: this.#conditions() };
  }

  #possible(type) {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }

  #overlapping(type) {
    const own = this.#possible(type);
    return this.random.pick(this.composites.filter((other) => other === type || this.#possible(other).some((possible) => own.includes(possible))));
  }

  #conditions() {
    if (this.isSubscription || !this.random.chance(0.08)) return [];
    const boolean = this.schema.getType('Boolean');
    const required = this.schema.getDirective('skip').args[0].type;
    const value = this.random.chance(0.5) ? { kind: Kind.BOOLEAN, value: this.random.chance(0.5) } : this.#variable(boolean, required, false, 0.02);
    return this.#shuffled(['skip', 'include']).slice(0, this.random.chance(0.85) ? 1 : 2).map((key) => directive(key, [argument('if', value)]));
  }

  /** A literal or variable that fits a type. */
  #value(type, depth, hasDefault) {
    const { random } = this;
    if (random.chance(depth === 0 ? 0.3 : 0.15)) return this.#variable(type, type, hasDefault);
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    return random.chance(0.1) ? { kind: Kind.NULL } : this.#literal(type, depth);
  }

  #literal(type, depth) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(0.15)) return this.#value(type.ofType, depth + 1, false);
      return { kind: Kind.LIST, values: Array.from({ length: random.below(4) }, () => this.#value(type.ofType, depth + 1, false)) };
    }
    if (isInputObjectType(type)) {
      const fields = this.#inputFields(type, depth).map((field) => ({
        kind: Kind.OBJECT_FIELD,
        name: name(field.name),
        value: type.isOneOf ? this.#oneOfValue(field.type, depth) : this.#value(field.type, depth + 1, field.defaultValue !== undefined),
      }));
      return { kind: Kind.OBJECT, fields };
    }
    const value = this.#leaf(type);
    if (isEnumType(type)) return { kind: Kind.ENUM, value };
    if (type.name === 'String' && random.chance(0.3)) return { kind: Kind.STRING, value: value.replaceAll('\u2028', ''), block: true };
    if (type.name === 'Decimal') return { kind: Kind.STRING, value };
    return astFromValue(value, type);
  }

  // The only field of such an object must not be null, whatever its type says.
  #oneOfValue(type, depth) {
    return this.random.chance(0.2) ? this.#variable(type, { nonNull: true, type }, false) : this.#literal(type, depth + 1);
  }

  #inputFields(type, depth) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) return [this.random.pick(fields)];
    return this.#shuffled(fields.filter((field) => isRequiredInputField(field) || (depth < 3 && this.random.chance(0.4))));
  }

  #leaf(type) {
    const { random } = this;
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    switch (type.name) {
      case 'Int': return random.pick(wholeNumbers);
      case 'Float': return random.pick(random.chance(0.3) ? wholeNumbers : fractions);
      case 'Boolean': return random.chance(0.5);
      case 'ID': return random.pick(['1', 'x', '17', '007', '']);
      case 'Decimal': return random.pick(decimals);
      default: return random.pick(texts);
    }
  }

  /** A variable for a place: declared exactly so, or stricter, or with a default instead of a non-null mark. */
  #variable(type, location, hasDefault, nulls = 0.1) {
    const { random } = this;
    const mustBeNonNull = location.nonNull || isNonNullType(location);
    const nullable = isNonNullType(type) ? type.ofType : type;
    const byDefault = mustBeNonNull && !location.nonNull && random.chance(0.3);
    const isStrict = mustBeNonNull ? !byDefault && !(hasDefault && random.chance(0.5)) : random.chance(0.2);
    const key = `v${Object.keys(this.variables).length + this.definitions.size}${random.below(1e6).toString(36)}`;
    const plain = typeNode(nullable);
    this.definitions.set(key, {
      kind: Kind.VARIABLE_DEFINITION,
      variable: variable(key),
      type: isStrict ? { kind: Kind.NON_NULL_TYPE, type: plain } : plain,
      defaultValue: byDefault || random.chance(0.2) ? this.#constant(nullable) : undefined,
      directives: [],
    });
    const { defaultValue } = this.definitions.get(key);
    if ((isStrict && !defaultValue) || random.chance(0.7)) this.variables[key] = !isStrict && random.chance(nulls) ? null : this.#json(nullable, 0);
    return variable(key);
  }

  // A literal without variables: one that has some is made again.
  #constant(type) {
    const { definitions, variables } = this;
    let literal;
    do {
      this.definitions = new Map();
      this.variables = {};
      literal = this.#literal(type, 2);
    } while (this.definitions.size > 0);
    Object.assign(this, { definitions, variables });
    return literal;
  }

  /** The JSON of a variable of a type that is not null. */
  #json(type, depth) {
    const { random } = this;
    const maybe = (inner) => isNonNullType(inner) ? this.#json(inner.ofType, depth + 1) : random.chance(0.1) ? null : this.#json(inner, depth + 1);
    if (isListType(type)) return random.chance(0.15) ? maybe(type.ofType) : Array.from({ length: random.below(4) }, () => maybe(type.ofType));
    if (isInputObjectType(type)) {
      return Object.fromEntries(this.#inputFields(type, depth).map((field) =>
        [field.name, type.isOneOf ? this.#json(field.type, depth + 1) : maybe(field.type)]));
    }
    return this.#leaf(type);
  }

  #shuffled(list) {
    return list.map((item) => [this.random.next(), item]).sort(([a], [b]) => a - b).map(([, item]) => item);
  }
}
