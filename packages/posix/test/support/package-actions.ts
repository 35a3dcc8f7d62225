import type { EditValue, JsonObject } from '@setpoint/model';
import type { ArchiveBody } from '@setpoint/testkit';
import { expect } from 'chai';
import { packageModule } from '../../src/modules/package/index.ts';
import { type Converged, converge } from './converge.ts';
import type { FleetNode } from './fleet-node.ts';

/** The bytes of the package file that `source` names. */
export type PackageFile = Buffer;

/** What tests do with packages of a node, by name and properties. */
export type PackageActions = {
  /** Applies once, whatever comes of it. */
  readonly plan: (identity: string, properties?: JsonObject, file?: PackageFile) => Promise<Converged>;
  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  readonly apply: (identity: string, properties?: JsonObject, file?: PackageFile) => Promise<Converged>;
  /** The reason of the first operation that failed; what came of all when none did. */
  readonly failure: (identity: string, properties?: JsonObject, file?: PackageFile) => Promise<string>;
  /** The problems that the plan tells, each with its code. */
  readonly problems: (identity: string, properties?: JsonObject, file?: PackageFile) => Promise<readonly string[]>;
};

/** The actions on a node that is opened by the time a test runs. */
export function packageActions(node: () => FleetNode): PackageActions {
  const plan = (identity: string, properties: JsonObject = {}, file?: PackageFile) =>
    converge(node(), packageModule, { identity, properties, ...(file === undefined ? {} : { body: bodyOf(file) }) });
  return {
    plan,
    apply: async (identity, properties = {}, file) => {
      const result = await plan(identity, properties, file);
      expectDone(result);
      expect((await plan(identity, properties, file)).titles).to.deep.equal([]);
      return result;
    },
    failure: async (identity, properties = {}, file) => {
      const { outcomes } = await plan(identity, properties, file);
      const failed = outcomes.find((outcome) => outcome.status === 'failed');
      return failed?.status === 'failed' ? failed.reason : JSON.stringify(outcomes);
    },
    problems: async (identity, properties = {}, file) =>
      (await plan(identity, properties, file)).problems.map(({ code, detail }) => `${code} ${detail}`),
  };
}

/** Expects that everything was done and came out as predicted. */
export function expectDone(result: Converged): void {
  expect(result.problems).to.deep.equal([]);
  const reasons = result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status));
  expect(reasons).to.deep.equal(result.titles.map(() => 'done'));
  expect(result.remaining).to.deep.equal([]);
  expect(result.predicted).to.deep.equal([]);
}

/** Edits as `path before → after`, with a dash for nothing. */
export function shownEdits({ edits }: Pick<Converged, 'edits'>): readonly string[] {
  const shown = (value: EditValue): string =>
    value.kind === 'value' ? JSON.stringify(value.value).replaceAll('"', '') : value.kind === 'unknown' ? '?' : '-';
  return edits.map(({ path, before, after }) => `${path} ${shown(before)} → ${shown(after)}`);
}

function bodyOf(file: PackageFile): ArchiveBody {
  return { base64: file.toString('base64'), members: [] };
}
