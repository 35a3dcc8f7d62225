import { assert } from 'chai';
import { explainConnectError, explainConnectTimeout, explainLostConnection } from '../../src/client/failures.ts';
import type { Endpoint } from '../../src/client/index.ts';

describe('the reason why there is no connection', () => {
  const tcp: Endpoint = { kind: 'tcp', host: 'pump.plant', port: 502 };
  const serial: Endpoint = {
    kind: 'serial',
    path: '/dev/ttyUSB0',
    baud: 9600,
    dataBits: 8,
    parity: 'none',
    stopBits: 2,
  };

  const cases: readonly (readonly [Endpoint, Error, string])[] = [
    [tcp, coded('ENOTFOUND'), 'pump.plant:502 is not known by that name'],
    [tcp, coded('EAI_AGAIN'), 'pump.plant:502 cannot be looked up: the name server does not answer'],
    [tcp, coded('ECONNREFUSED'), 'pump.plant:502 refuses the connection'],
    [tcp, coded('ECONNRESET'), 'pump.plant:502 accepts the connection and resets it'],
    [tcp, coded('EHOSTUNREACH'), 'pump.plant:502 is not reachable: no answer from that address in its network'],
    [tcp, coded('ENETUNREACH'), 'pump.plant:502 is not reachable: there is no route to its network'],
    [tcp, coded('ETIMEDOUT'), 'pump.plant:502 does not answer'],
    [tcp, new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'pump.plant:502 refuses the connection'],
    [tcp, new Error('odd'), 'pump.plant:502 fails (odd)'],
    [{ ...tcp, host: '::1' }, coded('ECONNREFUSED'), '[::1]:502 refuses the connection'],
    [serial, new Error('Error: No such file or directory, cannot open /dev/ttyUSB0'), '/dev/ttyUSB0 does not exist'],
    [
      serial,
      new Error('Error: Permission denied, cannot open /dev/ttyUSB0'),
      '/dev/ttyUSB0 may not be opened by this user',
    ],
    [
      serial,
      new Error('Error Resource temporarily unavailable Cannot lock port'),
      '/dev/ttyUSB0 is in use by another program',
    ],
  ];
  for (const [endpoint, error, why] of cases) {
    it(`is told: ${why}`, () => assert.equal(explainConnectError(endpoint, error).why, why));
  }

  it('is another one when nothing came back in time', () => {
    assert.equal(explainConnectTimeout(tcp, 3000).why, 'pump.plant:502 does not answer within 3000 ms');
  });

  it('tells of a certificate that the device refused only after the handshake', () => {
    const alert = coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
    assert.equal(explainLostConnection(alert), 'the device requires a certificate of ours and got none');
  });
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
