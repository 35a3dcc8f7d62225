import { Type } from '@setpoint/sdk';
import { maxAccountNumber } from '../../accounts/name.ts';
import { sshKeyProperty } from './ssh-key.ts';

/** A number of days of shadow(5). */
function days(description: string) {
  return Type.Optional(Type.Integer({ description: `${description} -1 for none.`, minimum: -1, maximum: 99999 }));
}

function rangeEnd(which: 'Smallest' | 'Largest') {
  return Type.Optional(
    Type.Integer({
      description: `${which} number that the account may get when it is made, in the place of what \`/etc/login.defs\` says; an account that is there keeps its number. Not together with \`uid\`.`,
      minimum: 0,
      maximum: maxAccountNumber,
    }),
  );
}

/** The properties of a user. */
export const userSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the account is there. Default: present.',
      }),
    ),
    uid: Type.Optional(
      Type.Integer({
        description: 'Number of the account. Left to the node when not declared.',
        minimum: 0,
        maximum: maxAccountNumber,
      }),
    ),
    uid_min: rangeEnd('Smallest'),
    uid_max: rangeEnd('Largest'),
    non_unique: Type.Optional(
      Type.Boolean({ description: 'Allow a `uid` that another account has too. Default: false.' }),
    ),
    group: Type.Optional(
      Type.String({
        description: 'Primary group, by name or number. A new account gets a group of its own name when not declared.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    groups: Type.Optional(
      Type.Array(Type.String({ minLength: 1, 'x-source-text': true }), {
        description:
          'Further groups of the account, by name or number: exactly these, or with `append` at least these. Not managed when not declared.',
      }),
    ),
    append: Type.Optional(
      Type.Boolean({ description: 'Keep further groups of the account that are not declared. Default: false.' }),
    ),
    comment: Type.Optional(Type.String({ description: 'Full name or purpose (the GECOS field).' })),
    home: Type.Optional(
      Type.String({ description: 'Home directory. Default for a new account: /home/NAME.', minLength: 1 }),
    ),
    create_home: Type.Optional(
      Type.Boolean({
        description:
          'Make the home directory of a new account; declared as true, also one that an existing account lacks. Default: true, false for system accounts.',
      }),
    ),
    move_home: Type.Optional(
      Type.Boolean({ description: 'Move the files along when `home` changes. Default: false.' }),
    ),
    skeleton: Type.Optional(
      Type.String({ description: 'Directory whose files a new home starts with. Default: /etc/skel.', minLength: 1 }),
    ),
    shell: Type.Optional(Type.String({ description: 'Login shell, as an absolute path.', minLength: 1 })),
    system: Type.Optional(
      Type.Boolean({ description: 'Take a number of the system range when the account is made. Default: false.' }),
    ),
    password: Type.Optional(
      Type.String({
        description:
          'Password hash as in shadow(5), made with `openssl passwd -6` or `mkpasswd`; `*` for no password. Never the password itself.',
        'x-body': 'text',
        'x-sensitive': true,
      }),
    ),
    update_password: Type.Optional(
      Type.Union([Type.Literal('always'), Type.Literal('on_create')], {
        description:
          'When `password` is written: whenever it differs, or only while the account never had one. Default: always.',
      }),
    ),
    locked: Type.Optional(
      Type.Boolean({
        description:
          'Whether the password is locked. Keys still open a locked account. Left as it is when not declared.',
      }),
    ),
    expires: Type.Optional(
      Type.String({
        description: 'Day from which the account is closed, as YYYY-MM-DD, or `never`.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    password_min_days: days('Days before a password may be changed again.'),
    password_max_days: days('Days after which a password must be changed.'),
    password_warn_days: days('Days of warning before a password must be changed.'),
    password_inactive_days: days('Days after that on which an old password is still taken.'),
    ssh_key: sshKeyProperty,
    linger: Type.Optional(
      Type.Boolean({
        description:
          'Whether systemd runs the own units of the account from the start of the node, without a login. Needed for a `service: NAME/UNIT` that is to run on. Left as it is when not declared.',
      }),
    ),
    remove_home: Type.Optional(
      Type.Boolean({
        description: 'With `state: absent`: delete the home directory and the mail spool too. Default: false.',
      }),
    ),
    force: Type.Optional(
      Type.Boolean({
        description: 'With `state: absent`: delete the account even while it is logged in. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);
