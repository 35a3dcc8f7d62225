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
  ];
  for (const [title, planned, read, expected] of cases) {
    it(title, () => {
      const overlay = new AnswerOverlay();
      for (const plan of planned) plan(overlay);
      assert.deepEqual(overlay.answer(query, read), expected);
    });
  }
});
