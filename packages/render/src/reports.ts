/** The reports that only some commands write, apart from what every command needs to talk. */
export * from './annotations/github.ts';
export * from './html/page.ts';
export * from './junit/plan.ts';
export * from './markdown/plan.ts';
export * from './report.ts';
export * from './sarif/sarif.ts';
