// The tables of commands and options in docs/cli.md, from the same table that parses them.
import fs from 'node:fs';
import path from 'node:path';
import {importTs} from '../shared/import-ts.mjs';
import {fillGenerated} from './docs.mjs';

const file = 'docs/cli.md';
const cell = (text) => text.replaceAll('|', '\\|');

export async function generate(root) {
  const {optionTable} = await importTs(root, 'src/cli/options.ts');
  const commands = await commandsOf(root);
  const rows = commands.map(({name, usage, help}) => {
    const call = ['calque', name === 'lint' ? '' : name, cell(usage)].filter(Boolean).join(' ');
    return `| \`${call}\` | ${cell(help)} |`;
  });
  const out = ['', '| Command | |', '|---|---|', ...rows, ''];
  const groups = [...new Set(optionTable.map(({group}) => group))];
  for (const group of groups) {
    out.push(`### ${group}`, '', '| Option | | For |', '|---|---|---|');
    for (const {name, short, value, choices, help, commands: of} of optionTable.filter(
      (option) => option.group === group,
    )) {
      const what = `${help}${choices ? ` (${choices.join(', ')})` : ''}`;
      out.push(
        `| \`${short ? `-${short}, ` : ''}--${name}${value ? ` ${cell(value)}` : ''}\` | ${cell(what)} | ${of ? of.map((c) => (c === 'lint' ? '`calque`' : `\`${c}\``)).join(', ') : 'all'} |`,
      );
    }
    out.push('');
  }
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return {path: file, text: fillGenerated(text, out.join('\n'), file)};
}

/** The commands, without the modules that they load. */
async function commandsOf(root) {
  const {commandTable} = await importTs(root, 'src/cli/commands.ts');
  return commandTable;
}
