// Runs as a process of its own: reads what Setpoint plans, as a program written by hand would, one register after another or in one request.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import modbusSerial from 'modbus-serial';

const [way, portsFile = '', registers = '0'] = process.argv.slice(2);
const ports = JSON.parse(readFileSync(portsFile, 'utf8')) as readonly number[];
let differences = 0;

for (const port of ports) differences += way === 'socket' ? await overSocket(port) : await overLibrary(port);
if (differences > 0) throw new Error(`${differences} registers differ`);

/** One connection and one request for all registers, as well as it can be done by hand. */
function overSocket(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const request = Buffer.from([0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, Number(registers)]);
    let reply: Buffer = Buffer.alloc(0);
    socket.once('error', reject);
    socket.once('connect', () => socket.write(request));
    socket.on('data', (bytes) => {
      reply = Buffer.concat([reply, bytes]);
      if (reply.length < 9 + 2 * Number(registers)) return;
      socket.end();
      resolve(countDifferences((address) => reply.readUInt16BE(9 + 2 * address)));
    });
  });
}

/** As the examples of the library do it: each register by itself. */
async function overLibrary(port: number): Promise<number> {
  const client = new modbusSerial.default();
  await client.connectTCP('127.0.0.1', { port });
  client.setID(1);
  client.setTimeout(2000);
  const found: number[] = [];
  for (let address = 0; address < Number(registers); address += 1) {
    found.push((await client.readHoldingRegisters(address, 1)).data[0] ?? -1);
  }
  await new Promise<void>((resolve) => client.close(() => resolve()));
  return countDifferences((address) => found[address] ?? -1);
}

function countDifferences(found: (address: number) => number): number {
  return Array.from({ length: Number(registers) }, (_, address) => address).filter((each) => found(each) !== each)
    .length;
}
