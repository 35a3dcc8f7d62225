import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteString } from '../quote.ts';
import { hazard, statement } from './statements.ts';

/**
 * The statement that makes something whose text the server keeps together with the modes of the session. Where these are not the
 * session's own, they are set for the one statement and set back behind it.
 */
export function storedStatement(fact: Fact, text: string, hazards: readonly SchemaHazard[] = []): Statement {
  const modes = [
    mode(fact, 'sqlMode', { session: 'sessionSqlMode', variable: 'sql_mode' }),
    mode(fact, 'timeZone', { session: 'sessionTimeZone', variable: 'time_zone' }),
  ].flatMap((each) => each ?? []);
  if (modes.length === 0) return statement(text, { hazards });
  const set = (side: 'own' | 'session'): string =>
    `SET SESSION ${modes.map((each) => `${each.variable} = ${quoteString(each[side])}`).join(', SESSION ')}`;
  return statement(`${set('own')};\n${text};\n${set('session')}`, { hazards });
}

type Mode = { readonly variable: string; readonly own: string; readonly session: string };

function mode(
  { payload, info }: Fact,
  member: string,
  { session, variable }: { readonly session: string; readonly variable: string },
): Mode | undefined {
  const [own, present] = [payload[member], info?.[session]];
  if (typeof own !== 'string' || typeof present !== 'string' || own === present) return undefined;
  return { variable, own, session: present };
}

/** ``DEFINER=`app`@`%` `` where the declaration names one beside the account that it was loaded as; else nothing. */
export function definerClause({ info }: Fact): string {
  const { definer, reader } = info ?? {};
  return typeof definer === 'string' && definer !== '' && definer !== reader ? `DEFINER=${definer} ` : '';
}

/** What changes for those who use it when somebody else becomes the definer. */
export function definerHazards(before: Fact, after: Fact): readonly SchemaHazard[] {
  const [old, wanted] = [before.info?.['definer'], after.info?.['definer']];
  if (typeof old !== 'string' || typeof wanted !== 'string' || old === wanted) return [];
  const what = `${after.name.join('.')} runs with the rights of ${wanted} from then on, no longer with those of ${old}.`;
  return [hazard('DB401', after.key, what)];
}
