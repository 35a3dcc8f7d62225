import { type Address, type DeclarationProblem, formatAddress, type ResourceModule } from '@setpoint/model';
import { defineResource, type Static, type TObject, type TypedInput } from '@setpoint/sdk';
import { withAccessHazards } from '../access/access-hazards.ts';
import { pathReferences } from '../paths/path-references.ts';
import { diffText } from './diff.ts';
import { observeText, textQueries } from './observe.ts';
import { textOperations } from './operations.ts';
import { predictText } from './predict.ts';
import { keepText, restoreText } from './restore.ts';
import { declareTarget, targetIdentity } from './target.ts';
import type { TextDeclared, TextEditor, TextState } from './text-edit.ts';

/** A resource type that changes a part of a text file. `Part` is what is declared of it, in canonical form and JSON in shape. */
export type TextEditDefinition<Schema extends TObject, Part> = {
  readonly type: string;
  readonly summary: string;
  readonly schema: Schema;
  readonly examples: readonly string[];
  readonly declarePart: (properties: Static<Schema>) => {
    readonly part: Part;
    readonly problems: readonly DeclarationProblem[];
  };
  readonly edit: TextEditor<Part>;
};

/** Makes the module of such a type: the new text is computed here and written as a whole file is, atomically and with its check. */
export function defineTextEdit<Part>() {
  return <Schema extends TObject>(definition: TextEditDefinition<Schema, Part>): ResourceModule => {
    const { type, summary, schema, examples, declarePart, edit } = definition;
    return defineResource<TextDeclared<Part>, TextState>()({
      type,
      channel: 'sh',
      summary,
      identityDescription: targetIdentity,
      schema,
      examples,
      declare: ({ identity: given, properties }: TypedInput<Schema>) => {
        const { identity, target, problems: targetProblems } = declareTarget(given, properties);
        const { part, problems: partProblems } = declarePart(properties);
        const problems = [...targetProblems, ...partProblems];
        if (problems.length > 0) return { kind: 'invalid', problems };
        return { kind: 'declared', identity, declared: { target, part, whole: null } };
      },
      claims: ({ target, whole }) => [`${whole === null ? '~' : ''}content of:${target.path}`],
      references: (declared) => textReferences(declared),
      queries: textQueries,
      observe: (declared, answers) => observeText(declared, answers, edit),
      diff: (declared, observed) => diffText(declared, observed, edit),
      operations: (declared, edits, observed) =>
        withAccessHazards(textOperations({ type, declared, edits, observed }, edit), declared.target.path, edits),
      predict: (declared, answers) => predictText(declared, answers, edit),
      paths: ({ target }) => [target.path],
      restore: restoreText,
      keep: keepText,
      undo: 'The whole file comes back as it was, up to 10 MiB. Content that may hold a secret is not kept.',
      importing: {
        kind: 'none',
        why: 'Which part of a file somebody cares for cannot be told from the file; `file` imports it as a whole.',
      },
    });
  };
}

/** A file that is declared as a whole is written before parts of it are changed. */
function textReferences({ target }: TextDeclared<unknown>): readonly Address[] {
  return [formatAddress('file', target.path), ...pathReferences(target.path)];
}
