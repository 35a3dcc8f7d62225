import { type Body, errorDiagnostic } from '@setpoint/model';
import { type ArchiveReading, maxUnpackedBytes, readArchive } from '../archive/read-archive.ts';
import type { Confined } from '../project/confine.ts';
import { spanOf, type YamlEntry } from '../yaml/value.ts';
import type { BodyRequest } from './body.ts';
import type { CompileRun } from './run.ts';

/** The body of an archive of the project, with its members; undefined after a problem, which is reported. */
export function archiveBody(
  request: BodyRequest,
  entry: YamlEntry,
  { path, status }: Extract<Confined, { readonly kind: 'found' }>,
): Body | undefined {
  const { run } = request;
  const stored = { sizeBytes: status.sizeBytes, read: () => run.files.read(path) };
  return bodyOf(request, entry, { name: path, reading: readOnce(run, path, stored) });
}

/**
 * The body of an archive of a URL, with its members. Without members while the archive is not here; `none` without a checksum, which
 * the module tells; undefined after a problem, which is reported.
 */
export function fetchedArchiveBody(request: BodyRequest, entry: YamlEntry, url: string): Body | 'none' | undefined {
  const { run, values } = request;
  const checksum = values.get('sha256')?.value;
  const sha256 = typeof checksum === 'string' ? checksum.toLowerCase() : '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) return 'none';
  const found = run.archives.find({ url, sha256 });
  if (found.kind === 'missing') return { sha256, sizeBytes: 0 };
  const reading: Reading =
    found.kind === 'failed' ? { ...found, kind: 'refused' } : readOnce(run, `fetched ${sha256}`, found);
  return bodyOf(request, entry, { name: url, reading });
}

function bodyOf(
  { scope }: BodyRequest,
  entry: YamlEntry,
  { name, reading }: { readonly name: string; readonly reading: Reading },
): Body | undefined {
  if (reading.kind === 'read') return reading.body;
  const { why, hint } = reading;
  scope.report(
    errorDiagnostic('SP636', {
      detail: `The archive ${name} cannot be used. ${why}`,
      ...(hint === undefined ? {} : { hint }),
      span: spanOf(entry.value),
    }),
  );
  return undefined;
}

type Reading = { readonly kind: 'read'; readonly body: Body } | Extract<ArchiveReading, { readonly kind: 'refused' }>;

const readings = new WeakMap<CompileRun, Map<string, Reading>>();

/** The bytes of an archive as it is packed. */
type Stored = { readonly sizeBytes: number; readonly read: () => Uint8Array | undefined };

/** Archives are read once per run, however many nodes they are for. */
function readOnce(run: CompileRun, path: string, stored: Stored): Reading {
  const known = readings.get(run) ?? new Map<string, Reading>();
  readings.set(run, known);
  const reading = known.get(path) ?? read(run, stored);
  known.set(path, reading);
  return reading;
}

function read(run: CompileRun, { sizeBytes, read: readStored }: Stored): Reading {
  if (sizeBytes > maxUnpackedBytes) {
    const why = `It is larger than ${maxUnpackedBytes / 1024 / 1024} MiB.`;
    const hint = 'bring the archive to the node by `file` and unpack it by `command` with `creates`';
    return { kind: 'refused', why, hint };
  }
  const archive = readStored();
  if (archive === undefined) return { kind: 'refused', why: 'It cannot be read.' };
  const reading = readArchive(archive);
  if (reading.kind === 'refused') return reading;
  const { body } = reading;
  run.bodies.put(body.sha256, unpackedWhenNeeded(readStored, reading.bytes));
  return { kind: 'read', body };
}

/** Most plans need no contents, and those of many archives would not fit into memory: they are unpacked anew when they are asked for. */
function unpackedWhenNeeded(readStored: Stored['read'], first: Uint8Array) {
  let latest = new WeakRef(first);
  return {
    kind: 'bytes',
    get bytes(): Uint8Array {
      const held = latest.deref();
      if (held !== undefined) return held;
      const reading = readArchive(readStored() ?? new Uint8Array());
      // An archive that is gone or broken by now is told on the node, where the digests of its files do not fit.
      const bytes = reading.kind === 'read' ? reading.bytes : new Uint8Array();
      latest = new WeakRef(bytes);
      return bytes;
    },
  } as const;
}
