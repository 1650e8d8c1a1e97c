import type {AnyRule} from '../engine/rule.js';

/** Whether the environment asks where errors come from: `DEBUG=calque`. */
export function isDebugged(): boolean {
  return process.env.DEBUG?.includes('calque') === true;
}

const told = new Set<string>();

/** Says on standard error where in its code a rule threw; each place once. */
export function tellStack({meta}: AnyRule, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (told.has(stack)) return;
  told.add(stack);
  process.stderr.write(`calque: ${meta.id} threw ${stack}\n`);
}
