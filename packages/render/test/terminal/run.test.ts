import { renderRun } from '@setpoint/render';
import { expect } from 'chai';
import { namedPalette, plainOptions } from '../fixtures/options.ts';
import { convergedRun, mixedRun } from '../fixtures/runs.ts';
import { expectGolden } from '../golden.ts';

describe('the end of an apply', () => {
  it('tells what changed and that all nodes converged', () => {
    expect(renderRun(convergedRun, { ...plainOptions, durationMs: 3456 })).to.equal(
      [
        'Changed',
        '  write /etc/motd',
        '    web1',
        '',
        'Run r1: 1 operation done; 2 of 2 nodes converged in 3.5 s.',
        '',
      ].join('\n'),
    );
  });

  it('tells failures by cause, what is unknown and what was not started', () => {
    expectGolden('run.txt', renderRun(mixedRun, { ...plainOptions, durationMs: 125_000 }));
  });

  it('tells the words of one transaction once, below everything that it was to do', () => {
    const [first] = convergedRun.nodes;
    if (first === undefined) throw new Error('no node');
    const failed = { status: 'failed', durationMs: 1, reason: 'no package crul', output: 'E: no crul\n' } as const;
    const outcomes = ['curl', 'crul', 'jq'].map((name) => ({
      address: `package:${name}` as const,
      title: `install ${name}`,
      outcome: failed,
    }));
    const text = renderRun(
      { ...convergedRun, nodes: [{ ...first, status: 'failed', outcomes, diagnostics: [] }] },
      plainOptions,
    );
    expect(text.split('\n').slice(0, 7)).to.deep.equal([
      'Failed',
      '  install curl',
      '  install crul',
      '  install jq',
      '    web1',
      '      no package crul',
      '      | E: no crul',
    ]);
  });

  it('tells the whole reason of a failure, over several lines', () => {
    const [first] = convergedRun.nodes;
    if (first === undefined) throw new Error('no node');
    const reason =
      'ramp (holding 130): the device refuses function 6 with exception 4. An interlock keeps it from it. Look at its state.';
    const outcome = { status: 'failed', durationMs: 1, reason } as const;
    const outcomes = [{ address: 'register:ramp', title: 'write ramp', outcome }] as const;
    const text = renderRun(
      { ...convergedRun, nodes: [{ ...first, status: 'failed', outcomes, diagnostics: [] }] },
      { ...plainOptions, width: 60 },
    );
    expect(text.split('\n').slice(3, 6)).to.deep.equal([
      '      ramp (holding 130): the device refuses function 6 with',
      '      exception 4. An interlock keeps it from it. Look at',
      '      its state.',
    ]);
  });

  it('colours failures and success differently', () => {
    expectGolden('run-colour.txt', renderRun(mixedRun, { ...plainOptions, palette: namedPalette }));
  });
});
