import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareFirewall, type FirewallDeclared, type FirewallState, firewallSchema } from './declared.ts';
import { diffFirewall } from './diff.ts';
import { importFirewall } from './import.ts';
import { firewallQueries, observeFirewall } from './observe.ts';
import { firewallOperations } from './operations.ts';
import { predictFirewall } from './predict.ts';
import { restoreFirewall } from './restore.ts';

/** A table of nftables: in force, and in a file that the node loads when it starts. */
export const firewall = defineResource<FirewallDeclared, FirewallState>()({
  type: 'firewall',
  channel: 'sh',
  summary:
    'A table of nftables, in force and loaded when the node starts. The whole table is replaced in one step; other tables stay. Its counters and the elements that packets put into its sets begin anew.',
  identityDescription: 'Family and name of the table, such as `inet filter`; a name alone is of the family inet.',
  schema: firewallSchema,
  examples: [
    `- firewall: inet filter
  confirm_within: 60s
  chains:
    - name: input
      hook: input
      policy: drop
      rules:
        - ct state established,related accept
        - iif lo accept
        - meta l4proto { icmp, ipv6-icmp } accept
        - tcp dport { 22, 80, 443 } accept`,
    `- firewall: inet guests
  sets:
    - name: banned
      type: ipv4_addr
      flags: [interval]
      elements: [203.0.113.0/24, 198.51.100.7]
  chains:
    - name: input
      hook: input
      priority: "-10"
      rules:
        - ip saddr @banned drop`,
    `- firewall: ip nat
  content: |
    chain postrouting {
      type nat hook postrouting priority srcnat;
      ip saddr 10.0.0.0/8 oifname "eth0" masquerade
    }`,
    `- firewall: inet old
  state: absent`,
  ],
  declare: declareFirewall,
  claims: ({ family, name, file, main }) => [
    `nft table:${family} ${name}`,
    `path:${file}`,
    `content of:${file}`,
    `~content of:${main}`,
  ],
  references: ({ state, file, main }) =>
    state === 'absent'
      ? []
      : [formatAddress('package', 'nftables'), formatAddress('file', main), ...pathReferences(file)],
  queries: firewallQueries,
  observe: observeFirewall,
  diff: diffFirewall,
  operations: firewallOperations,
  predict: predictFirewall,
  paths: ({ file, main }, edits) => (edits.length === 0 ? [] : [file, main]),
  restore: restoreFirewall,
  undo: 'The rules that were in force come back, in one step, or the table goes if there was none. Counters and elements that packets had put into sets do not.',
  importing: importFirewall,
});
