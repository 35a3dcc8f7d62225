import type { DiagnosticRow } from './row.ts';

/** SP636 to SP643: software that is brought to a node as an archive, a repository or an image. */
export const deliveryDiagnostics = {
  SP636: {
    summary: 'The archive cannot be used',
    explanation:
      'The archive is read on the controller before any node is reached, whatever its name: tar, packed by gzip, zstd, xz or bzip2 or not at all, or zip. It cannot be read, is damaged or encrypted, holds names that are not UTF-8, or unpacks to more than can be held. Nothing was asked of any node. The detail says what is wrong; pack the archive anew, or bring it to the node as a file and unpack it there with `node_source`.',
    example: '- archive: /srv/app\n  source: files/app.tar.gz\n  strip: 1',
  },
  SP637: {
    summary: 'The archive does not fit what stands in the directory',
    explanation:
      'A member of the archive would have to take the place of something of another kind: a file where a directory stands, or a directory where a file or a link stands. Setpoint deletes nothing on its own to make room. Remove what is in the way, or leave the member out with `exclude`.',
    example: '- archive: /srv/app\n  source: files/app.tar.gz\n  exclude: [data]',
  },
} as const satisfies Record<string, DiagnosticRow>;
