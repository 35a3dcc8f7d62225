import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { startLabGateway } from '../src/index.ts';

describe('a gateway of the lab', () => {
  it('asks the device that the unit names, and refuses a unit that is not there with exception 11', async () => {
    const gateway = await startLabGateway({
      units: [1, 7].map((unit) => ({ unit, points: [{ table: 'holding', address: 0, words: [unit * 100] }] })),
    });
    try {
      const replies = [
        await readFirst(gateway.port, 1),
        await readFirst(gateway.port, 7),
        await readFirst(gateway.port, 8),
      ];
      expect(replies).to.deep.equal(['03 02 0064', '03 02 02bc', '83 0b ']);
      expect(gateway.units.map(({ requests }) => requests)).to.deep.equal([[3], [3]]);
    } finally {
      await gateway.stop();
    }
  });
});

/** The reply of a unit to a read of its first holding register, in hexadecimal: function, next byte, rest. */
async function readFirst(port: number, unit: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(Buffer.from([0, 1, 0, 0, 0, 6, unit, 3, 0, 0, 0, 1]));
  const [frame] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  const hex = frame.subarray(7).toString('hex');
  return `${hex.slice(0, 2)} ${hex.slice(2, 4)} ${hex.slice(4)}`;
}
