export { conditionValue, parseCondition, type WrittenCondition } from './condition.ts';
export type {
  Access,
  Assignment,
  NamedCondition,
  Pace,
  Persistence,
  RegisterDefinition,
  ResolvedLimits,
  ResolvedProfile,
  WriteFunction,
} from './profile.ts';
export { checkProfile, limitsOf, resolveProfile } from './resolve.ts';
export { type Profile, type ProfileRegister, profileSchema } from './schema.ts';
