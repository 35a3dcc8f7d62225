/**
 * What the child process runs: PostgreSQL compiled to WebAssembly, asked by messages. Arguments: the address of the library, a file
 * that keeps a fresh data directory (made when it is not there), and the addresses of modules with extensions by their names, as
 * JSON. It ends with whoever started it. A text and not a file, so that it runs wherever the code around it was bundled to.
 */
export const pgliteProgram = `
const [library, saved, modules] = process.argv.slice(1);
const { readFile, rename, writeFile } = await import('node:fs/promises');
const { PGlite } = await import(library);
process.on('disconnect', () => process.exit());
const bytes = await readFile(saved).catch(() => undefined);
const extensions = {};
for (const [name, address] of Object.entries(JSON.parse(modules))) extensions[name] = (await import(address))[name];
const database = await PGlite.create({ extensions, ...(bytes === undefined ? {} : { loadDataDir: new Blob([bytes]) }) });
if (bytes === undefined) {
  const dump = await database.dumpDataDir('none');
  const part = saved + '.' + process.pid;
  await writeFile(part, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
  await rename(part, saved);
}
process.on('message', async (text) => {
  try {
    const results = await database.exec(text);
    const last = results.at(-1);
    process.send({ rows: last?.rows ?? [], affected: last?.affectedRows ?? 0 });
  } catch (error) {
    const { message, code, detail, hint, position } = error;
    process.send({ failure: { message, code, detail, hint, position } });
  }
});
process.send('ready');
`;
