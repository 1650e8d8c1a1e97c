import {fileURLToPath} from 'node:url';

/** The module that threads run. It stands in `dist`, beside the folder of chunks that this code is in. */
export function workerFile(): string {
  return fileURLToPath(new URL('../worker.js', import.meta.url));
}
