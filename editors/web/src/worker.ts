import {choicesOf} from '../../../src/codemirror/index.js';
import {type CoreLinter, createLinter} from '../../../src/core.js';
import type {Answer, Question} from './protocol.js';

declare const self: {
  readonly location: {readonly href: string};
  readonly navigator: {readonly language: string};
  onmessage: ((event: {data: Question}) => void) | null;
  postMessage(answer: Answer): void;
};

/** Resources are loaded when a rule asks for one, and the browser keeps them. */
const loaded = new Map<string, Uint8Array | undefined>();

function resource(name: string): Uint8Array | undefined {
  if (!loaded.has(name)) loaded.set(name, load(name));
  return loaded.get(name);
}

/** A worker may wait for an answer; nothing on the page does. */
function load(name: string): Uint8Array | undefined {
  if (!/^[\w-]+\.(?:bin|json)$/.test(name)) return undefined;
  const request = new XMLHttpRequest();
  request.open('GET', new URL(`resources/${name}`, self.location.href), false);
  request.responseType = 'arraybuffer';
  try {
    request.send();
  } catch {
    return undefined;
  }
  return request.status === 200 ? new Uint8Array(request.response as ArrayBuffer) : undefined;
}

const linters = new Map<string, Promise<CoreLinter>>();

function linterFor({format, language, sourceLanguage, preset}: Question): Promise<CoreLinter> {
  const key = JSON.stringify([format, language, sourceLanguage, preset]);
  let linter = linters.get(key);
  if (!linter) {
    linter = createLinter({
      preset,
      format,
      language,
      locale: self.navigator.language,
      ...(sourceLanguage === '' ? {} : {sourceLanguage}),
      resources: resource,
    });
    if (linters.size > 8) linters.clear();
    linters.set(key, linter);
  }
  return linter;
}

self.onmessage = async ({data: question}) => {
  const {id, task, text} = question;
  try {
    const linter = await linterFor(question);
    if (task === 'fix') {
      self.postMessage({id, fixed: linter.fix(text).text});
      return;
    }
    const {findings, score} = linter.lint(text);
    const told = findings.map((finding) => ({finding, choices: choicesOf(finding, text)}));
    self.postMessage({id, told, score, names: linter.names(text)});
  } catch (error) {
    self.postMessage({id, error: (error as Error).message});
  }
};
