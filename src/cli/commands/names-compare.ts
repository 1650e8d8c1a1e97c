import {createInterface} from 'node:readline';
import {compareSpellings} from '../../names/spelling/compare.js';
import type {Command} from '../command.js';
import {note, print, write} from '../output.js';
import {UsageError} from '../usage-error.js';

/** How sure it is that two spellings are of one name: of two operands, or of pairs `a<TAB>b` from standard input. */
export const command: Command = async ({operands, options}) => {
  if (options.tsv) {
    if (operands.length > 1)
      throw new UsageError('`calque names compare --tsv` reads the pairs from standard input');
    return compareLines();
  }
  const [, a, b, ...more] = operands;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError('usage: calque names compare A B, or: calque names compare --tsv < PAIRS');
  await print(`${show(compareSpellings(a, b))}\n`);
  return 0;
};

/** A line that holds no pair is told and answered by an empty line, so that answers stay beside their pairs. */
async function compareLines(): Promise<number> {
  let out = '';
  let number = 0;
  let code = 0;
  for await (const line of createInterface({input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY})) {
    const [a, b] = line.split('\t');
    number++;
    if (a === undefined || b === undefined) {
      note(
        `calque: line ${number}: it must hold two spellings with a tab between them, but is: ${line.slice(0, 80)}\n`,
      );
      code = 1;
      out += '\n';
    } else out += `${show(compareSpellings(a.trim(), b.trim()))}\n`;
    if (out.length < 1 << 16) continue;
    await write(process.stdout, out);
    out = '';
  }
  await write(process.stdout, out);
  return code;
}

const show = (sureness: number): string => String(Number(sureness.toFixed(6)));
