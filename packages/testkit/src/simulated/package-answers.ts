import type { Answer } from '@setpoint/model';
import { type AnswerKind, found, textOf } from './answer-kind.ts';
import { momentText } from './moment.ts';

const absent: Answer = { status: 'absent' };

/** Answers of apt and dpkg, whose lists have been read and are fresh. */
export const packageAnswers: Readonly<Record<string, AnswerKind>> = {
  package: (host, query) => {
    const installed = host.packages.get(textOf(query, 'name'));
    if (installed === undefined) return absent;
    return found({
      status: installed.isRemoved ? 'config-files' : 'installed',
      version: installed.version,
      held: installed.held,
      manual: true,
      changed: momentText(installed.changed),
      providers: [],
      essential: false,
    });
  },
  'package-candidate': (host, query) => {
    const name = textOf(query, 'name');
    const unless = textOf(query, 'unless');
    const installed = host.packages.get(name);
    const isGood = installed !== undefined && !installed.isRemoved && (unless === '*' || unless === installed.version);
    const offer = host.archive.get(name);
    const nothing = { providers: [], architectures: [], near: '' };
    if (isGood) return found({ looked: false, candidate: '', versions: [], ...nothing });
    if (offer === undefined) return absent;
    return found({ looked: true, candidate: offer.versions[0] ?? '', versions: [...offer.versions], ...nothing });
  },
  'package-manager': () => found({ lists: 'read', ageSeconds: 60, interrupted: false }),
};
