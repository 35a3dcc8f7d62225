export { conditionValue, parseCondition, type WrittenCondition } from './condition.ts';
export { findingsIn } from './findings.ts';
export { type ImportedMap, type ImportProblem, importMap } from './import-map/index.ts';
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
export { registerOf } from './register-of.ts';
export { checkProfile, limitsOf, profileOf, resolveProfile } from './resolve.ts';
export { type Profile, type ProfileRegister, profileSchema, registerProperties } from './schema.ts';
