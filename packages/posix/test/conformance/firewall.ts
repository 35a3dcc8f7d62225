import type { ConformanceFixture } from '@setpoint/testkit';

const identity = 'inet conformance';
const place = { file: '/srv/conformance.nft', main_file: '/srv/nftables.conf' };

/** Rules that let everything through: what decides is put on a chain without a hook. */
export const firewall: ConformanceFixture = {
  prepare: "printf '# ours\\n' >/srv/nftables.conf",
  create: {
    identity,
    properties: { ...place, chains: [{ name: 'spare', rules: ['tcp dport { 443, 80 } counter accept', 'drop'] }] },
  },
  change: {
    identity,
    properties: { ...place },
    body: 'set a { type ipv4_addr; flags interval; elements = { 10.0.0.0/8 } }\nchain spare { ip saddr @a drop; }\n',
  },
  absent: { identity, properties: { ...place, state: 'absent' } },
  isPlacedApart: true,
  watched: ['/srv/conformance.nft', '/srv/nftables.conf'],
};
