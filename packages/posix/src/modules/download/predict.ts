import type { Answer, Answers, Prediction } from '@setpoint/model';
import type { DownloadValue } from '../../queries/download.ts';
import { packageFileQuery } from '../../queries/package-file.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { editableContentQuery } from '../../text-edits/observe.ts';
import { predictFile } from '../file/predict.ts';
import type { DownloadDeclared } from './declared.ts';
import { fileOf } from './observe.ts';

/** What the node will answer once the file was downloaded: nobody can tell what it holds before. */
export function predictDownload(declared: DownloadDeclared, answers: Answers): Prediction {
  const file = predictFile(fileOf(declared), answers);
  const value = foundValue<DownloadValue>(answers['download']);
  const before = foundValue<StatValue>(answers['stat']);
  const fresh: Answer = {
    status: 'found',
    value: { digests: {}, sums: null, head: value?.head ?? null, isFresh: true },
  };
  const unread: Answer = {
    status: 'unknown',
    cause: { kind: 'after', address: `download:${declared.path}` },
  };
  const others = [true, false].map((follow) => ({
    query: editableContentQuery({ path: declared.path, follow }),
    answer: unread,
  }));
  const asPackage = { query: packageFileQuery(declared.path), answer: unread };
  return {
    answers: { ...file.answers, download: fresh },
    others: [...(before === undefined ? others : []), asPackage],
  };
}
