// Imports a TypeScript module of the project from a build script: bundled by esbuild into a data URL.

import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

/** Bundles `entry` (and what it imports from the tree; packages stay external) and imports the result. */
export async function importTs(root, entry) {
  const result = await build({
    entryPoints: [path.join(root, entry)],
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
