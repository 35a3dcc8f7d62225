import {
  type Address,
  type Answers,
  type Edit,
  type EditValue,
  editValue,
  type Observed,
  type Operation,
  type Work,
} from '@setpoint/model';
import { defineResource, Type } from '@setpoint/sdk';
import type { Cell } from './fake-node.ts';

type CellDeclared = {
  readonly name: string;
  readonly state: 'present' | 'absent';
  readonly value: string | null;
  readonly password: string | null;
  readonly needs: readonly Address[];
};

/** A cell of a fake node: a value, a password, and a lock that is opened when there is something to set. */
export const cellModule = defineResource<CellDeclared, Cell>()({
  type: 'cell',
  channel: 'fake',
  summary: 'A cell of a fake node.',
  identityDescription: 'Name of the cell.',
  schema: Type.Object(
    {
      state: Type.Optional(
        Type.Union([Type.Literal('present'), Type.Literal('absent')], { description: 'Whether it is there.' }),
      ),
      value: Type.Optional(Type.String({ description: 'What it holds.' })),
      password: Type.Optional(Type.String({ description: 'What opens it.', 'x-sensitive': true })),
      needs: Type.Optional(Type.Array(Type.String(), { description: 'Addresses it implies a dependency on.' })),
    },
    { additionalProperties: false },
  ),
  examples: ['- cell: speed\n  value: "12"'],
  declare: ({ identity, properties }) => ({
    kind: 'declared',
    identity,
    declared: {
      name: identity,
      state: properties.state ?? 'present',
      value: properties.value ?? null,
      password: properties.password ?? null,
      needs: (properties.needs ?? []) as Address[],
    },
  }),
  references: ({ needs }) => needs,
  queries: ({ name }) => ({ cell: { kind: 'cell', name } }),
  observe: (_, answers) => ({ observed: observeCell(answers), problems: [] }),
  diff: diffCell,
  operations: cellOperations,
  predict: (declared) => ({ answers: { cell: predictCell(declared) } }),
});

function observeCell(answers: Answers): Observed<Cell> {
  const answer = answers['cell'] ?? { status: 'absent' };
  switch (answer.status) {
    case 'found':
      return { kind: 'present', state: answer.value as Cell };
    case 'absent':
      return { kind: 'absent' };
    case 'unknown':
      return { kind: 'unknown', cause: answer.cause };
    default:
      return answer satisfies never;
  }
}

function diffCell(declared: CellDeclared, observed: Observed<Cell>): readonly Edit[] {
  if (declared.state === 'absent') {
    if (observed.kind === 'absent') return [];
    return [{ path: 'state', before: beforeOf(observed, 'present'), after: editValue('absent') }];
  }
  const properties = (['value', 'password'] as const).filter((name) => declared[name] !== null);
  const edits = properties.flatMap((path) => {
    const after = declared[path] ?? '';
    const found = observed.kind === 'present' ? observed.state[path] : undefined;
    return found === after ? [] : [{ path, before: beforeOf(observed, found), after: editValue(after) }];
  });
  return edits;
}

function beforeOf(observed: Observed<Cell>, value: string | undefined): EditValue {
  return observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue(value);
}

function cellOperations(declared: CellDeclared, edits: readonly Edit[], observed: Observed<Cell>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { name } = declared;
  if (declared.state === 'absent')
    return { operations: [operation(`remove ${name}`, { kind: 'unset', name })], reasons: [] };
  const locked = observed.kind === 'present' && observed.state.locked === true;
  const operations = [
    ...(locked ? [operation(`unlock ${name}`, { kind: 'unlock', name })] : []),
    ...edits.map(({ path: property, after }) =>
      operation(`set ${property} of ${name}`, {
        kind: 'set',
        name,
        property,
        value: after.kind === 'value' ? after.value : null,
      }),
    ),
  ];
  return { operations, reasons: [] };
}

function operation(title: string, action: Operation['action']): Operation {
  return { title, action, timeoutMs: 1000, hazards: [], repeatable: true };
}

function predictCell({ state, value, password }: CellDeclared): Answers[string] {
  if (state === 'absent') return { status: 'absent' };
  return {
    status: 'found',
    value: { ...(value === null ? {} : { value }), ...(password === null ? {} : { password }) },
  };
}
