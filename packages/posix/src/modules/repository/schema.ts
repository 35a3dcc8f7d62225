import { type Static, Type } from '@setpoint/sdk';

const words = (description: string) =>
  Type.Optional(
    Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })], {
      description,
    }),
  );

export const repositorySchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description:
          'Whether the repository is there. absent removes its file, and its key where no other source uses it; packages that came from it stay. Default: present.',
      }),
    ),
    manager: Type.Optional(
      Type.Union([Type.Literal('apk'), Type.Literal('zypper')], {
        description:
          'Declare `apk` for a repository of Alpine, which gets a file in `/etc/apk/repositories.d`, and `zypper` for one of openSUSE or SLES, in `/etc/zypp/repos.d`. One of apt is told by its suites, and one of dnf by having none.',
      }),
    ),
    uris: words(
      'Address of the repository, or several that hold the same. With apk several are several repositories: such as `https://dl-cdn.alpinelinux.org/alpine/v3.22/main` and `…/community`.',
    ),
    tag: Type.Optional(
      Type.String({
        description:
          'Tag of the repository, with apk: its packages are taken only where they are declared with the tag as `default_release`.',
        pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
      }),
    ),
    suites: words(
      'Suites of apt, such as `bookworm`. An exact path, which ends with a slash, stands for a flat repository. A repository without suites is one of dnf, unless a manager is declared.',
    ),
    components: words('Components, such as `main`. A flat repository has none.'),
    architectures: words('Only these architectures. All that the node has when not declared.'),
    types: Type.Optional(
      Type.Array(Type.Union([Type.Literal('deb'), Type.Literal('deb-src')]), {
        description: 'Binary packages (`deb`), source packages (`deb-src`) or both. Default: [deb].',
        minItems: 1,
      }),
    ),
    key: Type.Optional(
      Type.String({
        description:
          'The public key that signs the repository, ASCII-armoured, written in the playbook. It is kept in `/etc/apt/keyrings/NAME.asc` and trusted for this repository alone; for dnf in `/etc/pki/rpm-gpg/RPM-GPG-KEY-NAME`, and dnf takes it into its own keys with the first package. For zypper it is kept there too, and rpm takes it into its keys, where it is good for all repositories and stays when the repository goes. For apk it is the text of a file that ends in `.rsa.pub`, and good for all repositories.',
        'x-body': 'text',
      }),
    ),
    key_source: Type.Optional(
      Type.String({
        description:
          'Path of a file beside the playbook with that key: ASCII-armoured, or binary, which is kept under a name that ends in `.gpg`; zypper takes no binary key.',
        'x-body': 'file',
        minLength: 1,
      }),
    ),
    key_name: Type.Optional(
      Type.String({
        description:
          'Name of the key in `/etc/apk/keys`, which must be the name that the repository was signed with. Default: the name of the file that `key_source` names, or `NAME.rsa.pub`. When the repository is declared absent, a key of that last name goes with it, and others stay.',
        pattern: '^[A-Za-z0-9][A-Za-z0-9@_.+-]*$',
      }),
    ),
    signed_by: Type.Optional(
      Type.String({
        description:
          'Path of a key that is on the node already, such as one that a package or a `download` brings, or the fingerprint of one that apt trusts. When no key is declared in any way, each key in `/etc/apt/trusted.gpg.d` is good.',
        minLength: 1,
      }),
    ),
    enabled: Type.Optional(
      Type.Boolean({ description: 'Whether it is used. false keeps the file and reads nothing. Default: true.' }),
    ),
    trusted: Type.Optional(
      Type.Boolean({
        description:
          'Install packages from it although nobody signed it: whoever can change what comes over the network becomes root on the node. Default: false.',
      }),
    ),
    fields: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([Type.String({ minLength: 1 }), Type.Integer(), Type.Boolean(), Type.Array(Type.String())]),
        {
          description:
            'Further fields of sources.list(5), such as `Languages: none` or `Check-Valid-Until: false`, or of dnf.conf(5), such as `priority: 10`, or for zypper `autorefresh: true`, `keeppackages` and `priority`; what is not declared is removed. With dnf and zypper, `metalink` or `mirrorlist` may stand in the place of `uris`.',
        },
      ),
    ),
    replaces: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Files that name the same repository under another name or in the one-line form, such as `/etc/apt/sources.list.d/docker.list`: they are removed. A file that holds other sources as well is refused.',
      }),
    ),
    refresh: Type.Optional(
      Type.Boolean({
        description:
          'Fetch its package lists before its file is put in place; when that fails, because it cannot be reached or is not signed with the key, nothing changes. Default: true.',
      }),
    ),
  },
  { additionalProperties: false },
);

export type RepositoryProperties = Static<typeof repositorySchema>;
