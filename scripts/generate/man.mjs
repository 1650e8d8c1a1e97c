// The manual page, from the same tables that the command line parses.
import {importTs} from '../shared/import-ts.mjs';

/** Text of roff: a hyphen is a minus there, and a leading dot or quotation mark a request. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

export async function generate(root) {
  const {optionTable} = await importTs(root, 'src/cli/options.ts');
  const {commandTable} = await importTs(root, 'src/cli/commands.ts');
  const lines = [
    '.TH CALQUE 1 "" "calque" "User Commands"',
    '.SH NAME',
    roff('calque - a linter for machine-translated news'),
    '.SH SYNOPSIS',
    ...commandTable.flatMap(({name, usage}) => [
      '.B calque',
      roff([name === 'lint' ? '' : name, '[OPTION ...]', usage].filter(Boolean).join(' ')),
      '.br',
    ]),
    '.SH DESCRIPTION',
    roff(
      'Finds where the translation shows in an article: names in several spellings, words left in the language it came from, residue of pages, turned quotation marks, literal phrases. Says where, why and what to do, and scores the article on the MQM scale.',
    ),
    '.SH COMMANDS',
    ...commandTable.flatMap(({name, usage, help}) => [
      '.TP',
      `.B ${roff(`${name} ${usage}`.trim())}`,
      roff(help),
    ]),
    '.SH OPTIONS',
  ];
  for (const group of new Set(optionTable.map((option) => option.group))) {
    lines.push(`.SS ${roff(group)}`);
    for (const {name, short, value, choices, help, commands} of optionTable) {
      if (optionTable.find((option) => option.name === name).group !== group) continue;
      const of = commands ? ` (${commands.join(', ')})` : '';
      lines.push(
        '.TP',
        `.B ${roff(`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`)}`,
        roff(`${help}${choices ? `: ${choices.join(', ')}` : ''}${of}`),
      );
    }
  }
  lines.push(
    '.SH EXIT STATUS',
    '0: nothing at error level. 1: findings. 2: misuse, broken configuration or crash.',
    '.SH FILES',
    '.TP',
    roff('calque.config.{ts,js,json}, .calquerc.{yaml,json}'),
    'The configuration, looked for upward from each article.',
    '.TP',
    '.B .calqueignore',
    'What is left out, in the syntax of .gitignore.',
    '.SH SEE ALSO',
    roff('calque explain RULE tells what a rule finds.'),
  );
  return {path: 'man/calque.1', text: `${lines.join('\n')}\n`};
}
