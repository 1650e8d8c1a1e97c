import type {AnyRule, Listeners} from './rule.js';

/** The listeners that `make` makes for a rule, each call added to the rule's time. */
export function timed(
  rule: AnyRule,
  make: () => Listeners,
  clock: () => number,
  timings: Record<string, number>,
): Listeners {
  const {id} = rule.meta;
  const measure =
    <A extends unknown[], R>(run: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      const began = clock();
      try {
        return run(...args);
      } finally {
        timings[id] = (timings[id] ?? 0) + clock() - began;
      }
    };
  const plain = measure(make)();
  const out: Record<string, unknown> = {};
  for (const [event, listener] of Object.entries(plain) as [string, unknown][]) {
    if (typeof listener === 'function')
      out[event] = measure(listener.bind(plain) as (...args: unknown[]) => unknown);
    else if (event === 'mark' && plain.mark)
      out[event] = {chars: plain.mark.chars, on: measure(plain.mark.on.bind(plain.mark))};
  }
  return out as Listeners;
}
