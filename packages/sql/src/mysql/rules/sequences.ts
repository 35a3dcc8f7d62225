import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { asText, textOf } from '../text/members.ts';
import { changedMembers } from './column-speed.ts';
import { hazard, statement } from './statements.ts';

/** MariaDB's sequences. */
export const sequenceRule: KindRule = {
  noun: 'sequence',
  weight: 5,
  namesInTexts: 'quoted',
  create: (sequence) => ({
    statements: [statement(`CREATE SEQUENCE ${quoteName(sequence.name[0] ?? '')}${allOptions(sequence)}`)],
    absorbs: [],
  }),
  drop: ({ key, name }) => [
    statement(`DROP SEQUENCE ${quoteName(name[0] ?? '')}`, {
      hazards: [hazard('DB101', key, `The state of the sequence ${name[0]} is lost.`)],
    }),
  ],
  alter: (before, after) => {
    const changed = changedMembers(before.payload, after.payload);
    if (changed.includes('type')) return { kind: 'rebuild' };
    const name = quoteName(after.name[0] ?? '');
    const options = changed.filter((member) => member !== 'engine').map((member) => optionText(after, member));
    const engine = changed.includes('engine') ? [`ALTER TABLE ${name} ENGINE=${textOf(after.payload, 'engine')}`] : [];
    const texts = [...(options.length === 0 ? [] : [`ALTER SEQUENCE ${name}${options.join('')}`]), ...engine];
    return { kind: 'statements', statements: texts.map((text) => statement(text)) };
  },
  rename: (before, after) => [
    statement(`RENAME TABLE ${quoteName(before.name[0] ?? '')} TO ${quoteName(after.name[0] ?? '')}`),
  ],
  occupies: ({ name }) => [`relation ${name[0]}`],
};

function allOptions(sequence: Fact): string {
  const { type, engine } = sequence.payload;
  const members = ['start', 'minimum', 'maximum', 'increment', 'cache', 'cycle'];
  const as = type === '' ? '' : ` AS ${asText(type)}`;
  return `${as}${members.map((member) => optionText(sequence, member)).join('')} ENGINE=${asText(engine)}`;
}

function optionText({ payload }: Fact, member: string): string {
  const value = asText(payload[member]);
  switch (member) {
    case 'cycle':
      return payload[member] === true ? ' CYCLE' : ' NOCYCLE';
    case 'cache':
      return value === '0' ? ' NOCACHE' : ` CACHE ${value}`;
    default:
      return ` ${optionWords[member]} ${value}`;
  }
}

const optionWords: Readonly<Record<string, string>> = {
  start: 'START WITH',
  minimum: 'MINVALUE',
  maximum: 'MAXVALUE',
  increment: 'INCREMENT BY',
};
