import type { DiagnosticRow } from './row.ts';

/** SP6xx: planning a resource on a node. */
export const resourceDiagnostics = {
  SP601: {
    summary: 'A fact could not be read',
    explanation:
      'The account that reads the node may not see what this resource needs, so nothing can be promised for it. Give the account the right, or set `sudo: true` for the node, the group or the resource.',
  },
  SP602: {
    summary: 'The node gave an answer that makes no sense',
    explanation:
      'A tool on the node printed something that its documentation does not allow, or the answer was cut. The resource is left alone. Run with --debug to see the raw answer.',
  },
  SP603: {
    summary: 'Something else stands in the way',
    explanation:
      'The path exists but is of another type than declared, for example a directory where a file is declared. Setpoint does not delete it on its own: remove it, or declare its removal with `state: absent` first.',
  },
  SP604: {
    summary: 'A needed object does not exist on the node',
    explanation:
      'The resource relies on something that neither exists on the node nor is declared before it, such as an owner, a group, a parent directory or a unit. Declare it earlier in the play.',
  },
  SP605: {
    summary: 'The node cannot do this',
    explanation: 'The node lacks the tool or subsystem that this resource type works with.',
  },
  SP606: {
    summary: 'Resources wait for each other',
    explanation:
      'Dependencies, declared with `after` or implied by paths, owners and units, form a circle, so no order can satisfy them. The circle is printed; remove one of its links.',
    example: '- directory: /srv/app\n  after: [file:/srv/app/config]\n- file: /srv/app/config\n  content: ""',
  },
  SP607: {
    summary: 'No driver for this node',
    explanation:
      'The inventory reaches the node through a driver that this installation does not have, or a resource needs another kind of conversation than the node’s driver holds.',
  },
  SP608: {
    summary: 'The part cannot be changed in this file',
    explanation:
      'A resource such as `line`, `block` or `replace` makes a part of a text file as declared and leaves the rest alone. Here it cannot: the file is too large, a mark of the part is missing, or the declaration would find something to change in its own result, so that every apply would change the file once more. Nothing was written; the detail says what to declare instead.',
  },
  SP609: {
    summary: 'The directory cannot be copied',
    explanation:
      'A `directory` with a `source` brings a directory of the project to the node with everything in it. Something in the source cannot be brought: it cannot be read, it is neither a file nor a directory, a symbolic link leads somewhere where it cannot be followed, or there is too much. Nothing was asked of any node. `exclude` leaves things out, `links` says what becomes of symbolic links.',
    example: '- directory: /srv/app\n  source: files/app\n  links: keep\n  exclude: [.git, "*.swp"]',
  },
  SP610: {
    summary: 'Too much would be pruned',
    explanation:
      'A `directory` with `prune: true` deletes what its source does not have. So many entries are not in the source that no plan could show them, which mostly means that the path is another one than was meant. Nothing was changed. Check the path; where everything is to go, remove the directory first by `state: absent` and `force: true`.',
  },
  SP611: {
    summary: 'Nothing on the node can download',
    explanation:
      'A `download` is fetched by curl or wget of the node itself, and the node has neither. The controller fetches for such a node, unless the declaration needs the node for it: `through: node`, `checksum_url`, `refresh: when_changed` or a certificate. Declare `package: curl` before it, or a checksum in the place of those.',
    example: '- package: curl\n- download: /usr/local/bin/tool\n  url: https://example.com/tool',
  },
  SP612: {
    summary: 'The server does not give the file',
    explanation:
      'For the plan, the node asked the server for the headers of the URL and got an error or no answer. That is a warning: the apply asks again, and an earlier change of the same plan may be what is missing. When the download fails then, the old file stays as it is.',
  },
  SP613: {
    summary: 'A file of the project is encrypted by Ansible Vault',
    explanation:
      'Setpoint holds no key of Ansible Vault, so the node would get the ciphertext, and a program that reads it would fail there. Keep what is secret in a store that `secret()` reads, see the page on secrets, and put it into the file by a template. When it is the ciphertext that the node needs, for example for a copy of a project of Ansible, bring it in an `archive`.',
    example: '- file: /etc/app/token\n  content: ${{ secret(\'app-token\') }}\n  mode: "0600"',
  },
  SP614: {
    summary: 'The file system cannot do this',
    explanation:
      'The attributes that `immutable` and `append_only` stand for are kept by the file system itself: ext4, XFS and Btrfs know them, others such as NFS or FAT do not. Nothing was promised, because nothing would hold the file to them. Leave them out on this node, or keep the file elsewhere.',
  },
  SP620: {
    summary: 'The number is taken',
    explanation:
      'Another account or group of the node has the declared uid or gid. Two names with one number are one and the same to the system, so files of one would belong to the other. Declare another number; where the other name is to be removed first, declare its removal with that number; where sharing is meant, add `non_unique: true`.',
  },
  SP621: {
    summary: 'A directory manages the account or group',
    explanation:
      'The name is known on the node, but it does not stand in /etc/passwd or /etc/group: a directory such as LDAP brings it. Its properties can be changed in the directory only.',
  },
  SP622: {
    summary: 'The group is still a primary group',
    explanation:
      'Accounts have this group as their primary group. Deleting it would leave them and their files with a bare number that a later group may be given. Give them another primary group first, or declare `force: true`.',
  },
  SP623: {
    summary: 'A path in the home directory cannot be trusted',
    explanation:
      'The owner of a home directory can put links and foreign files where the keys of the account stand. Following them with the rights of root would let the owner read or overwrite any file of the node, so Setpoint refuses. Remove the link, or give the directory back to its account.',
  },
  SP646: {
    summary: 'A link of another account leads elsewhere',
    explanation:
      'With `follow: true` what is declared holds for the file that the links on the path lead to. Each of them must belong to root, to the account that Setpoint acts as, or to the owner of the directory that they lead to: anybody else could choose which file of the node gets the content, by a link that is moved at the right moment. The apply would refuse to go there, so nothing is planned. Declare the file that is meant by its own path, or let root own the link.',
    example: '- file: /etc/app/current.conf\n  content: ${{ settings }}\n  follow: true',
  },
  SP630: {
    summary: 'dpkg was interrupted',
    explanation:
      'dpkg was ended in the middle of its work, for example by a power cut, and left its journal behind. apt refuses every change until the work is finished. Log in, run `dpkg --configure -a`, read what it says, and plan again.',
  },
  SP631: {
    summary: 'A newer version is installed',
    explanation:
      'The declared version is lower than the installed one. Packages seldom support going back: data that the newer version converted stays converted. Declare the installed version, or add `allow_downgrade: true` when you know that it works.',
    example: '- package: nginx\n  version: 1.22.1-9\n  allow_downgrade: true',
  },
  SP632: {
    summary: 'The package is on hold',
    explanation:
      'Somebody told dpkg to keep the package as it is, and the declaration would change it. Declare `hold: false` to release it for good, or `allow_change_held: true` to change it once and keep the hold.',
  },
  SP633: {
    summary: 'The unit is masked',
    explanation:
      'The unit is linked to /dev/null, so that nothing can start or enable it. Somebody wanted that. Declare `masked: false` to undo it, or do not declare the unit as running or enabled.',
  },
  SP634: {
    summary: 'The package is essential',
    explanation:
      'The package bears the mark `Essential: yes` or `Protected: yes`: every other package relies on it without saying so, or the node could not start without it. apt and dpkg refuse to remove it, and Setpoint has no way around that. Who really wants it runs `apt-get remove --allow-remove-essential` on the node.',
  },
  SP635: {
    summary: 'systemd does not run on the node',
    explanation:
      'The node has systemctl but was not booted with systemd, as the image of a machine or a container that runs one program. Units can be enabled, disabled and masked there, because that is a matter of files; nothing can be started, stopped or found running. What is enabled starts when the image boots.',
  },
  SP680: {
    summary: 'The repository is for another package manager',
    explanation:
      'A repository that is declared with `suites` is one of apt, one without is one of dnf, one with `manager: apk` is one of apk; the node keeps its packages with another manager than the declaration is made for. Declare one for each kind of node, by `when` or in a play of its own. For zypper and pacman, declare their configuration with `file`.',
  },
  SP681: {
    summary: 'The source is declared twice',
    explanation:
      'Another file names the same repository as this resource. The package manager reads it twice then; apt refuses to work at all when the two are bound to different keys, and dnf and zypper read only one of two sections that have the same name. Remove the other entry: for apt `replaces` does it for a file that holds nothing else.',
    example:
      '- repository: docker\n  uris: https://download.docker.com/linux/debian\n  suites: bookworm\n  components: stable\n  replaces: [/etc/apt/sources.list.d/docker.list]',
  },
  SP682: {
    summary: 'The replaced file holds other sources',
    explanation:
      'A file that `replaces` names is removed as a whole, and this one also names a repository that the resource does not declare. Remove the one entry with `line`, or declare the other repository by its own resource first and take its entry out.',
  },
  SP683: {
    summary: 'The package manager cannot do this',
    explanation:
      'The node keeps its packages with another manager than the property is made for. Services that packages start are matters of apt alone, releases of apt and, as tags of repositories, of apk, and pacman knows one version of each package, which it installs whole. Groups of packages are known to dnf and pacman, patterns to zypper. Leave the property out for such nodes, by `when` or by a group of their own.',
  },
} as const satisfies Record<string, DiagnosticRow>;
