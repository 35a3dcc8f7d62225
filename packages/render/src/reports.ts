/** The reports that only some commands write, apart from what every command needs to talk. */
export * from './markdown/plan.ts';
export * from './report.ts';
