import {LSPErrorCodes, ResponseError} from 'vscode-languageserver';

/** A question that the client may take back. */
export interface Cancellable {
  readonly isCancellationRequested: boolean;
}

/** Lets messages in that have come meanwhile, and stops when one of them takes the question back. */
export async function mayBeCancelled(token: Cancellable): Promise<void> {
  await new Promise<void>((resolve) => {
    const soon = (globalThis as {setImmediate?: (run: () => void) => void}).setImmediate;
    if (soon) soon(resolve);
    else setTimeout(resolve, 0);
  });
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
