import type { DiagnosticRow } from './row.ts';

/** Diagnostics about databases: SP58x and SP59x reaching them, SP66x to SP69x what is declared of them. */
export const databaseDiagnostics = {
  SP581: {
    summary: 'The database server cannot be reached',
    explanation:
      'No connection to the server could be opened within the deadline: the host or port may be wrong, the server may be down, or something between refuses the connection.',
  },
  SP661: {
    summary: 'A needed object does not exist on the database server',
    explanation:
      'The resource relies on a role, a database, a schema or another object that neither exists on the server nor is declared before it. Declare it earlier in the play.',
  },
  SP662: {
    summary: 'The database server cannot do this',
    explanation:
      'A declared property belongs to another product, or to a newer version of this one. It cannot be brought about, so nothing is planned for the resource.',
  },
  SP663: {
    summary: 'A property of the database object cannot be changed',
    explanation:
      'The server fixes the property when the object is made. Changing it would mean to make a new object and to move what is in the old one, which Setpoint does not do by itself.',
  },
  SP664: {
    summary: 'The object of the database server is in use',
    explanation:
      'The server does not remove what somebody uses. Stop the users first, or declare that they may be interrupted.',
  },
  SP665: {
    summary: 'A name is longer than the database server keeps',
    explanation:
      'PostgreSQL cuts names behind 63 bytes without an error, and other servers refuse long ones. The object would be another one than declared.',
  },
  SP666: {
    summary: 'A role cannot be removed while things depend on it',
    explanation:
      'The role owns objects or holds privileges. Setpoint does not drop or give away what a role owns by itself: give the objects to another role with REASSIGN OWNED and take the privileges away first.',
  },
  SP667: {
    summary: 'The database server does not have the extension',
    explanation:
      'An extension can be created only where its files are installed on the machine of the server. Install the package that brings them first.',
  },
  SP668: {
    summary: 'The object knows no such privilege',
    explanation:
      'Every kind of object has privileges of its own: a table can be read with SELECT, a schema can be entered with USAGE. The detail names those that the object has.',
  },
  SP669: {
    summary: 'An account would be open to everybody',
    explanation:
      'MySQL and MariaDB let anybody in who names an account that has no password. Declare a password, or a way to log in that needs none, such as the account of the machine.',
  },
  SP671: {
    summary: 'The declared SQL cannot be loaded',
    explanation:
      'The declared files and tables are loaded into an empty scratch database to learn how the server spells them. The server refused a statement, so nothing can be compared and nothing was changed.',
  },
  SP672: {
    summary: 'A change of the schema is not allowed',
    explanation:
      'A statement of the plan can lose data, lock a large table or do other harm that is refused by default. Read what is at stake; then allow exactly this hazard on exactly this object under `allow`, or change the declaration.',
  },
  SP673: {
    summary: 'The schema cannot be brought to what is declared',
    explanation:
      'No order of statements leads from what is there to what is declared, or a declared rename cannot be done. Nothing was changed. The detail names what stands in the way.',
  },
  SP674: {
    summary: 'An object is declared and not owned',
    explanation:
      'What `owns` leaves out is never touched, so a declaration of it could never be carried out. Own it, or take it out of the declaration.',
  },
  SP675: {
    summary: 'Something that is not owned stands in the way',
    explanation:
      'A declared change needs an object dropped or made anew on which something depends that this declaration does not own. Setpoint never drops with CASCADE and never touches what is not owned.',
  },
  SP676: {
    summary: 'The database has objects that Setpoint does not manage',
    explanation:
      'They are of kinds that are not compared: they are neither created nor changed nor dropped, and a plan without changes says nothing about them.',
  },
  SP677: {
    summary: 'The database has objects that are not declared',
    explanation:
      'They stand in what is owned and are left alone because `prune` is not set. With `prune: true` they are dropped, and drops that lose data must be allowed one by one.',
  },
  SP678: {
    summary: 'A permission is of no use',
    explanation:
      'An entry of `allow` names a hazard that does not occur in this plan, or its last day is over. Permissions that are left behind allow what nobody thinks of any more: take it out.',
  },
} as const satisfies Record<string, DiagnosticRow>;
