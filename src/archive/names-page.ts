import {pageScript, pageScriptHash, pageStyle, pageStyleHash} from '../generated/archive-page.js';
import type {PageName} from '../report/archive-page/data.js';
import {inScript, scriptedPage} from '../report/scripted-page.js';
import type {NameRecord} from './records.js';

export interface ArchivePageOptions {
  readonly version: string;
  /** Address of an article, in which `{id}` stands for its id. */
  readonly link?: string;
}

/** The page of an archive's names, in pieces: a list that is searched, filtered and sorted in the browser. */
export function* renderArchiveHtml(
  names: Iterable<NameRecord>,
  {version, link = ''}: ArchivePageOptions,
): Generator<string> {
  const page = {
    title: 'Names spelt in several ways',
    script: pageScript,
    scriptHash: pageScriptHash,
    style: pageStyle,
    styleHash: pageStyleHash,
    noScript: 'This page needs JavaScript to show the names.',
  };
  yield* scriptedPage(page, dataOf(names, version, link));
}

/** Name by name, since there may be a hundred thousand. */
function* dataOf(names: Iterable<NameRecord>, version: string, link: string): Generator<string> {
  yield `{"version":${inScript(version)},"link":${inScript(link)},"names":[`;
  let isFirst = true;
  for (const name of names) {
    yield `${isFirst ? '' : ','}\n${inScript(pageNameOf(name))}`;
    isFirst = false;
  }
  yield ']}';
}

function pageNameOf({kind, sure, forms, evidence, keep}: NameRecord): PageName {
  const indexes = new Map(forms.map(({form}, i) => [form, i]));
  return {
    k: kind,
    s: sure,
    f: forms.map(({form, articles, first = '', last = '', sample}) => [form, articles, first, last, sample]),
    e: evidence,
    p: keep.flatMap(({form, reasons}) => {
      const i = indexes.get(form);
      return i === undefined ? [] : [[i, reasons] as const];
    }),
  };
}
