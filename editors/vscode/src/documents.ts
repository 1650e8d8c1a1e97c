import type * as vscode from 'vscode';

/** Languages of documents that are articles. */
export const languages = ['plaintext', 'markdown', 'html'];

export function isArticle(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return (
    document !== undefined &&
    languages.includes(document.languageId) &&
    !['output', 'git', 'vscode'].includes(document.uri.scheme)
  );
}
