export { applyPlan } from './apply/index.ts';
export { type JournalEntry, type JournaledChange, journalFormatVersion } from './journal/entry.ts';
export { type OrderResult, orderResources } from './order/index.ts';
export { tellBug } from './plan/bug.ts';
export { closeNodes, type PlannedRun, type PlanPurpose, planPlays } from './plan/index.ts';
export { openChannel, type SessionResult } from './plan/node-session.ts';
export type { ApplyOptions, Clock, EngineContext, JournalStore } from './ports.ts';
