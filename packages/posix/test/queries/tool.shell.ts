import { expect } from 'chai';
import { toolQuery } from '../../src/queries/tool.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

for (const shell of shells) {
  it(`knows in ${shell.name} which programs the node has, whatever they are called`, async () => {
    const names = ['sh', 'no-such-program', '-v', '', '$(id)', 'a b', 'new\nline', 'true'];
    const answers = await askHere(shell.command, names.map(toolQuery));
    const found = names.filter((_, index) => answers[index]?.status === 'found');
    expect(found).to.deep.equal(['sh', 'true']);
    expect(answers.filter(({ status }) => status === 'absent')).to.have.length(names.length - found.length);
  });
}
