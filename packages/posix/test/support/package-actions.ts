import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { packageModule } from '../../src/modules/package/index.ts';
import { type Converged, converge } from './converge.ts';
import type { FleetNode } from './fleet-node.ts';

/** What tests do with packages of a node, by name and properties. */
export type PackageActions = {
  /** Applies once, whatever comes of it. */
  readonly plan: (identity: string, properties?: JsonObject) => Promise<Converged>;
  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  readonly apply: (identity: string, properties?: JsonObject) => Promise<Converged>;
  /** The reason of the first operation that failed; what came of all when none did. */
  readonly failure: (identity: string, properties?: JsonObject) => Promise<string>;
  /** The problems that the plan tells, each with its code. */
  readonly problems: (identity: string, properties?: JsonObject) => Promise<readonly string[]>;
};

/** The actions on a node that is opened by the time a test runs. */
export function packageActions(node: () => FleetNode): PackageActions {
  const plan = (identity: string, properties: JsonObject = {}) =>
    converge(node(), packageModule, { identity, properties });
  return {
    plan,
    apply: async (identity, properties = {}) => {
      const result = await plan(identity, properties);
      expect(result.problems).to.deep.equal([]);
      const reasons = result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status));
      expect(reasons).to.deep.equal(result.titles.map(() => 'done'));
      expect(result.remaining).to.deep.equal([]);
      expect(result.predicted).to.deep.equal([]);
      expect((await plan(identity, properties)).titles).to.deep.equal([]);
      return result;
    },
    failure: async (identity, properties = {}) => {
      const { outcomes } = await plan(identity, properties);
      const failed = outcomes.find((outcome) => outcome.status === 'failed');
      return failed?.status === 'failed' ? failed.reason : JSON.stringify(outcomes);
    },
    problems: async (identity, properties = {}) =>
      (await plan(identity, properties)).problems.map(({ code, detail }) => `${code} ${detail}`),
  };
}
