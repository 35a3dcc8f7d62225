import type { BodyStore, DriverSettings, ResourceModule } from '@setpoint/model';
import type { FetchedArchives } from '../archive/fetched-archives.ts';
import type { Gather } from '../diagnostics/gather.ts';
import type { Evaluator } from '../expression/scope.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileReader } from '../project/file-reader.ts';
import type { TemplateLibrary } from '../template/library.ts';
import type { PropertyValidator } from '../validate/validator.ts';
import type { YamlEntry } from '../yaml/value.ts';

/** What compiling works with, the same for a whole run. */
export type CompileRun = {
  readonly modules: ReadonlyMap<string, ResourceModule>;
  readonly drivers: ReadonlyMap<string, DriverSettings>;
  readonly validate: PropertyValidator;
  readonly files: FileReader;
  readonly bodies: BodyStore;
  readonly archives: FetchedArchives;
  readonly templates: TemplateLibrary;
  readonly evaluator: Evaluator;
  readonly gather: Gather;
  readonly inventory: Inventory;
  /** Values of `--var`, which win over all levels. */
  readonly commandLine: readonly YamlEntry[];
  /** Only resources that bear one of these tags; undefined: all. */
  readonly tags: ReadonlySet<string> | undefined;
  /** No secret is read, and nothing that a declaration holds is run to ask a node. */
  readonly withoutSecrets: boolean;
};
