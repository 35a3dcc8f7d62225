import { type Body, errorDiagnostic } from '@setpoint/model';
import { type ArchiveReading, maxUnpackedBytes, readArchive } from '../archive/read-archive.ts';
import type { Confined } from '../project/confine.ts';
import { spanOf, type YamlEntry } from '../yaml/value.ts';
import type { BodyRequest } from './body.ts';
import type { CompileRun } from './run.ts';

/** The body of an archive of the project, with its members; undefined after a problem, which is reported. */
export function archiveBody(
  { run, scope }: BodyRequest,
  entry: YamlEntry,
  { path, status }: Extract<Confined, { readonly kind: 'found' }>,
): Body | undefined {
  const reading = readOnce(run, path, status.sizeBytes);
  if (reading.kind === 'read') return reading.body;
  const { why, hint } = reading;
  scope.report(
    errorDiagnostic('SP636', {
      detail: `The archive ${path} cannot be used. ${why}`,
      ...(hint === undefined ? {} : { hint }),
      span: spanOf(entry.value),
    }),
  );
  return undefined;
}

type Reading = { readonly kind: 'read'; readonly body: Body } | Extract<ArchiveReading, { readonly kind: 'refused' }>;

const readings = new WeakMap<CompileRun, Map<string, Reading>>();

/** Archives are read once per run, however many nodes they are for. */
function readOnce(run: CompileRun, path: string, sizeBytes: number): Reading {
  const known = readings.get(run) ?? new Map<string, Reading>();
  readings.set(run, known);
  const reading = known.get(path) ?? read(run, path, sizeBytes);
  known.set(path, reading);
  return reading;
}

function read(run: CompileRun, path: string, sizeBytes: number): Reading {
  if (sizeBytes > maxUnpackedBytes) {
    const why = `It is larger than ${maxUnpackedBytes / 1024 / 1024} MiB.`;
    const hint = 'bring the archive to the node by `file` and unpack it by `command` with `creates`';
    return { kind: 'refused', why, hint };
  }
  const archive = run.files.read(path);
  if (archive === undefined) return { kind: 'refused', why: 'It cannot be read.' };
  const reading = readArchive(archive);
  if (reading.kind === 'refused') return reading;
  const { body } = reading;
  run.bodies.put(body.sha256, unpackedWhenNeeded(run, path, reading.bytes));
  return { kind: 'read', body };
}

/** Most plans need no contents, and those of many archives would not fit into memory: they are unpacked anew when they are asked for. */
function unpackedWhenNeeded(run: CompileRun, path: string, first: Uint8Array) {
  let latest = new WeakRef(first);
  return {
    kind: 'bytes',
    get bytes(): Uint8Array {
      const held = latest.deref();
      if (held !== undefined) return held;
      const reading = readArchive(run.files.read(path) ?? new Uint8Array());
      // An archive that is gone or broken by now is told on the node, where the digests of its files do not fit.
      const bytes = reading.kind === 'read' ? reading.bytes : new Uint8Array();
      latest = new WeakRef(bytes);
      return bytes;
    },
  } as const;
}
