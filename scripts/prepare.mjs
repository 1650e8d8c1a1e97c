// Runs after `npm ci` and `npm install` here: makes the generated sources. Where npm prepares calque as a dependency
// from git (`npm i git+…`, pre-commit) it runs no other script, so that dist/ must be built here as well.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** npm sets it in the install that it starts inside the clone. */
const isGitDependency = process.env._PACOTE_NO_PREPARE_ !== undefined;

if (isGitDependency) {
  // `npm i -g git+…` runs this before anything is installed (https://github.com/npm/cli/issues/8440): the setting
  // that makes it global reaches the clone's own install.
  if (!fs.existsSync(path.join(root, 'node_modules/esbuild'))) {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location|prefix)$/i.test(name)),
    );
    const npm = process.env.npm_execpath;
    const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    const args = [...first, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
    const {status} = spawnSync(command, args, {cwd: root, env, stdio: 'inherit', shell: command === 'npm'});
    if (status !== 0) process.exit(status ?? 1);
  }
  await import('./build.mjs');
} else await import('./generate.mjs');
