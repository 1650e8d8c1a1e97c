import {readText} from '../../article/read-text.js';
import {bundledPhrases} from '../../config/bundled-phrases.js';
import {compilePhrases, PhraseMatcher} from '../../lexicon/phrases/automaton.js';
import {indexText} from '../../text/index-text.js';
import type {Command} from '../command.js';
import {print} from '../output.js';
import {projectOf} from '../project.js';
import {UsageError} from '../usage-error.js';

/** Says which dictionary entries a word or phrase meets, which rules read them, and what is found in it. */
export const command: Command = async ({operands, options}) => {
  if (operands.length === 0)
    throw new UsageError('usage: calque trace WORD ..., for example: calque trace force structures');
  const project = projectOf(options);
  const {resolved, linter} = await project.settingsFor('text.txt');
  const phrase = operands.join(' ');
  const article = readText(phrase);
  const text = indexText(article);
  const rules = [...project.rules.values()].map(({meta}) => meta);
  const bundled = bundledPhrases();
  const own = await project.entriesFor('text.txt');
  const matchers = [
    new PhraseMatcher(own, compilePhrases(own).tables, () => true),
    new PhraseMatcher(bundled.entries, bundled.tables, () => true),
  ];
  const lines: string[] = [];
  for (const matcher of matchers) {
    for (const {entry} of matcher.matchSentence(text, 0, text.tokens.count - 1) ?? []) {
      const readers = rules
        .filter((meta) => meta.dictionaries?.includes(entry.kind))
        .map(({id}) => `${id} (${resolved.rules.get(id)?.severity ?? 'off'})`);
      lines.push(
        `“${entry.phrase}”  ${entry.origin ?? ''}`,
        `  kind ${entry.kind}${entry.replace ? `; write “${entry.replace.join('” or “')}”` : ''}${entry.source ? `; from ${entry.source.join(', ')}` : ''}`,
        `  read by ${readers.join(', ') || 'no rule'}`,
      );
    }
  }
  if (lines.length === 0) lines.push(`No dictionary has an entry for “${phrase}”`);
  for (const {rule, severity, message} of linter.lint(article).findings)
    lines.push(`${severity}  ${message}  ${rule}`);
  await print(`${lines.join('\n')}\n`);
  return 0;
};
