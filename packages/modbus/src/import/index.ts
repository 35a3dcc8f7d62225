export { type HeldValues, type ImportedPlaybook, importedRegisters, playbookOf } from './playbook.ts';
