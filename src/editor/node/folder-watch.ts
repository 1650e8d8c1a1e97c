import fs from 'node:fs';
import path from 'node:path';

/** Most folders that are watched; beyond it, the client's own watching has to do. */
const mostFolders = 256;
/** Files are often written in several steps. */
const settle = 100;

/**
 * Watches folders, not what lies below them, for changes of files that matter. Many clients do not watch files for
 * their servers, and none outside the folders that are open.
 */
export class FolderWatch {
  private readonly folders = new Map<string, fs.FSWatcher | undefined>();
  private changed: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly matters: (file: string) => boolean) {}

  start(changed: () => void): void {
    this.changed = changed;
    for (const folder of this.folders.keys()) this.open(folder);
  }

  add(folders: readonly string[]): void {
    for (const folder of folders) {
      if (this.folders.has(folder) || this.folders.size >= mostFolders) continue;
      this.folders.set(folder, undefined);
      if (this.changed) this.open(folder);
    }
  }

  private open(folder: string): void {
    if (this.folders.get(folder)) return;
    try {
      const watcher = fs.watch(folder, {persistent: false}, (_event, name) => {
        if (name !== null && this.matters(path.join(folder, name))) this.soon();
      });
      // A folder that is deleted needs no watching.
      watcher.on('error', () => {
        watcher.close();
        this.folders.delete(folder);
      });
      this.folders.set(folder, watcher);
    } catch {
      this.folders.delete(folder);
    }
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed?.(), settle);
  }
}
