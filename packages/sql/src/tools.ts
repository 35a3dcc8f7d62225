export { factKey, kindOfKey, nameOfKey } from './catalogue/fact-key.ts';
export { type SchemaHazardCode, schemaHazards } from './compare/hazard.ts';
export { openSqlChannel, type SqlChannelOptions } from './driver/channel.ts';
export type { SqlSessions } from './driver/sessions.ts';
export { schema as schemaModule } from './modules/schema/index.ts';
export { openMysqlSession } from './session/mysql-session.ts';
export { openPgSession } from './session/pg-session.ts';
export { SqlFailure, type SqlSession } from './session/session.ts';
export type { SqlTarget } from './session/target.ts';
