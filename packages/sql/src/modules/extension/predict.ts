import type { Answers, Prediction } from '@setpoint/model';
import { contentKinds, departureKinds } from '../../driver/objects/content-kinds.ts';
import type { AvailableExtension, ExtensionFacts } from '../../driver/objects/extension.ts';
import { found } from '../../driver/objects/object-kind.ts';
import { foundIn, knownOf } from '../server-object/state.ts';
import type { ExtensionDeclared } from './declared.ts';
import { wantedVersion } from './diff.ts';

/** The database will have the extension as declared, with objects that nobody listed; or will not have it. */
export function predictExtension(declared: ExtensionDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') return { answers: { extension: { status: 'absent' } }, unsettles: departureKinds };
  const before = knownOf(foundIn<ExtensionFacts>(answers['extension']));
  const available = knownOf(foundIn<AvailableExtension>(answers['available'])) ?? null;
  const facts: ExtensionFacts = {
    version: wantedVersion(declared, available) ?? before?.version ?? available?.defaultVersion ?? '',
    schema: declared.schema ?? before?.schema ?? '',
    isRelocatable: before?.isRelocatable ?? true,
  };
  return { answers: { extension: found(facts) }, unsettles: contentKinds };
}
