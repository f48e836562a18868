// Where we differ from graphql-js on purpose: each with its reason, and how to tell.
import { parse } from 'graphql';
import { canMergeAll } from './merging.mjs';

const deviations = [
  {
    reason: 'a variable of @skip or @include that is null stops the request, as in HotChocolate; graphql-js finds it when it gets there, and blames the field around',
    explains: ({ ours, request }) => ours.kind === 'refused' && ours.errors[0].message.includes('decides about @skip or @include')
      && request.variables[ours.errors[0].extensions.variable] === null,
  },
  {
    reason: 'introspection may not list fields, interfaces or types inside themselves, as in HotChocolate; graphql-js refuses it at the third level',
    explains: ({ ours, theirs }) => ours.kind === 'refused' && theirs.kind === 'executed' && ours.errors.every(({ extensions }) => extensions?.code === 'HC0086'),
  },
  {
    reason: 'a field may come back inside itself only so often, as in HotChocolate; graphql-js has no such limit',
    explains: ({ ours, theirs }) => ours.kind === 'refused' && theirs.kind === 'executed' && ours.errors.every(({ extensions }) => extensions?.code === 'HC0087'),
  },
  {
    reason: 'whether the content of a literal fits its scalar is found where it is used, as in HotChocolate; graphql-js finds it in validation',
    explains: ({ ours, theirs }) => ours.kind === 'executed' && theirs.kind === 'invalid'
      && theirs.errors.every(({ message }) => /cannot represent non 32-bit signed integer value|This is no decimal/.test(message)),
  },
  {
    reason: 'fields conflict, but graphql-js does not see it: it compares two fragments once, though they may stand among other fields again',
    explains: ({ ours, theirs, request, schema }) => ours.kind === 'refused' && theirs.kind !== 'invalid' && theirs.kind !== 'syntax'
      && ours.errors.every(({ extensions }) => extensions?.specifiedBy?.endsWith('Field-Selection-Merging')) && !canMergeAll(schema, parse(request.query)),
  },
  {
    reason: 'a string is the same argument in quotes and as a block, as in HotChocolate; graphql-js compares the text',
    explains: ({ ours, theirs, request, schema }) => ours.kind === 'executed' && theirs.kind === 'invalid'
      && [...theirs.against].join() === 'OverlappingFieldsCanBeMergedRule' && canMergeAll(schema, parse(request.query)),
  },
];

/** Why this difference is one on purpose; undefined if it is not. */
export const explain = (difference) => deviations.find(({ explains }) => explains(difference))?.reason;
