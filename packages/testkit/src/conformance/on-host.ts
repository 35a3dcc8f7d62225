import type { ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { answersOf, type Converged, converge } from './converge.ts';
import { declareOrThrow, declareWith } from './evaluate.ts';
import {
  type ConformanceFixture,
  type ConformanceHost,
  type ConformanceNode,
  type Declared,
  hostileTexts,
} from './fixture.ts';
import { plansOfImport } from './imported.ts';

/** A module with its data and the host of the running test. */
type Subject = {
  readonly module: ResourceModule;
  readonly fixture: ConformanceFixture;
  readonly host: () => ConformanceHost;
};

/** Declares a mocha suite of everything that a module promises and that only a real host can prove; it changes the host. */
export function conformanceOnHost(subject: Subject): void {
  const { module, fixture, host } = subject;
  if (fixture.isTriedElsewhere === true) return;
  describe(`the type ${module.type} on a real host`, () => {
    const opened = {} as { node: ConformanceNode };
    before(async () => {
      if (fixture.prepare !== undefined) await host().exec(fixture.prepare);
      opened.node = await host().open();
    });
    after(() => opened.node.channel.close());
    goingThroughItsStates(subject, opened);
    surviving(subject, opened);
    meetingHostileNames(subject, opened);
  });
}

function goingThroughItsStates(subject: Subject, opened: { readonly node: ConformanceNode }): void {
  const { module, fixture, host } = subject;
  const states: readonly (readonly [string, Declared | undefined])[] = [
    ['made', fixture.create],
    ['changed', fixture.change],
    ['removed', fixture.absent],
  ];
  for (const [what, declared] of states) {
    if (declared === undefined) continue;
    it(`is ${what} by the apply and not by the plan, and the second time nothing is done, nothing written`, async () => {
      const look = (): Promise<string> => entriesOf(host(), fixture.watched);
      const before = await look();
      const onPlanned = async (): Promise<void> => assert.equal(await look(), before, 'the plan wrote');
      const first = await converge(opened.node, module, { declared, onPlanned });
      assert.isNotEmpty(first.titles);
      assertConverged(first);
      const after = await look();
      assert.notEqual(after, before, 'what is watched does not show what an apply writes');
      const second = await converge(opened.node, module, { declared });
      assert.deepEqual(second, { titles: [], outcomes: [], remaining: [] });
      assert.equal(await look(), after);
    });
    if (declared === fixture.change) beingImported(subject, opened);
  }
}

function beingImported({ module, fixture }: Subject, opened: { readonly node: ConformanceNode }): void {
  const { importing } = module;
  if (importing?.kind !== 'importable' || fixture.isPlacedApart === true) return;
  it('is imported as a declaration that a plan leaves as it is', async () => {
    const declaration = declareWith(module, fixture.change);
    const identity = declaration.kind === 'declared' ? declaration.identity : '';
    const plans = await plansOfImport(opened.node.channel, { module, importing }, identity);
    assert.include(plans, '', 'no form of it would be left as it is');
  });
}

/** Inode, size, owner, mode and times of every path and of all that is below it; a path that is not there is told, too. */
function entriesOf(host: ConformanceHost, paths: readonly string[]): Promise<string> {
  // By its path, because busybox as the shell of a host takes a find of its own, which tells less.
  return host.exec(`/usr/bin/find ${paths.join(' ')} -xdev -printf '%p %i %s %U %G %m %T+ %C+ %l\\n' 2>&1 | sort`);
}

function surviving({ module, fixture }: Subject, opened: { readonly node: ConformanceNode }): void {
  const { create, absent, isSlow } = fixture;
  if (absent === undefined || isSlow === true) return;
  it('converges after an apply that ended behind any of its operations', async () => {
    for (let most = 1; ; most += 1) {
      await converge(opened.node, module, { declared: absent });
      const cut = await converge(opened.node, module, { declared: create, mostOperations: most });
      assertConverged(await converge(opened.node, module, { declared: create }));
      if (cut.titles.length < most) break;
    }
    assertConverged(await converge(opened.node, module, { declared: absent }));
  });
}

function meetingHostileNames({ module, fixture, host }: Subject, opened: { readonly node: ConformanceNode }): void {
  const { named } = fixture;
  if (named === undefined) return;
  it('is made and removed under every hostile name', async () => {
    for (const text of hostileTexts.filter((each) => !each.includes('/'))) {
      const { create, absent } = named(text);
      const made = await converge(opened.node, module, { declared: create });
      assert.isNotEmpty(made.titles, text);
      assertConverged(made);
      assert.deepEqual((await converge(opened.node, module, { declared: create })).titles, [], text);
      if (absent !== undefined) assertConverged(await converge(opened.node, module, { declared: absent }));
    }
    assert.equal(await host().exec('ls /tmp/setpoint-injected 2>/dev/null || :'), '');
  });
}

function assertConverged({ outcomes, remaining, titles }: Converged): void {
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.reason : outcome.status)),
    titles.map(() => 'done'),
  );
  assert.deepEqual(remaining, []);
}

/** Members of answers that differ from one connection to the next: a time that passes, and the ends of the connection itself. */
const passing: ReadonlySet<string> = new Set(['ageSeconds', 'way']);

/** Asserts that in each environment the host answers every type's questions as it does in the first one. */
export async function assertSameAnswers(
  subjects: readonly Omit<Subject, 'host'>[],
  host: ConformanceHost,
  environments: readonly {
    readonly name: string;
    /** Shell program that brings the host into the environment. */
    readonly enter: string;
  }[],
): Promise<void> {
  const expected = new Map<string, string>();
  for (const { fixture } of subjects) if (fixture.prepare !== undefined) await host.exec(fixture.prepare);
  for (const { name, enter } of environments) {
    await host.exec(enter);
    const { channel } = await host.open();
    try {
      for (const { module, fixture } of subjects) {
        for (const [title, state] of Object.entries({ create: fixture.create, change: fixture.change })) {
          const answers = await answersOf(channel, module, declareOrThrow(module, state));
          const text = JSON.stringify(answers, (key, value: unknown) => (passing.has(key) ? 'passes' : value), 1);
          const subject = `${module.type}, ${title}`;
          assert.equal(text, expected.get(subject) ?? text, `${subject}: ${name}`);
          expected.set(subject, text);
        }
      }
    } finally {
      await channel.close();
    }
  }
}
