// Imports TypeScript modules of the project from a build script, bundled by esbuild.

import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

/**
 * Bundles modules (and what they import from the tree; packages stay external) and imports the result: one module with
 * the exports of all.
 *
 * @param {string} root
 * @param {...string} entries paths relative to `root`
 */
export async function importTs(root, ...entries) {
  const contents = entries.map((entry) => `export * from ${JSON.stringify(`./${entry}`)};`).join('\n');
  const result = await build({
    stdin: {contents, resolveDir: root, loader: 'ts'},
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    write: false,
  });
  // Beside node_modules, so that packages resolve; a name of its own, so that parallel runs do not meet.
  const dir = path.join(root, 'node_modules/.cache/calque');
  fs.mkdirSync(dir, {recursive: true});
  const file = path.join(
    dir,
    `import-${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}.mjs`,
  );
  fs.writeFileSync(file, result.outputFiles[0].text);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(file, {force: true});
  }
}
