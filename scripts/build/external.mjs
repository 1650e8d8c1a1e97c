/** Packages that load files of their own at run time, or start threads from them: they cannot be bundled. */
export const external = [
  'jiti',
  'tinypool',
  'chokidar',
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-uri',
];
