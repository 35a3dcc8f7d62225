import { generateKeyPairSync } from 'node:crypto';
import { resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic, hasErrors } from '@setpoint/model';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { writeNewFile } from '../output/new-file.ts';
import { createReport, type Report } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { writePlanFile } from '../saved-plan/file.ts';
import { readPrivateKey } from '../saved-plan/key-files.ts';
import { readPlanFile } from '../saved-plan/read-file.ts';
import { keyIdOf, signPlan } from '../saved-plan/signature.ts';
import { sealPlan } from '../saved-plan/text.ts';

/** `setpoint sign`: says that a saved plan is good, in a way that a project can demand. */
export const sign: Command = {
  name: 'sign',
  summary: 'Sign a saved plan, or make a key for that',
  description:
    'Signs the digest of a saved plan with an Ed25519 key and writes the signature into the file. A project that says `plans: { require_signature: true }` in setpoint.yaml applies only plans that a key of its `trusted_keys` signed.',
  arguments: [{ name: 'plan', required: false, description: 'file of the saved plan' }],
  options: [
    { name: 'key', value: 'FILE', description: 'private Ed25519 key, as openssl, ssh-keygen or --new-key make them' },
    { name: 'new-key', value: 'FILE', description: 'make a key pair: FILE and FILE.pub' },
  ],
  examples: [
    { command: 'setpoint sign --new-key release', explanation: 'once; release.pub goes into the project' },
    { command: 'setpoint sign plan.json --key release', explanation: 'after the plan was looked at' },
  ],
  run: async (given, io) => {
    const report = createReport(given, io, findProjectDir(io.cwd, given.value('project')));
    const newKey = given.value('new-key');
    const problems = newKey === undefined ? await signFile(given, io, report) : await makeKey(newKey, io, report);
    await report.diagnostics(problems);
    return exitCodeOf(problems);
  },
};

function exitCodeOf(problems: readonly Diagnostic[]): ExitCode {
  return hasErrors(problems) ? exitCodes.error : exitCodes.done;
}

async function signFile(given: ParsedArguments, io: CommandIo, report: Report): Promise<readonly Diagnostic[]> {
  const [name] = given.positional;
  const keyName = given.value('key');
  if (name === undefined || keyName === undefined) {
    const detail = 'A plan is signed with a key: name the file of the plan and --key.';
    return [errorDiagnostic('SP803', { detail, hint: 'setpoint sign plan.json --key FILE' })];
  }
  const result = readPlanFile(resolve(io.cwd, name), name);
  if (result.kind === 'refused') return [result.diagnostic];
  const { key, diagnostics } = readPrivateKey(resolve(io.cwd, keyName), keyName);
  if (key === undefined) return diagnostics;
  const signature = signPlan(result.plan.digest, key);
  const problem = writePlanFile(resolve(io.cwd, name), sealPlan(result.plan.members, signature).text, name);
  if (problem !== undefined) return [...diagnostics, problem];
  await report.talk(`Signed ${name}, ${result.plan.digest}, with the key ${signature.keyId}.\n`);
  await report.line('written', { path: name });
  return diagnostics;
}

async function makeKey(name: string, io: CommandIo, report: Report): Promise<readonly Diagnostic[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = [
    { name, text: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), mode: 0o600 },
    { name: `${name}.pub`, text: publicKey.export({ format: 'pem', type: 'spki' }).toString(), mode: 0o644 },
  ];
  for (const file of files) {
    const problem = writeNewFile({
      path: resolve(io.cwd, file.name),
      text: file.text,
      overwrites: false,
      mode: file.mode,
    });
    if (problem !== undefined) return [problem];
    await report.line('written', { path: file.name });
  }
  await report.talk(
    `Made the key ${keyIdOf(publicKey)}.\nKeep ${name} where secrets are kept. To trust it, put ${name}.pub into the project and name it in setpoint.yaml:\nplans: { require_signature: true, trusted_keys: [${name}.pub] }\n`,
  );
  return [];
}
