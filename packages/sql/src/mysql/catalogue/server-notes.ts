import type { SqlSession } from '../../session/session.ts';
import { textOf } from '../text/members.ts';

/** What readers know of the server and the session beside the database itself. */
export type ServerNotes = {
  readonly database: string;
  readonly product: SqlSession['server']['product'];
  readonly version: number;
  /** The sql_mode under which the session's statements run. */
  readonly sqlMode: string;
  /** The time_zone of the session: `SYSTEM`, `+00:00`. */
  readonly timeZone: string;
  /** `user@host`, as the server knows the session. */
  readonly user: string;
  /** The collation that a character set has where none is named. */
  readonly defaultCollations: Readonly<Record<string, string>>;
};

/** Asks for what the readers share. */
export async function readServerNotes(session: SqlSession): Promise<ServerNotes> {
  const [row] = await session.read(
    'SELECT @@SESSION.sql_mode AS mode, @@SESSION.time_zone AS zone, current_user() AS user, database() AS name',
  );
  const collations = await session.read(
    "SELECT CHARACTER_SET_NAME AS charset, COLLATION_NAME AS collation FROM information_schema.COLLATIONS WHERE IS_DEFAULT = 'Yes'",
  );
  return {
    database: textOf(row, 'name'),
    product: session.server.product,
    version: session.server.version,
    sqlMode: textOf(row, 'mode'),
    timeZone: textOf(row, 'zone'),
    user: textOf(row, 'user'),
    defaultCollations: Object.fromEntries(
      collations.map((each) => [textOf(each, 'charset'), textOf(each, 'collation')]),
    ),
  };
}
