import type { Answer, Query } from '@setpoint/model';
import { assert } from 'chai';
import { AnswerOverlay } from '../../src/gather/overlay.ts';

const query: Query = { kind: 'stat', path: '/srv/app' };
const found: Answer = { status: 'found', value: { type: 'directory' } };
const absent: Answer = { status: 'absent' };
const afterCommand: Answer = { status: 'unknown', cause: { kind: 'after', address: 'command:unpack' } };

/** What a removal, a creation and a command foresee. */
const removal = (overlay: AnswerOverlay): void =>
  overlay.apply('directory:/srv/app', { stat: query }, { answers: { stat: absent } });
const creation = (overlay: AnswerOverlay): void =>
  overlay.apply('directory:/srv/app', { stat: query }, { answers: { stat: found } });
const command = (overlay: AnswerOverlay): void =>
  overlay.apply('command:unpack', {}, { answers: {}, unsettles: ['stat'] });

/** What checkouts foresee of all below them: one around the path, and one beside it. */
const around = (overlay: AnswerOverlay): void =>
  overlay.apply('command:unpack', {}, { answers: {}, unsettles: ['stat'], unsettlesBelow: ['/opt', '/srv'] });
const beside = (overlay: AnswerOverlay): void =>
  overlay.apply('git:/srv/ap', {}, { answers: {}, unsettles: ['stat'], unsettlesBelow: ['/srv/ap', '/srv/app/sub'] });

describe('what a node will answer', () => {
  const cases: readonly (readonly [string, readonly ((overlay: AnswerOverlay) => void)[], Answer, Answer])[] = [
    ['is what it answers now where nothing was planned', [], found, found],
    ['is what was foreseen', [removal], found, absent],
    ['is not known where something was absent and a command may bring it', [command], absent, afterCommand],
    ['is what was found where a command may bring more', [command], found, found],
    [
      'is not known where something was removed and a later command may bring it again',
      [removal, command],
      found,
      afterCommand,
    ],
    ['is that something is gone where it was removed after a command', [command, removal], found, absent],
    ['is what was made, whatever a command may bring', [creation, command], absent, found],
    ['is that nothing is there where a checkout brings what lies elsewhere', [beside], absent, absent],
    [
      'is not known where a checkout around it may bring it, before or after another',
      [around, beside],
      absent,
      afterCommand,
    ],
    ['is not known where it was removed before a checkout around it', [beside, removal, around], found, afterCommand],
    [
      'is that something is gone where it was removed after a checkout around it',
      [around, removal, beside],
      found,
      absent,
    ],
    ['is not known after a command, whatever is checked out elsewhere', [command, beside], absent, afterCommand],
  ];
  for (const [title, planned, read, expected] of cases) {
    it(title, () => {
      const overlay = new AnswerOverlay();
      for (const plan of planned) plan(overlay);
      assert.deepEqual(overlay.answer(query, read), expected);
    });
  }
});
