import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {lintGutter, lintKeymap} from '@codemirror/lint';
import {highlightSelectionMatches, search, searchKeymap} from '@codemirror/search';
import {EditorState, type Text} from '@codemirror/state';
import {drawSelection, EditorView, keymap, lineNumbers, placeholder} from '@codemirror/view';
import {apply, type Checked, type Choice, calque, recheck} from '../../../src/codemirror/index.js';
import {editsBetween} from '../../../src/engine/edits-between.js';
import type {Severity} from '../../../src/engine/finding.js';
import {scoreInWords} from '../../../src/report/score-scale.js';
import {Checker} from './checker.js';
import {byId, element} from './dom.js';
import {readFile, saveFile} from './files.js';
import {renderFindings} from './finding-list.js';
import {renderNames} from './name-strip.js';
import type {Answer, Format, Question, Told} from './protocol.js';

const list = byId('findings');
const strip = byId('names');
const summary = byId('summary');
const meaning = byId('meaning');
const message = byId('message');
const format = byId<HTMLSelectElement>('format');
const language = byId<HTMLInputElement>('language');
const source = byId<HTMLInputElement>('source-language');
const strict = byId<HTMLInputElement>('strict');
const file = byId<HTMLInputElement>('file');

const checker = new Checker();
/** The last answer, and the document that it is about. */
let checked: Text | undefined;
let checkedAs = '';
let told: readonly Told[] = [];

function ask(task: 'check' | 'fix', text: string): Promise<Answer | undefined> {
  return checker.check({task, text, ...settings()});
}

function settings(): Omit<Question, 'id' | 'task' | 'text'> {
  return {
    format: format.value as Format,
    language: language.value.trim() || 'en',
    sourceLanguage: source.value.trim(),
    preset: strict.checked ? 'strict' : 'recommended',
  };
}

async function check(text: string): Promise<Checked> {
  const doc = view.state.doc;
  const key = JSON.stringify(settings());
  // What is shown may change without the text or its settings.
  if (!checked?.eq(doc) || key !== checkedAs) {
    document.body.classList.add('busy');
    const answer = await ask('check', text);
    if (answer) show(answer, doc, key);
  }
  // The answer to an older text is none to this one.
  return {findings: checked?.eq(doc) ? shownFindings().map(({finding}) => finding) : []};
}

function show(answer: Answer, doc: Text, key: string): void {
  document.body.classList.remove('busy');
  if ('error' in answer) say(answer.error);
  if (!('told' in answer)) return;
  checked = doc;
  checkedAs = key;
  told = answer.told;
  const {score, names} = answer;
  const count = told.length;
  summary.textContent =
    score.words === 0
      ? ''
      : `${count === 0 ? 'No findings' : count === 1 ? '1 finding' : `${count} findings`} in ${score.words} ${score.words === 1 ? 'word' : 'words'}; penalty ${score.penalty_per_1000_words} per 1000 words`;
  meaning.textContent = score.words === 0 ? '' : scoreInWords(score.penalty_per_1000_words, score.words);
  renderFindings(list, shownFindings(), {show: goTo, choose});
  renderNames(strip, names, {find: findSpelling, unify});
  byId('names-box').hidden = names.length === 0;
}

function shownFindings(): readonly Told[] {
  const wanted = new Set<Severity>();
  for (const severity of ['error', 'warning', 'info'] as const)
    if (byId<HTMLInputElement>(`show-${severity}`).checked) wanted.add(severity);
  return told.filter(({finding}) => wanted.has(finding.severity));
}

function goTo({finding: {start, end}}: Told): void {
  const {length} = view.state.doc;
  view.dispatch({
    selection: {anchor: Math.min(start, length), head: Math.min(end, length)},
    effects: EditorView.scrollIntoView(Math.min(start, length), {y: 'center'}),
  });
  view.focus();
}

function choose({edits}: Choice): void {
  if (!checked || !apply(view, checked, edits))
    say('The text has changed: the list will be new in a moment.');
  else view.focus();
}

/** The places where a spelling stands as a word. */
function placesOf(spelling: string): number[] {
  const text = view.state.doc.toString();
  const places: number[] = [];
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + spelling.length))
    if (!isLetter(at - 1) && !isLetter(at + spelling.length)) places.push(at);
  return places;
}

function findSpelling(spelling: string): void {
  const after = view.state.selection.main.head;
  const places = placesOf(spelling);
  const at = places.find((place) => place > after) ?? places[0];
  if (at === undefined) return;
  view.dispatch({
    selection: {anchor: at, head: at + spelling.length},
    effects: EditorView.scrollIntoView(at, {y: 'center'}),
  });
  view.focus();
}

function unify(from: readonly string[], to: string): void {
  const changes = from
    .flatMap((spelling) => placesOf(spelling).map((at) => ({from: at, to: at + spelling.length, insert: to})))
    .sort((a, b) => a.from - b.from)
    .filter((change, i, all) => i === 0 || change.from >= (all[i - 1] as {to: number}).to);
  view.dispatch({changes, userEvent: 'input.complete'});
  say(
    `“${to}” was written in ${changes.length} ${changes.length === 1 ? 'place' : 'places'}. Ctrl+Z undoes it.`,
  );
  view.focus();
}

function say(text: string): void {
  message.textContent = text;
}

async function open(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  try {
    const {text, format: found} = await readFile(chosen);
    format.value = found;
    view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}, selection: {anchor: 0}});
    view.focus();
  } catch (error) {
    say((error as Error).message);
  }
}

const view = new EditorView({
  parent: byId('editor'),
  state: EditorState.create({
    doc: '',
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      search({top: true}),
      highlightSelectionMatches(),
      lintGutter(),
      calque({check}),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({'aria-label': 'Article', spellcheck: 'false'}),
      placeholder('Paste an article here, or drop a file.'),
      EditorView.domEventHandlers({
        drop(event) {
          const dropped = event.dataTransfer?.files[0];
          if (!dropped) return false;
          event.preventDefault();
          void open(dropped);
          return true;
        },
      }),
    ],
  }),
});

const again = (): void => view.dispatch({effects: recheck.of(null)});
for (const input of [format, language, source, strict]) input.addEventListener('change', again);
for (const severity of ['error', 'warning', 'info'])
  byId(`show-${severity}`).addEventListener('change', () => {
    renderFindings(list, shownFindings(), {show: goTo, choose});
    again();
  });
byId('open').addEventListener('click', () => file.click());
file.addEventListener('change', () => void open(file.files?.[0]));
byId('save').addEventListener('click', () => saveFile(view.state.doc.toString(), format.value as Format));
byId('fix').addEventListener('click', async () => {
  const {doc} = view.state;
  const text = doc.toString();
  const answer = await ask('fix', text);
  if (!answer || !('fixed' in answer)) return;
  const edits = editsBetween(text, answer.fixed);
  if (edits.length === 0) say('There is nothing that can be fixed without a person.');
  else if (apply(view, doc, edits)) say('The safe fixes were made. Ctrl+Z undoes them.');
});
byId('theme').addEventListener('click', () => {
  const isDark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
});
const languages = byId('languages');
const display = new Intl.DisplayNames('en', {type: 'language'});
for (const tag of 'en de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr ro hu tr el bg ru uk be ka hy he ar fa hi zh ja ko'.split(
  ' ',
)) {
  const option = element('option', '', display.of(tag) ?? tag);
  option.value = tag;
  languages.append(option);
}
// For tests, and for those who try things in the console.
Object.assign(globalThis, {
  calquePage: {view, told: () => told, isCurrent: () => checked?.eq(view.state.doc) ?? false},
});
