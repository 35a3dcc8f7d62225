import { expect } from 'chai';
import { planPartitions } from '../../../src/mysql/rules/partition-plan.ts';

/** `a<10` is the partition `a` with values less than 10; `a(1,2)` one of a list. */
function partitions(text: string): readonly { readonly name: string; readonly definition: string }[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', bound, list] = /^(\w+)(?:<(\w+)|\((.*)\))$/.exec(part) ?? [];
      const end = bound === 'MAX' ? 'MAXVALUE' : `(${bound})`;
      const values = bound === undefined ? `IN (${list})` : `LESS THAN ${end}`;
      return { name, definition: `PARTITION \`${name}\` VALUES ${values} ENGINE = InnoDB` };
    });
}

const cases: readonly { readonly from: string; readonly to: string; readonly steps: readonly string[] | undefined }[] =
  [
    { from: 'a<1', to: 'a<1', steps: [] },
    { from: 'a<1', to: 'a<1 b<2 c<3', steps: ['add  -> b c'] },
    { from: 'a<1 b<2', to: 'b<2', steps: ['drop a -> '] },
    { from: 'a<1 b<2 c<3 d<4', to: 'b<2 d<4 e<5', steps: ['drop a c -> ', 'add  -> e'] },
    { from: 'a<1 x<MAX', to: 'a<1 b<2 x<MAX', steps: ['reorganize x -> b x'] },
    { from: 'a<1 b<2 c<3', to: 'a<1 z<2 c<3', steps: ['reorganize b -> z'] },
    { from: 'a<1 b<2', to: 'a<1 y<MAX', steps: ['reorganize b -> y'] },
    { from: 'a<1 x<MAX', to: 'a<1 b<2', steps: undefined },
    { from: 'a(1) b(2)', to: 'b(2) a(1)', steps: [] },
    { from: 'a(1)', to: 'c(3) a(1)', steps: ['add  -> c'] },
    { from: 'a(1) b(2)', to: 'b(2)', steps: ['drop a -> '] },
    { from: 'a(1,2) b(3)', to: 'a(1) b(3) c(2)', steps: ['reorganize a -> a c'] },
  ];

describe('a list of partitions', () => {
  for (const { from, to, steps } of cases) {
    it(`becomes ${to} from ${from}`, () => {
      const method = from.includes('<') ? 'RANGE (`id`)' : 'LIST (`id`)';
      const plan = planPartitions({ method, present: partitions(from), wanted: partitions(to) });
      const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(' ');
      const told = plan?.map(({ kind, from: old, into }) => `${kind} ${names(old)} -> ${names(into)}`);
      expect(told).to.deep.equal(steps);
    });
  }

  it('of a hash is cut anew as a whole', () => {
    expect(planPartitions({ method: 'HASH (`id`)', present: [], wanted: partitions('a<1') })).to.equal(undefined);
  });
});
