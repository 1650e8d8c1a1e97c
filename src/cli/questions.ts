import {createInterface, type Interface} from 'node:readline';
import {note} from './output.js';
import {UsageError} from './usage-error.js';

/** Asks for lines at the terminal, on standard error. */
export class Questions {
  private readonly terminal: Interface;
  private isOpen = true;
  private give: ((line: string | undefined) => void) | undefined;
  /** Lines that were there before the question. */
  private readonly early: string[] = [];

  constructor() {
    this.terminal = createInterface({input: process.stdin, output: process.stderr});
    this.terminal.on('line', (line) => {
      if (this.give) this.answer(line);
      else this.early.push(line);
    });
    // Ctrl-C and Ctrl-D close it.
    this.terminal.on('close', () => {
      this.isOpen = false;
      this.answer(undefined);
    });
  }

  /**
   * Asks until `read` takes the answer: it throws a UsageError for one that it cannot take.
   *
   * @returns undefined when nobody answers any more
   */
  async ask<T>(question: string, read: (answer: string) => T): Promise<T | undefined> {
    for (;;) {
      const line = await this.line(question);
      if (line === undefined) return undefined;
      try {
        return read(line.trim());
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        note(`  ${error.message}\n`);
      }
    }
  }

  close(): void {
    this.terminal.close();
  }

  private line(question: string): Promise<string | undefined> {
    this.terminal.setPrompt(question);
    this.terminal.prompt();
    const early = this.early.shift();
    if (early !== undefined || !this.isOpen) return Promise.resolve(early);
    return new Promise((resolve) => {
      this.give = resolve;
    });
  }

  private answer(line: string | undefined): void {
    const {give} = this;
    this.give = undefined;
    give?.(line);
  }
}
