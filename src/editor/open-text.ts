import type {TextDocumentContentChangeEvent} from 'vscode-languageserver';
import {Places} from './places.js';

/** One version of a document that is open in the editor. It never changes: an edit makes the next one. */
export class OpenText {
  readonly places: Places;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    /** As the client counts; it may be wrong, so nothing but answers to the client relies on it. */
    readonly version: number,
    readonly text: string,
  ) {
    this.places = new Places(text);
  }

  /** The text after changes, each to the text that the one before it left. Ranges that make no sense are bent to fit. */
  with(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenText {
    let {places} = this;
    for (const change of changes) {
      const insert = String(change.text ?? '');
      if (!('range' in change) || !change.range) {
        places = new Places(insert);
        continue;
      }
      const {text} = places;
      const a = places.offset(change.range.start);
      const b = places.offset(change.range.end);
      places = new Places(text.slice(0, Math.min(a, b)) + insert + text.slice(Math.max(a, b)));
    }
    return new OpenText(this.uri, this.languageId, version, places.text);
  }
}
