import type { ConformanceFixture } from '@setpoint/testkit';

export const sysctl: ConformanceFixture = {
  create: { identity: 'net.ipv4.ip_default_ttl', properties: { value: '63' } },
  change: { identity: 'net.ipv4.ip_default_ttl', properties: { value: '64', file: '/etc/sysctl.d/ttl.conf' } },
  watched: ['/etc/sysctl.d', '/etc/sysctl.d/ttl.conf'],
};
