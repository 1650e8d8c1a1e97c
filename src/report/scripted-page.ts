import {jsonText} from './json-text.js';
import {pageHead} from './own-page.js';

/** A page that is made in the browser: its only script and style, with the hashes that its policy names. */
export interface ScriptedPage {
  readonly title: string;
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
  /** What is said where no script runs, as HTML. */
  readonly noScript: string;
}

/**
 * One page that holds everything and asks for nothing, in pieces. No parser of markup reads its data, and its policy lets
 * no other script or style run.
 *
 * @param data JSON in pieces, each of {@link inScript}
 */
export function* scriptedPage(
  {title, script, scriptHash, style, styleHash, noScript}: ScriptedPage,
  data: Iterable<string>,
): Generator<string> {
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  yield `${pageHead}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript><p>${noScript} Nothing is loaded from the network.</p></noscript>
<script type="application/json" id="data">`;
  yield* data;
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in, nor begin a comment there. */
export const inScript = (value: unknown): string => jsonText(value).replace(/</g, '\\u003c');
