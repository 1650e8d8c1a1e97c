#!/usr/bin/env node
import module from 'node:module';

declare const CALQUE_VERSION: string;

// Node 22 and later keep the compiled code of modules; the build sees to that of what every run needs.
(module as {enableCompileCache?: () => void}).enableCompileCache?.();

// This file imports nothing of calque: the version is asked for often, and answered before anything is loaded.
const [first] = process.argv.slice(2);
if (process.argv.length === 3 && (first === '--version' || first === '-v')) {
  process.stdout.write(`${CALQUE_VERSION}\n`);
} else {
  const {run} = await import('./hot.js');
  await run(process.argv.slice(2));
}
