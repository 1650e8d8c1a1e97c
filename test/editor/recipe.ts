import fs from 'node:fs';
import path from 'node:path';
import {root} from '../support/resources.js';
import {cli} from './client.js';

/** A block of code in a section of docs/editors.md, counted from 0: what people are told is what is tested. */
export function recipe(section: string, language: string, nth = 0): string {
  const page = fs.readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const blocks = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
  const block = [...text.matchAll(blocks)][nth]?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no ${language} in its section ${section}`);
  return block;
}

/** An environment in which the command `calque` is the one that was built here. */
export function installed(folder: string): NodeJS.ProcessEnv {
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin, {recursive: true});
  fs.writeFileSync(path.join(bin, 'calque'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, {
    mode: 0o755,
  });
  return {...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`};
}
