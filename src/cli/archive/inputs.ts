import fs from 'node:fs';
import {readNames} from '../../archive/read-names.js';
import type {NameRecord} from '../../archive/records.js';
import {reasonOf} from '../../config/system-error.js';
import {UsageError} from '../usage-error.js';

/** The files that operands name, or standard input for none and for `-`. */
export function inputsFrom(operands: readonly string[]): readonly string[] {
  if (operands.length === 0) return ['-'];
  if (operands.filter((operand) => operand === '-').length > 1)
    throw new UsageError('standard input can be read only once: name - once');
  for (const operand of operands) {
    if (operand === '-') continue;
    try {
      if (fs.statSync(operand).isDirectory())
        throw new UsageError(`${operand} is a folder: name the files in it, such as ${operand}/*.jsonl`);
      fs.closeSync(fs.openSync(operand, 'r'));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${operand}: ${reasonOf(error)}`);
    }
  }
  return operands;
}

/** Reads the names that operands name, as `calque archive names` wrote them. */
export async function namesFrom(inputs: readonly string[]): Promise<NameRecord[]> {
  try {
    return await readNames(inputs);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}
