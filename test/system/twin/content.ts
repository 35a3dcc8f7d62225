import { lookAt, type TwinTask } from './twin-task.ts';

const settings = '# settings\\nPort 22\\n#UseDNS no\\nUseDNS yes\\n[other]\\nPort 23\\n';

/** Directories, files, links, and parts of files. */
export const contentTasks: readonly TwinTask[] = [
  {
    title: 'a directory with owner and mode',
    ansible: { file: { path: '/srv/twin/dir', state: 'directory', owner: 'daemon', group: 'games', mode: '2750' } },
    setpoint: { directory: '/srv/twin/dir', owner: 'daemon', group: 'games', mode: '2750' },
    look: lookAt('/srv/twin/dir'),
  },
  {
    title: 'a directory with its parents',
    ansible: { file: { path: '/srv/twin/deep/er/est', state: 'directory' } },
    setpoint: { directory: '/srv/twin/deep/er/est', parents: true },
    look: lookAt('/srv/twin/deep'),
  },
  {
    title: 'owners of a tree',
    found: 'mkdir -p /srv/twin/tree/in && touch /srv/twin/tree/a /srv/twin/tree/in/b && ln -s a /srv/twin/tree/l',
    ansible: { file: { path: '/srv/twin/tree', state: 'directory', owner: 'daemon', group: 'daemon', recurse: true } },
    setpoint: { directory: '/srv/twin/tree', owner: 'daemon', group: 'daemon', recurse: true },
    look: lookAt('/srv/twin/tree'),
  },
  {
    title: 'a tree that goes',
    found: 'mkdir -p /srv/twin/old/in && touch /srv/twin/old/in/b',
    ansible: { file: { path: '/srv/twin/old', state: 'absent' } },
    setpoint: { directory: '/srv/twin/old', state: 'absent', force: true },
    look: 'ls -d /srv/twin/old 2>&1',
  },
  {
    title: 'a file that goes',
    found: 'touch /srv/twin/gone',
    ansible: { file: { path: '/srv/twin/gone', state: 'absent' } },
    setpoint: { file: '/srv/twin/gone', state: 'absent' },
    look: 'ls -d /srv/twin/gone 2>&1',
  },
  {
    title: 'a symbolic link',
    ansible: { file: { src: '../target', dest: '/srv/twin/link', state: 'link', force: true } },
    setpoint: { link: '/srv/twin/link', target: '../target' },
    look: lookAt('/srv/twin/link'),
  },
  {
    title: 'a file with content',
    ansible: { copy: { dest: '/srv/twin/content', content: 'one\nzwölf\n', owner: 'games', mode: '0640' } },
    setpoint: { file: '/srv/twin/content', content: 'one\nzwölf\n', owner: 'games', mode: '0640' },
    look: lookAt('/srv/twin/content'),
  },
  {
    title: 'a file that keeps its owner and mode',
    found: 'echo old >/srv/twin/kept && chown games:daemon /srv/twin/kept && chmod 0604 /srv/twin/kept',
    ansible: { copy: { dest: '/srv/twin/kept', content: 'new\n' } },
    setpoint: { file: '/srv/twin/kept', content: 'new\n' },
    look: lookAt('/srv/twin/kept'),
  },
  {
    title: 'a binary file of the project',
    ansible: { copy: { src: 'binary', dest: '/srv/twin/binary', mode: '0755' } },
    setpoint: { file: '/srv/twin/binary', source: 'binary', mode: '0755' },
    look: lookAt('/srv/twin/binary'),
  },
  {
    title: 'a template',
    ansible: { template: { src: 'greeting.j2', dest: '/srv/twin/greeting', mode: '0644' } },
    setpoint: { file: '/srv/twin/greeting', template: 'greeting.j2', mode: '0644' },
    look: lookAt('/srv/twin/greeting'),
  },
  {
    title: 'a mode in letters',
    found: 'touch /srv/twin/letters && chmod 0666 /srv/twin/letters',
    ansible: { file: { path: '/srv/twin/letters', mode: 'u=rw,g-w,o-rw' } },
    setpoint: { file: '/srv/twin/letters', mode: 'u=rw,g-w,o-rw' },
    look: lookAt('/srv/twin/letters'),
  },
  {
    title: 'a line that is replaced',
    found: `printf '${settings}' >/srv/twin/line1`,
    ansible: { lineinfile: { path: '/srv/twin/line1', regexp: '^#?UseDNS', line: 'UseDNS no' } },
    setpoint: { line: '/srv/twin/line1', match: '^#?UseDNS', text: 'UseDNS no' },
    look: lookAt('/srv/twin/line1'),
  },
  {
    title: 'a line behind another one',
    found: `printf '${settings}' >/srv/twin/line2`,
    ansible: { lineinfile: { path: '/srv/twin/line2', insertafter: '^Port', line: 'ListenAddress ::' } },
    setpoint: { line: '/srv/twin/line2', insert_after: '^Port', text: 'ListenAddress ::' },
    look: lookAt('/srv/twin/line2'),
  },
  {
    title: 'lines that go',
    found: `printf '${settings}' >/srv/twin/line3`,
    ansible: { lineinfile: { path: '/srv/twin/line3', regexp: '^Port', state: 'absent' } },
    setpoint: { line: '/srv/twin/line3', match: '^Port', state: 'absent' },
    look: lookAt('/srv/twin/line3'),
  },
  {
    title: 'a line with what the old one held',
    found: `printf '${settings}' >/srv/twin/line4`,
    ansible: {
      lineinfile: { path: '/srv/twin/line4', regexp: '^(#?)UseDNS yes$', line: '\\1UseDNS no', backrefs: true },
    },

    setpoint: { line: '/srv/twin/line4', match: '^(#?)UseDNS yes$', text: '$1UseDNS no', expand: true },
    look: lookAt('/srv/twin/line4'),
  },
  {
    title: 'a block of lines',
    found: `printf '${settings}' >/srv/twin/block`,
    ansible: {
      blockinfile: { path: '/srv/twin/block', block: 'Match User a\n  X11Forwarding no', marker: '# {mark} a' },
    },
    setpoint: { block: '/srv/twin/block', text: 'Match User a\n  X11Forwarding no\n', marker: '# {mark} a' },
    look: lookAt('/srv/twin/block'),
  },
  {
    title: 'a block at the start of a file',
    found: `printf '${settings}' >/srv/twin/block2`,
    ansible: { blockinfile: { path: '/srv/twin/block2', block: 'first', marker: '# {mark} a', insertbefore: 'BOF' } },
    setpoint: { block: '/srv/twin/block2', text: 'first\n', marker: '# {mark} a', insert_before: 'start' },
    look: lookAt('/srv/twin/block2'),
  },
  {
    title: 'text that is replaced everywhere',
    found: `printf '${settings}' >/srv/twin/replace`,
    ansible: { replace: { path: '/srv/twin/replace', regexp: 'Port (\\d)', replace: 'Port=\\1' } },
    setpoint: { replace: '/srv/twin/replace', match: 'Port (\\d)', with: 'Port=$1' },
    look: lookAt('/srv/twin/replace'),
  },
];
