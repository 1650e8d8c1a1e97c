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
  // V8 optimizes a function once it has run 132 KB of its bytecode. The hundreds of functions that rules are made of all
  // come to that at once, and many are optimized again when they have seen more. Half as much again takes a fourth less
  // processor time in runs of seconds; the thread that lints alone takes some 4 % more. Node 22 tiers up another way.
  if (process.version.startsWith('v20.'))
    process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=200000');
  const {run} = await import('./hot.js');
  await run(process.argv.slice(2));
}
