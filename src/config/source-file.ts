import {isMap, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {ConfigError} from './config-error.js';
import {withoutComments} from './json-comments.js';

/** Where in a configuration file a key or a value stands. */
export type Locate = (path: readonly string[], atKey: boolean) => {line: number; column: number} | undefined;

/**
 * Reads YAML or JSON (which is YAML; with comments and trailing commas too) with the places of its keys and values.
 *
 * @throws ConfigError that lists every syntax error with line and column
 */
export function parseData(text: string, file: string): {value: unknown; locate: Locate} {
  const counter = new LineCounter();
  // Aliases are cut short by the parser when they multiply beyond measure.
  const document = parseDocument(file.endsWith('.json') ? withoutComments(text) : text, {
    lineCounter: counter,
    prettyErrors: false,
  });
  const place = (offset: number) => {
    const {line, col} = counter.linePos(offset);
    return {line, column: col};
  };
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((error) => ({message: lower(error.message), file, ...place(error.pos[0])})),
    );
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    throw new ConfigError([{message: lower((error as Error).message), file, line: 1, column: 1}]);
  }
  const locate: Locate = (path, atKey) => {
    const offset = offsetOf(document.contents, path, atKey);
    return offset === undefined ? undefined : place(offset);
  };
  return {value, locate};
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function offsetOf(contents: unknown, path: readonly string[], atKey: boolean): number | undefined {
  let node = contents as Node | null;
  let last: number | undefined = node?.range?.[0];
  for (const [i, part] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((p) => String((p.key as {value?: unknown} | null)?.value) === part);
      const key = (pair?.key as Node | undefined)?.range?.[0];
      if (key !== undefined) last = key;
      if (atKey && i === path.length - 1) return last;
      next = pair?.value;
    } else if (isSeq(node)) next = node.items[Number(part)];
    if (!next) return last;
    node = next as Node;
    last = node.range?.[0] ?? last;
  }
  return last;
}
