#!/usr/bin/env node
import module from 'node:module';
import {version} from '../config/version.js';

// Node 22 and later keep the compiled code between runs.
(module as {enableCompileCache?: () => void}).enableCompileCache?.();

const [first] = process.argv.slice(2);
if (process.argv.length === 3 && (first === '--version' || first === '-v')) {
  process.stdout.write(`${version}\n`);
} else {
  const {run} = await import('./hot.js');
  await run(process.argv.slice(2));
}
