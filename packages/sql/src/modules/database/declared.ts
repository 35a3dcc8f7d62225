import type { DeclarationProblem } from '@setpoint/model';
import type { Static, TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { nameProblems } from '../server-object/names.ts';
import { type DeclaredSettings, declareSettings, settingsProblems } from '../server-object/settings.ts';
import type { databaseSchema } from './schema.ts';

/** A database as declared; null leaves what is there. */
export type DatabaseDeclared = {
  readonly name: string;
  readonly state: 'present' | 'absent';
  readonly owner: string | null;
  readonly encoding: string | null;
  readonly collate: string | null;
  readonly ctype: string | null;
  readonly localeProvider: string | null;
  readonly icuLocale: string | null;
  readonly template: string | null;
  readonly tablespace: string | null;
  readonly connectionLimit: number | null;
  readonly allowConnections: boolean | null;
  readonly isTemplate: boolean | null;
  readonly settings: DeclaredSettings | null;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly comment: string | null;
  readonly force: boolean;
};

type Properties = Static<typeof databaseSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareDatabase({
  identity,
  properties,
}: TypedInput<typeof databaseSchema>): TypedDeclaration<DatabaseDeclared> {
  const problems = [
    ...nameProblems({
      '': identity,
      owner: properties.owner,
      template: properties.template,
      tablespace: properties.tablespace,
    }),
    ...localeProblems(properties),
    ...settingsProblems(properties.settings),
    ...stateProblems(properties),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'declared', identity, declared: toDeclared(identity, properties) };
}

function toDeclared(name: string, properties: Properties): DatabaseDeclared {
  return {
    name,
    state: properties.state ?? 'present',
    ...localeOf(properties),
    owner: properties.owner ?? null,
    template: properties.template ?? null,
    tablespace: properties.tablespace ?? null,
    connectionLimit: properties.connection_limit ?? null,
    allowConnections: properties.allow_connections ?? null,
    isTemplate: properties.is_template ?? null,
    settings: declareSettings(properties.settings),
    comment: properties.comment ?? null,
    force: properties.force ?? false,
  };
}

function localeOf(properties: Properties) {
  return {
    encoding: properties.encoding ?? null,
    collate: properties.collate ?? properties.locale ?? null,
    ctype: properties.ctype ?? properties.locale ?? null,
    localeProvider: properties.locale_provider ?? null,
    icuLocale: properties.icu_locale ?? null,
    charset: properties.charset ?? null,
    collation: properties.collation ?? null,
  };
}

function localeProblems({
  locale,
  collate,
  ctype,
  icu_locale: icu,
  locale_provider: provider,
  charset,
  collation,
}: Properties) {
  const problems: DeclarationProblem[] = [];
  if (locale !== undefined && (collate ?? ctype) !== undefined) {
    const detail = '`locale` gives both `collate` and `ctype`, so they cannot be declared beside it.';
    problems.push({ property: 'locale', detail, hint: 'remove `locale`, or the other two' });
  }
  if (icu !== undefined && provider !== 'icu') {
    problems.push({ property: 'icu_locale', detail: 'Only ICU has such locales.', hint: 'add `locale_provider: icu`' });
  }
  for (const [property, word] of Object.entries({ charset, collation })) {
    if (word !== undefined && !/^\w+$/.test(word))
      problems.push({ property, detail: `"${word}" is no name of a ${property}.` });
  }
  return problems;
}

function stateProblems({ state, force }: Properties): readonly DeclarationProblem[] {
  if (force === undefined || state === 'absent') return [];
  return [
    { property: 'force', detail: 'It tells how to remove, and the database is to be there.', hint: 'remove `force`' },
  ];
}
