import type { DiagnosticRow } from './row.ts';

/** SP636 to SP645: software that is brought to a node as an archive, a repository or an image. */
export const deliveryDiagnostics = {
  SP636: {
    summary: 'The archive cannot be used',
    explanation:
      'The archive is read on the controller before any node is reached, whatever its name: tar, packed by gzip, zstd, xz or bzip2 or not at all, or zip. It cannot be read, is damaged or encrypted, holds names that are not UTF-8, or unpacks to more than can be held. An archive of a URL may not have come, or is not the one with the declared `sha256`. Nothing was asked of any node. The detail says what is wrong; pack the archive anew, or bring one that is too large to the node by `file` and unpack it there by `command` with `creates`.',
    example: '- archive: /srv/app\n  source: files/app.tar.gz\n  strip: 1',
  },
  SP637: {
    summary: 'The archive does not fit what stands in the directory',
    explanation:
      'A member of the archive would have to take the place of something of another kind: a file where a directory stands, or a directory where a file or a link stands. Setpoint deletes nothing on its own to make room. Remove what is in the way, or leave the member out with `exclude`.',
    example: '- archive: /srv/app\n  source: files/app.tar.gz\n  exclude: [data]',
  },
  SP638: {
    summary: 'The working copy holds work of its own',
    explanation:
      'Files that git tracks were changed in the working copy, or it holds commits that the remote does not have, and the declared commit is another one. Checking it out would throw that work away. Commit and push it, or undo it; `force: true` throws it away.',
    example: '- git: /srv/app\n  repo: https://git.example.com/app.git\n  force: true',
  },
  SP639: {
    summary: 'The remote has no such branch, tag or commit',
    explanation:
      'The remote was asked and has no branch and no tag of the declared name, or has both. A commit is written with all of its 40 digits, because a remote cannot be asked for the beginning of one; a name that a branch and a tag share is written as `refs/heads/NAME` or `refs/tags/NAME`.',
  },
  SP640: {
    summary: 'The path holds something other than the working copy',
    explanation:
      'A working copy goes into a directory of its own. The path holds something else, or a copy of another account: git runs programs that the owner of a copy names, so it does nothing there as somebody else. Name another path, or act as the owner with `sudo`.',
    example: '- git: /srv/app\n  repo: https://git.example.com/app.git\n  sudo: deploy',
  },
  SP641: {
    summary: 'The image is not on the node',
    explanation:
      'A container is declared with `pull: never`, so its image is not fetched, and the node does not have it. Bring the image to the node first, for example with `docker load` or `podman load`, or declare `pull: missing`.',
    example: '- container: web\n  image: localhost/web:3\n  pull: never',
  },
  SP642: {
    summary: 'The package file cannot be used',
    explanation:
      'A package is declared with `source` or `file`, so it is installed from that file. The file is not there, is not one that the package manager of the node reads, or holds another package or another version than the declared one. Nothing was changed. The detail says which of them it is; name the package as the file does, or bring the right file.',
    example: '- package: app\n  source: files/app_2.1-1_amd64.deb',
  },
  SP643: {
    summary: 'The files of git cannot be there',
    explanation:
      'A working copy is declared with `git_directory`, and what git keeps for it cannot come to lie there: something is there already, or the copy is a part of another one, or has submodules, and git finds its files no more once they are moved. Nothing was changed. The detail says which of them it is.',
    example: '- git: /srv/app\n  repo: https://git.example.com/app.git\n  git_directory: /var/lib/git/app',
  },
  SP644: {
    summary: 'The repository has no such branch, tag or commit',
    explanation:
      'An archive is packed of what a commit holds, and the repository on the node has no commit of the declared name, or several. A name is looked for among branches, tags and branches of remotes; one that stands for several commits is written as a whole, such as `refs/tags/NAME`. A commit is written with all of its digits. A working copy that was made with `depth` or `single_branch` has no others.',
    example: '- tarball: /srv/app-1.2.tar.gz\n  tree: /srv/app\n  commit: v1.2\n  prefix: app-1.2/',
  },
} as const satisfies Record<string, DiagnosticRow>;
