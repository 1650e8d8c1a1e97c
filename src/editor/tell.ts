import {type Connection, MessageType, ShowMessageNotification} from 'vscode-languageserver';

/**
 * Shows a person a message. The library's own way asks a question even where there is nothing to choose, and some
 * editors then wait for an answer.
 */
export function tell(connection: Connection, type: 'error' | 'warning' | 'info', message: string): void {
  const types = {error: MessageType.Error, warning: MessageType.Warning, info: MessageType.Info} as const;
  void connection.sendNotification(ShowMessageNotification.type, {
    type: types[type],
    message: `calque: ${message}`,
  });
}
