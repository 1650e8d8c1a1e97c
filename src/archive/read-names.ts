import {linesOf} from './map-articles.js';
import {type Input, partsOf} from './parts.js';
import type {NameRecord} from './records.js';

/**
 * Reads what `calque archive names` wrote.
 *
 * @throws RangeError with the line that is no name
 */
export async function readNames(inputs: readonly Input[]): Promise<NameRecord[]> {
  const names: NameRecord[] = [];
  let number = 0;
  for await (const part of partsOf(inputs, 1 << 24)) {
    for (const line of linesOf(part.read())) {
      number++;
      const text = new TextDecoder().decode(line).trim();
      if (text !== '') names.push(nameOf(text, number));
    }
  }
  return names;
}

function nameOf(text: string, number: number): NameRecord {
  let name: Partial<NameRecord> | null = null;
  try {
    name = JSON.parse(text) as Partial<NameRecord> | null;
  } catch {
    // Told below.
  }
  if (!Array.isArray(name?.forms) || !Array.isArray(name.keep))
    throw new RangeError(`line ${number} is no name that \`calque archive names\` wrote`);
  return name as NameRecord;
}
