import type { DiagnosticRow } from './row.ts';

/** Diagnostics about databases: SP58x and SP59x reaching them, SP66x to SP69x what is declared of them. */
export const databaseDiagnostics = {
  SP581: {
    summary: 'The database server cannot be reached',
    explanation:
      'No connection to the server could be opened within the deadline: the host or port may be wrong, the server may be down, or something between refuses the connection.',
  },
  SP582: {
    summary: 'The settings of a database lead nowhere',
    explanation:
      'What the inventory or the playbook says about how a database is reached cannot be read as an address. Nothing was connected to. Correct the setting that the detail names.',
  },
  SP583: {
    summary: 'The database server refuses the account',
    explanation:
      'The server was reached and does not let the account in: its password is missing or wrong, or there is no such account. Servers say the same of both, so that nobody learns which accounts there are. Correct `user` or `password` in the inventory.',
  },
  SP584: {
    summary: 'The database server does not take the account from here',
    explanation:
      'The server decides by account, database, address and encryption who may try to log in, and nothing allows this combination. Add a rule at the server, or reach it from an address that it allows, such as a host named under `via`.',
  },
  SP585: {
    summary: 'There is no such database, or the account may not use it',
    explanation:
      'The server let the account in and does not give it the database that the inventory or the playbook names. Correct its name, grant the right to connect, or declare the database with the resource `database`.',
  },
  SP586: {
    summary: 'The database server offers no TLS',
    explanation:
      'The settings ask for an encrypted connection, and the server has none to offer. Nothing was sent to it, no password either. Switch TLS on at the server; where the network is trusted, say so with `tls: disable`.',
  },
  SP587: {
    summary: 'The certificate of the database server is not trusted',
    explanation:
      'The certificate is signed by nobody known, has expired, or encryption could not be agreed upon. Whoever answers may be somebody else, so no password was sent. Name the authority that signs the certificate under `tls`.',
  },
  SP588: {
    summary: 'The certificate of the database server bears another name',
    explanation:
      'The certificate is genuine and was issued for another name than the one that the server is reached by, so it may be another server. No password was sent. Use a name that the certificate bears, or give it as `server_name` under `tls`.',
  },
  SP589: {
    summary: 'The database server takes no more connections',
    explanation:
      'The limit of the server, the database or the account is reached. Setpoint needs one connection for a plan and a few for an apply. End connections that idle, raise the limit, or work on fewer nodes at once.',
  },
  SP590: {
    summary: 'The database server is not ready',
    explanation:
      'The server is starting, stopping or recovering and takes no connections meanwhile. Nothing was changed. Try again when it is up.',
  },
  SP591: {
    summary: 'The connection to the database server was lost',
    explanation:
      'The connection ended while it was in use: the server was stopped or restarted, somebody ended the session, or the network failed. A transaction that was open is undone by the server; what was committed stays. Plan again to see what is left to do.',
  },
  SP592: {
    summary: 'The database server only reads',
    explanation:
      'It is a standby that follows another server, or it was set to read-only. Changes are made on the primary server and arrive here by themselves.',
  },
  SP593: {
    summary: 'A pool between here and the database server mixes sessions',
    explanation:
      'A connection pool hands each transaction to any connection that it has. Locks, settings and cancelling belong to a connection, so an apply through such a pool could not be kept from another one. Reach the server itself, or a pool that keeps sessions apart.',
  },
  SP594: {
    summary: 'There is no way to the database through its host',
    explanation:
      'The node under `via` is not in the inventory, is not reached by SSH, or does not forward connections to the database server. Only nodes reached by `ssh`, and this machine itself, can forward connections; for others there is `psql` on the host.',
  },
  SP595: {
    summary: 'A file with certificates or keys cannot be read',
    explanation:
      'A path under `tls` names a file that is not there or must not be read. Nothing was connected to. Paths start at the project directory.',
  },
  SP596: {
    summary: 'psql cannot be run on the host',
    explanation:
      'The settings say that the database is reached by the program psql on a host, and it could not be started there: it is not installed, too old, or sudo did not allow it. The detail holds what the host said.',
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
  SP679: {
    summary: 'The database cannot be imported',
    explanation:
      'An import reads the whole catalogue of a database and loads what it writes into a scratch database, to see that a plan right after it has nothing to do. The account needs to read the catalogue and to make that scratch database; docs/databases.md tells the ways to one.',
  },
  SP697: {
    summary: 'The database does not exist yet',
    explanation:
      'A schema is declared for a database that is not there. The plan shows what it will be made of; it can be applied only when something before it makes the database, such as a `database` resource on the same node.',
  },
  SP698: {
    summary: 'A role does not exist yet',
    explanation:
      'A declared schema gives something to a role that the server does not know. The plan shows it as if the role were there; it can be applied only when something before it makes the role, such as a `role` resource on the same node.',
  },
  SP699: {
    summary: 'An owner cannot be compared',
    explanation:
      'The declaration says to whom an object belongs, and the account may not hand objects to that role, so nothing is known of it and owners stay as they are. An account hands objects to roles that it is a member of and that may create something in the schema; a superuser hands them to everybody.',
  },
} as const satisfies Record<string, DiagnosticRow>;
