import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { statement } from './statements.ts';
import { definerClause, definerHazards, storedStatement } from './stored-text.ts';

/** Triggers, each in its place among those for the same moment. */
export const triggerRule: KindRule = {
  noun: 'trigger',
  body: ({ payload }) => textOf(payload, 'body'),
  weight: 80,
  namesInTexts: 'kept',
  create: (trigger, context) => ({
    statements: [storedStatement(trigger, triggerText(trigger, 'CREATE', context))],
    absorbs: [],
  }),
  drop: ({ name }) => [statement(`DROP TRIGGER ${quoteName(name[1] ?? '')}`)],
  alter: replaceTrigger,
  occupies: ({ name }) => [`trigger ${name[1]}`],
};

/** MySQL cannot replace one. */
function replaceTrigger(before: Fact, after: Fact, context: RuleContext): Alteration {
  if (context.product === 'mysql') return { kind: 'rebuild' };
  const text = triggerText(after, 'CREATE OR REPLACE', context);
  return { kind: 'statements', statements: [storedStatement(after, text, definerHazards(before, after))] };
}

/** Written as it was declared, because the server keeps and shows these words. */
function triggerText(trigger: Fact, verb: string, context: RuleContext): string {
  const { payload, info } = trigger;
  const [table = '', name = ''] = trigger.name;
  const moment = `${textOf(payload, 'timing')} ${textOf(payload, 'event')} ON ${quoteName(table)} FOR EACH ROW`;
  const declared = textOf(info, 'head').replace(/^CREATE\s+/i, '');
  const head = declared === '' ? `TRIGGER ${quoteName(name)} ${moment} ` : declared;
  return `${verb} ${definerClause(trigger)}${head}${placeOf(trigger, context)}${textOf(payload, 'body')}`;
}

/** A trigger goes behind all others for its moment; one that another one follows which stays must be put before that one. */
function placeOf({ parent, name, payload }: Fact, context: RuleContext): string {
  const next = context.wantedChildren(parent ?? '').find((other) => {
    const isNext = other.kind === 'trigger' && other.payload['follows'] === name[1];
    return isNext && isSameMoment(other.payload, payload) && !context.isNew(other.key);
  });
  const present = next === undefined ? undefined : context.live(next.key);
  const stays = present !== undefined && isSameMoment(present.payload, payload);
  return stays ? `PRECEDES ${quoteName(present.name[1] ?? '')} ` : '';
}

function isSameMoment(left: JsonObject, right: JsonObject): boolean {
  return left['timing'] === right['timing'] && left['event'] === right['event'];
}
