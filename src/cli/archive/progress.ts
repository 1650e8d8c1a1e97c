import {progress} from '../output.js';

/** One line on standard error that says how far a step is; only at a terminal, and at most five times a second. */
export class ProgressLine {
  private last = 0;
  private isShown = false;
  private readonly began = Date.now();

  constructor(private readonly step: string) {}

  tell(bytes: number, what: string): void {
    const now = Date.now();
    if (process.stderr.isTTY !== true || now - this.last < 200) return;
    this.last = now;
    const seconds = Math.max(0.001, (now - this.began) / 1000);
    const rate = (bytes / 1e6 / seconds).toFixed(1);
    this.isShown = true;
    progress(`${this.step}: ${what}, ${(bytes / 1e6).toFixed(0)} MB, ${rate} MB/s`);
  }

  end(): void {
    if (this.isShown) progress('');
    this.isShown = false;
  }
}
