import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import type { UnitValue } from '../../../src/queries/unit.ts';
import { declareOrThrow } from '../../support/converge.ts';

export const absent: Answer = { status: 'absent' };
export const found = (value: JsonObject): Answer => ({ status: 'found', value });
export const stat = (modified: string): Answer => found({ type: 'file', modified });

export const unit = (more: Partial<UnitValue> = {}): Answer =>
  found({
    id: 'nginx.service',
    loadState: 'loaded',
    loadError: '',
    activeState: 'active',
    subState: 'running',
    fileState: 'enabled',
    canBeEnabled: true,
    needsReload: false,
    loadedSince: '',
    fragmentPath: '/lib/systemd/system/nginx.service',
    dropIns: [],
    type: 'notify',
    result: 'success',
    mainPid: 42,
    canReload: true,
    reloadFailed: false,
    triggeredBy: [],
    remainsAfterExit: false,
    activeSince: '2026-11-23 10:00:00.000000',
    changedSince: '2026-11-23 10:00:00.000000',
    ...more,
  });

/** A declaration, what the node answers, and what comes of it. */
export type Case = {
  readonly title: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly titles?: readonly string[];
  readonly reasons?: readonly string[];
  readonly problems?: readonly string[];
  readonly warnings?: readonly string[];
};

export const up = { running: true, enabled: true };

/** What comes of the declaration is what the case says, and a second plan has nothing to do. */
export function holds(identity: string, { properties, answers: given, ...expected }: Case): void {
  const declared = declareOrThrow(service, { identity, properties });
  const answers = {
    ...Object.fromEntries(Object.keys(service.queries(declared)).map((name) => [name, absent])),
    ...given,
  };
  const { observed, problems } = service.observe(declared, answers);
  const codes = (severity: string) => problems.filter((each) => each.severity === severity).map(({ code }) => code);
  expect(codes('error')).to.deep.equal(expected.problems ?? []);
  expect(codes('warning')).to.deep.equal(expected.warnings ?? []);
  if (expected.problems !== undefined) return;
  const edits = service.diff(declared, observed);
  const { operations, reasons } = service.operations(declared, edits, observed);
  expect(operations.map((operation) => operation.title)).to.deep.equal(expected.titles ?? []);
  expect(reasons).to.deep.equal(expected.reasons ?? []);
  const after = { ...answers, ...service.predict(declared, answers).answers };
  const again = service.observe(declared, edits.length === 0 ? answers : after).observed;
  expect(service.diff(declared, again), 'a second plan').to.deep.equal([]);
}
