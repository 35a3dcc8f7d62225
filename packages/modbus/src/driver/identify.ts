import type { Answer } from '@setpoint/model';
import { exchangeRead, type ReadResult, type Unit } from './exchange.ts';

/** Names of the objects of the basic and regular device identification (application protocol V1.1b3, 6.21). */
const objectNames: Readonly<Record<number, string>> = {
  0: 'vendor',
  1: 'product_code',
  2: 'revision',
  3: 'vendor_url',
  4: 'product_name',
  5: 'model_name',
  6: 'application_name',
};

type Silent = {
  readonly status: 'silent';
  readonly read: Extract<ReadResult, { readonly kind: 'silent' | 'aborted' }>;
};

/** No device has more objects than this; one that says so is not believed for ever. */
const mostRequests = 32;

/** What the device says of itself by function 43/14, the regular objects or at least the basic ones; absent when it does not know the function. */
export async function identify(unit: Unit): Promise<Answer | Silent> {
  const texts = new Map<string, string>();
  let object = 0;
  let code: 1 | 2 = 2;
  for (let requests = 0; requests < mostRequests; requests += 1) {
    const result = await exchangeRead(unit, { kind: 'identify', unit: unit.settings.unit, code, object });
    if (result.kind === 'silent' || result.kind === 'aborted') return { status: 'silent', read: result };
    if (result.kind === 'exception' && code === 2 && texts.size === 0 && result.code !== 1) {
      code = 1;
      continue;
    }
    if (result.kind === 'exception' || result.reply.kind !== 'identification') break;
    for (const [id, text] of Object.entries(result.reply.objects))
      texts.set(objectNames[Number(id)] ?? `object_${id}`, text);
    if (!result.reply.moreFollows || result.reply.next <= object) break;
    object = result.reply.next;
  }
  return texts.size === 0 ? { status: 'absent' } : { status: 'found', value: Object.fromEntries(texts) };
}
