import {pageScript, pageScriptHash, pageStyle, pageStyleHash} from '../generated/archive-page.js';
import type {PageName} from '../report/archive-page/data.js';
import {jsonText} from '../report/json-text.js';
import {pageHead} from '../report/own-page.js';
import type {NameRecord} from './records.js';

export interface ArchivePageOptions {
  readonly version: string;
  /** Address of an article, in which `{id}` stands for its id. */
  readonly link?: string;
}

/**
 * One page that holds the names of an archive and asks for nothing, in pieces: a list that is searched, filtered and sorted
 * in the browser. Names stand in it as data that no markup parser reads, and its policy lets no other script or style run.
 */
export function* renderArchiveHtml(
  names: Iterable<NameRecord>,
  {version, link = ''}: ArchivePageOptions,
): Generator<string> {
  const policy = `default-src 'none'; script-src '${pageScriptHash}'; style-src '${pageStyleHash}'; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  yield `${pageHead}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Names spelt in several ways</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript><p>This page needs JavaScript to show the names. Nothing is loaded from the network.</p></noscript>
<script type="application/json" id="data">{"version":${inScript(version)},"link":${inScript(link)},"names":[`;
  let isFirst = true;
  for (const name of names) {
    yield `${isFirst ? '' : ','}\n${inScript(pageNameOf(name))}`;
    isFirst = false;
  }
  yield `]}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in, nor begin a comment there. */
const inScript = (value: unknown): string => jsonText(value).replace(/</g, '\\u003c');

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
