import type {TextEdit, WorkspaceEdit} from 'vscode-languageserver';
import type {Edit} from '../engine/finding.js';
import type {Abilities} from './abilities.js';
import type {OpenText} from './open-text.js';

/** Edits of a document, made for just the version that they were computed on where the client can say so. */
export function workspaceEdit(text: OpenText, edits: readonly Edit[], abilities: Abilities): WorkspaceEdit {
  const own = textEdits(text, edits);
  return abilities.versionedEdits
    ? {documentChanges: [{textDocument: {uri: text.uri, version: text.version}, edits: own}]}
    : {changes: {[text.uri]: own}};
}

/** Edits as the protocol has them. */
export function textEdits(text: OpenText, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({start, end, text: newText}) => ({range: text.places.range(start, end), newText}));
}
