/** Commands that the server runs; the editor sends them when a person chooses an action that has one. */
export const commands = {
  /** `[uri, rule, fingerprint]`: writes a finding into the baseline. */
  ignore: 'calque.ignoreFinding',
  /** `[uri, [{phrase, variants, type?}]]`: writes names into the project's dictionary. */
  addNames: 'calque.addNames',
  /** `[rule]`: shows a rule's page. */
  openRule: 'calque.openRule',
  /** `[uri]`: the names of a document and their places. */
  listNames: 'calque.listNames',
  /** `[uri]`: an HTML report of a document. */
  makeReport: 'calque.makeReport',
  /** Reads configuration, dictionaries and baseline again. */
  reload: 'calque.reload',
} as const;
