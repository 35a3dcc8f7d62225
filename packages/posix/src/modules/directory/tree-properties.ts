import { wantedMode } from '../../ownership/ownership.ts';
import type { TreeGroup } from '../../queries/tree.ts';
import type { TreeDeclared } from './declared.ts';

/** One property that everything below a directory is held to. */
export type TreeProperty = {
  /** The edit's path. */
  readonly path: string;
  /** As declared, for titles and edits. */
  readonly value: string;
  /** True for the entries that the property is about; a link has no mode of its own. */
  readonly concerns: (group: TreeGroup) => boolean;
  readonly found: (group: TreeGroup) => string;
  /** What the entries come to; equal to `found` when they are as declared. */
  readonly wanted: (group: TreeGroup) => string;
};

/** The declared properties of a tree, in a fixed order. */
export function treeProperties({ owner, group, directoryMode, fileMode }: TreeDeclared): readonly TreeProperty[] {
  return [
    ...(owner === null ? [] : [nameProperty('tree.owner', owner, (found) => [found.owner, found.uid])]),
    ...(group === null ? [] : [nameProperty('tree.group', group, (found) => [found.group, found.gid])]),
    ...(directoryMode === null ? [] : [modeProperty('tree.mode', directoryMode, 'directory')]),
    ...(fileMode === null ? [] : [modeProperty('tree.file_mode', fileMode, 'file')]),
  ];
}

function nameProperty(
  path: string,
  value: string,
  read: (group: TreeGroup) => readonly [name: string, id: number],
): TreeProperty {
  return {
    path,
    value,
    concerns: () => true,
    found: (group) => read(group)[0],
    wanted: (group) => (String(read(group)[1]) === value ? read(group)[0] : value),
  };
}

function modeProperty(path: string, value: string, type: 'directory' | 'file'): TreeProperty {
  return {
    path,
    value,
    concerns: (group) => group.type === type,
    found: (group) => group.mode,
    wanted: (group) => wantedMode(value, group.mode, type === 'directory'),
  };
}
